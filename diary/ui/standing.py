"""The quiet notices above every page about where the diary lies."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.journal import Journal, Standing
from diary.ui.remarks import About, Remark, remarks
from diary.ui.session import Session
from diary.ui.settings import Setting, Settings
from diary.ui.widgets.notice import Notice, Tone

MARGINS = (24, 12, 24, 0)


class StandingNotices(QWidget):
    """What cannot be hidden, and of the others one after the other.

    Settings keep, under the number of the diary, how many sessions were seen and what was hidden.
    """

    page_asked = Signal(str)
    """The name of the page that a link leads to."""

    def __init__(
        self, session: Session, settings: Settings, moved_from: Path | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._moved_from = moved_from
        self._standing: Standing | None = None
        self._before: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*MARGINS)
        self._rows.setSpacing(8)
        self.hide()
        session.saved.connect(self._count_again)
        session.ask(_look, self._take, self, self._could_not_look)

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from the widget `before`."""
        self._before = before

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        if self._session.journal.restored is not None:  # the patient asked for the older state
            self._settings.set(self._seen(), standing.generation)
        self._show()
        self._see(standing.generation)

    def _could_not_look(self, error: Exception) -> None:
        """What is damaged is said by the page that needs it."""
        if not isinstance(error, DiaryError):
            self._session.jobs.failed.emit(error)

    @Slot()
    def _count_again(self) -> None:
        """The first write of a session raised the count."""
        self._session.saved.disconnect(self._count_again)
        self._session.ask(_generation, self._see, self, self._could_not_look)

    def _see(self, generation: int) -> None:
        if self._standing is None:
            return
        self._standing = replace(self._standing, generation=generation)
        if generation > self._settings.get(self._seen()):
            self._settings.set(self._seen(), generation)

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        assert self._standing is not None  # noqa: S101 - asked for before
        seen = self._settings.get(self._seen())
        all_of_them = remarks(self._standing, seen, self._moved_from)
        lasting = [one for one in all_of_them if not one.token]
        passing = [one for one in all_of_them if one.token and not self._is_hidden(one)]
        for remark in (*lasting, *passing[:1]):
            notice = self._notice(remark)
            self._rows.addWidget(notice)
            notice.show()
        self.setVisible(bool(lasting or passing))
        self._order()

    def _notice(self, remark: Remark) -> Notice:
        notice = Notice(Tone.CAUTION, remark.text, remark.link)
        notice.link_activated.connect(self._open_page)
        if remark.token:
            notice.offer_to_close()
            notice.closed.connect(partial(self._hide, remark))
        return notice

    def _order(self) -> None:
        """Qt would let Tab come last to what is made last."""
        before = self._before
        for stop in self.findChildren(QWidget):
            if before is not None and stop.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, stop)
                before = stop

    @Slot()
    def _open_page(self) -> None:
        self.page_asked.emit("folder")

    def _hide(self, remark: Remark) -> None:
        self._settings.set(self._hidden(remark.about), remark.token)
        if remark.about is About.OLDER and self._standing:
            self._settings.set(self._seen(), self._standing.generation)
        if remark.about is About.MOVED:
            self._moved_from = None
        self._show()

    def _is_hidden(self, remark: Remark) -> bool:
        return self._settings.get(self._hidden(remark.about)) == remark.token

    def _seen(self) -> Setting[int]:
        assert self._standing is not None  # noqa: S101 - called once it is known
        return Setting(f"seen/{self._standing.vault_id}", 0)

    def _hidden(self, about: About) -> Setting[str]:
        assert self._standing is not None  # noqa: S101 - called once it is known
        return Setting(f"hidden/{self._standing.vault_id}/{about.name.lower()}", "")


def _look(journal: Journal) -> Standing:
    return journal.place.look()


def _generation(journal: Journal) -> int:
    return journal.place.generation()
