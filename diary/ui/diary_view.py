"""The open diary: rail, pages, and the keys that work on all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from diary import memory
from diary.domain.photo import Photo
from diary.errors import DiaryError, DiaryReadOnly, NotSaved
from diary.ui import messages, theme
from diary.ui.banner import Banner
from diary.ui.jobs import alive
from diary.ui.pages.columns import THREE_FROM
from diary.ui.pages.page import Page
from diary.ui.pages.table import Entry, Place
from diary.ui.rail import Rail
from diary.ui.session import Session
from diary.ui.standing import StandingNotices

REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")
"""Both are in use, whichever the platform prefers."""


class DiaryView(QWidget):
    """Makes each page on its first visit. `protected` is whether the diary has a passphrase.

    `notices` stand above every page.
    """

    lock_asked = Signal()
    start_asked = Signal()
    """The patient has seen the sample and wants a diary of their own."""

    def __init__(
        self,
        session: Session,
        pages: Sequence[Entry],
        *,
        protected: bool,
        notices: StandingNotices | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.protected = protected
        self._entries = {entry.name: entry for entry in pages}
        self._pages: dict[str, Page] = {}
        self._rail = Rail(pages)
        self._stack = QStackedWidget()
        self._above = QWidget()
        self._full_screen = False
        self._told: QWidget | None = None
        self._unsaved = Banner(self.tr("Try again"), "error")
        self._build(notices)
        self._connect()
        self._add_keys()
        self.set_protected(protected=protected)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Page)  # noqa: S101 - only pages are put on the stack
        return shown

    def set_protected(self, *, protected: bool) -> None:
        """Offer to lock, or say that anyone can read the diary."""
        self.protected = protected
        self._rail.set_protection(self._promise(), lockable=protected)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show a page, made now if this is its first visit."""
        self._stack.setCurrentWidget(self._made(name))
        self._rail.select(self._entries[name].under or name)
        self._say_unsaved()
        memory.give_back()  # the page that was left kept its pictures until now
        self.page.enter()
        if QApplication.focusWidget() is None:
            self._rail.take_focus()

    @Slot(object, object)
    def show_comparison(self, a: Photo, b: Photo) -> None:
        """Show two photos of a view beside each other."""
        from diary.ui.pages.compare import ComparePage

        page = self._made("compare")
        assert isinstance(page, ComparePage)  # noqa: S101 - the table makes no other
        page.compare(a, b)
        self.show_page("compare")

    def leave_full_screen(self) -> None:
        """Show rail and notices again, if a page had the screen for itself."""
        self.page.leave_full_screen()

    @Slot(bool)
    def _set_full_screen(self, on: bool) -> None:  # noqa: FBT001 - what the signal tells
        """Give the whole screen to the page, or take it back."""
        if on == self._full_screen:
            return
        self._full_screen = on
        self._rail.setVisible(not on)
        self._above.setVisible(not on)
        window = self.window()
        full = Qt.WindowState.WindowFullScreen
        state = window.windowState()
        window.setWindowState(state | full if on else state & ~full)

    @Slot(object)
    def show_marks(self, photo: Photo) -> None:
        """Show a photo to mark spots on."""
        from diary.ui.pages.marks import MarksPage

        page = self._made("marks")
        assert isinstance(page, MarksPage)  # noqa: S101 - the table makes no other
        page.show_photo(photo)
        self.show_page("marks")

    def commit_pending(self) -> None:
        """Push what is typed on any page but not yet written."""
        for page in self._pages.values():
            page.commit_pending()

    def unfinished(self) -> int:
        """Photos that would not be in the diary if it closed now."""
        return sum(page.unfinished() for page in self._pages.values())

    def begun(self) -> list[str]:
        """Titles of forms that were begun on any page and not saved."""
        return [title for page in self._pages.values() for title in page.begun()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _made(self, name: str) -> Page:
        """The page of that name, made now if it was not yet."""
        if name not in self._pages:
            page = self._entries[name].make(self.session)
            page.open_page.connect(self.show_page)
            page.compare_asked.connect(self.show_comparison)
            page.full_screen_asked.connect(self._set_full_screen)
            page.marks_asked.connect(self.show_marks)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _promise(self) -> str:
        if self.session.sample:
            return ""
        if self.protected:
            return self.tr("Encrypted, kept on this computer only")
        return self.tr("Anyone who can use this account can read this diary.")

    def _build(self, notices: StandingNotices | None) -> None:
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        if self.session.sample:
            bar = Banner(self.tr("Start my diary"))
            bar.say(self.tr("Sample data, nothing is saved."))
            bar.chosen.connect(self.start_asked)
            above.addWidget(bar)
        above.addWidget(self._unsaved)
        if notices is not None:
            notices.page_asked.connect(self.show_page)
            notices.follow(self._rail.last)
            above.addWidget(notices)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._above)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._rail.page_chosen.connect(self.show_page)
        self._rail.lock_chosen.connect(self.lock_asked)
        self._unsaved.chosen.connect(self.session.retry)
        self.session.saved.connect(self._unsaved.hide)
        self.session.save_failed.connect(self._say_failed)
        theme.current().changed.connect(self._fit_rail)

    def _add_keys(self) -> None:
        on_rail = [e.name for e in self._entries.values() if e.place is Place.RAIL]
        for number, name in enumerate(on_rail, start=1):
            self._add_key(self._go_to_page, f"Ctrl+{number}").setData(name)
        self._add_key(self._go_to_page, "Ctrl+,").setData("settings")
        self._add_key(self._undo, QKeySequence.StandardKey.Undo)
        self._add_key(self._redo, *REDO_KEYS)
        self._add_key(self._ask_to_lock, "Ctrl+L")

    def _add_key(self, act: Callable[[], None], *keys: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(act)
        self.addAction(action)
        return action

    @Slot()
    def _go_to_page(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)  # noqa: S101 - only actions are connected here
        self.show_page(action.data())

    @Slot()
    def _ask_to_lock(self) -> None:
        if self.protected:
            self.lock_asked.emit()

    @Slot()
    def _undo(self) -> None:
        self.commit_pending()
        self.session.undo.undo()

    @Slot()
    def _redo(self) -> None:
        self.commit_pending()
        self.session.undo.redo()

    @Slot(object)
    def _say_failed(self, error: DiaryError) -> None:
        if isinstance(error, NotSaved) and not isinstance(error, DiaryReadOnly):
            self._unsaved.say(str(error))
            self._say_unsaved()
        elif not (self._told and alive(self._told)):  # a refused import is told once
            self._told = messages.tell(self, error)

    def _say_unsaved(self) -> None:
        """Today says in its own foot whether it is saved."""
        self._unsaved.setVisible(self.session.unsaved and not self.page.says_saved)

    @Slot()
    def _fit_rail(self) -> None:
        narrow = self.width() < THREE_FROM * theme.current().text_scale
        self._rail.set_narrow(narrow=narrow)
