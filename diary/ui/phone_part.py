"""What a page has for pictures from the phone: a button, a notice, and a look at what is new."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from diary.domain.draft import Draft
from diary.ui.dialogs.from_phone import FromPhone
from diary.ui.importing import MOST, Importer
from diary.ui.session import Session
from diary.ui.watched_notice import WatchedNotice
from diary.ui.widgets.button import Button


class PhonePart(QObject):
    """The page places `button` and `notice`; new pictures go through its `importer`."""

    def __init__(
        self, session: Session, page: QWidget, importer: Importer, *, tell_trouble: bool
    ) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._importer = importer
        self._looking = False
        self._looked_at: set[str] = set()
        """Digests of the pictures that are being looked at; left to be decided."""
        self.button = Button(self.tr("From phone"), icon="phone")
        self.notice = WatchedNotice(session, tell_trouble=tell_trouble)
        self.button.clicked.connect(self.explain)
        self.notice.look_asked.connect(self.look)
        importer.agreed.connect(self._keep_included)
        importer.declined.connect(self._decide_later)
        importer.finished.connect(self._settle)

    @Slot()
    def look(self) -> None:
        """Show what is new in a table, with its dates and views, before anything is added.

        Of very many the first; the others stay offered.
        """
        pictures = self._session.watching.news.pictures[:MOST]
        if self._importer.running or not pictures:
            return
        self._looking = True
        self._looked_at = {one.digest for one in pictures}
        paths = [one.path for one in pictures]
        self._importer.add_files(paths, [None] * len(paths), ask=True)

    @Slot()
    def explain(self) -> None:
        """Open what there is to say and to choose about pictures from the phone."""
        dialog = FromPhone(self._session, self._page)
        dialog.look_asked.connect(self.look)
        dialog.open()

    @Slot(list)
    def _keep_included(self, drafts: list[Draft]) -> None:
        """Those are known once they are added; one that the disk refuses is offered again."""
        self._looked_at -= {draft.digest for draft in drafts if draft.included}

    @Slot()
    def _decide_later(self) -> None:
        self._looked_at.clear()

    @Slot()
    def _settle(self) -> None:
        """What was left out, or could not be read and was named, is not offered again."""
        if self._looking:
            self._session.watching.leave_out(self._looked_at)
        self._looking, self._looked_at = False, set()
