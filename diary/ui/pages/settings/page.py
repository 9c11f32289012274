"""The Settings page: every choice is saved at once and can be undone."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from diary.domain.backup import BackupEvery
from diary.domain.labs import LipidUnit
from diary.domain.preferences import Preferences, Tracked
from diary.journal import Journal, Ways
from diary.ui.pages.columns import Columns
from diary.ui.pages.page import Page
from diary.ui.pages.settings.backup_card import BackupCard
from diary.ui.pages.settings.backup_state import BackupState, read_state
from diary.ui.pages.settings.check_card import CheckCard
from diary.ui.pages.settings.contact_card import ContactCard
from diary.ui.pages.settings.delete_card import DeleteCard
from diary.ui.pages.settings.drill_card import DrillCard
from diary.ui.pages.settings.edits import change
from diary.ui.pages.settings.faces_card import FacesCard
from diary.ui.pages.settings.folder_card import FolderCard
from diary.ui.pages.settings.log_card import LogCard
from diary.ui.pages.settings.look_card import LookCard
from diary.ui.pages.settings.passphrase_card import PassphraseCard
from diary.ui.pages.settings.report_card import ReportCard
from diary.ui.session import Session
from diary.ui.tracking import TrackingCard
from diary.ui.widgets.card import Card
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.switch import Switch
from diary.ui.widgets.text import label

IDLE_MINUTES = (5, 10, 30)


class _Shown(NamedTuple):
    preferences: Preferences
    today: date
    ways: Ways
    finds_faces: bool


class SettingsPage(Page):
    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("Settings"), self.tr("Every change is saved at once."))
        self._saved = Preferences()
        self._columns = Columns(1, 1)
        self.tracking = TrackingCard(self.tr("What to track"))
        self.pregnancy_test = Switch(self.tr("Show it under Coming up on the Course page"))
        self.cover_photos = Switch(self.tr("Cover photos until I click"))
        self.unit = Segmented(self.tr("Blood fats"), [(unit, unit.value) for unit in LipidUnit])
        self.idle = Segmented(
            self.tr("Lock after"),
            [(str(n), self.tr("%n minutes", "", n)) for n in IDLE_MINUTES],
        )
        self.report = ReportCard()
        self.contact = ContactCard()
        self.backup = BackupCard(session)
        self.drill = DrillCard(session)
        self.check = CheckCard(session)
        self.faces = FacesCard(session)
        self.folder = FolderCard(session.journal.folder)
        self.delete = DeleteCard(session)
        self.passphrase = PassphraseCard(session)
        if session.sample:
            self.passphrase.hide()
        self._lock_card = _card(
            self.tr("Lock"), self.idle, self.tr("After this long without a key or the pointer.")
        )
        self._build()
        self._connect()

    def enter(self) -> None:
        self._read_backups()
        self.session.ask(_read, self._fill, self)

    def commit_pending(self) -> None:
        self._save_report()
        self._save_contact()

    def _build(self) -> None:
        self._columns.hide()  # until it is known what is chosen
        left: tuple[QWidget, ...] = (
            self.tracking,
            self._pregnancy_card(),
            self.backup,
            self.drill,
            self.check,
            self.folder,
        )
        right: tuple[QWidget, ...] = (
            LookCard(),
            self.passphrase,
            self._lock_card,
            self._photos_card(),
            self.faces,
            _card(self.tr("Blood fats"), self.unit, self.tr("Changes only how they are shown.")),
            self.report,
            self.contact,
            LogCard(),
            self.delete,
        )
        for index, cards in enumerate((left, right)):
            for card in cards:
                self._columns.add(index, card)
        self.body.addWidget(self._columns, 1)

    def _pregnancy_card(self) -> Card:
        return _card(
            self.tr("Pregnancy test"),
            self.pregnancy_test,
            self.tr("It stays out of the report unless you tick it there."),
        )

    def _photos_card(self) -> Card:
        return _card(
            self.tr("Photos"),
            self.cover_photos,
            self.tr(
                "For when others can see your screen. A click or Enter uncovers one photo until "
                "you leave its page. The Report page shows what will be saved, photos included."
            ),
        )

    def _connect(self) -> None:
        self.session.preferences_changed.connect(self.enter)
        self.session.access_changed.connect(self.enter)
        self.tracking.changed.connect(self._track)
        self.pregnancy_test.clicked.connect(self._show_pregnancy_test)
        self.cover_photos.clicked.connect(self._cover_photos)
        self.unit.chosen.connect(self._choose_unit)
        self.idle.chosen.connect(self._choose_idle)
        self.folder.look.clicked.connect(self._open_folder)
        self.report.entered.connect(self._save_report)
        self.contact.entered.connect(self._save_contact)
        self.session.keeper.changed.connect(self._read_backups)
        self.backup.folder_chosen.connect(self._choose_folder)
        self.backup.every_chosen.connect(self._choose_every)
        self.backup.limit_chosen.connect(self._choose_limit)

    def _fill(self, shown: _Shown) -> None:
        saved = self._saved = shown.preferences
        self.tracking.set_tracked(saved.tracked)
        self.pregnancy_test.setChecked(saved.pregnancy_test)
        self.cover_photos.setChecked(saved.cover_photos)
        self.unit.set_value(saved.lipid_unit)
        self.idle.set_value(str(saved.idle_minutes))
        self._lock_card.setVisible(shown.ways.passphrase)
        self.delete.fill(protected=shown.ways.passphrase)
        self.passphrase.fill(shown.ways)
        self.faces.fill(is_there=shown.finds_faces)
        self.report.fill(saved, shown.today)
        self.contact.fill(saved)
        self._columns.show()

    @Slot()
    def _read_backups(self) -> None:
        self.session.ask(read_state, self._fill_backups, self)

    def _fill_backups(self, state: BackupState) -> None:
        for card in (self.backup, self.drill, self.check):
            card.fill(state)

    @Slot(str)
    def _choose_folder(self, folder: str) -> None:
        change(self.session, self.tr("backup folder"), self._saved, backup_folder=folder)

    @Slot(object)
    def _choose_every(self, every: str) -> None:
        chosen = BackupEvery(every)
        change(self.session, self.tr("backup schedule"), self._saved, backup_every=chosen)

    @Slot(int)
    def _choose_limit(self, days: int) -> None:
        change(self.session, self.tr("backup reminder"), self._saved, backup_limit_days=days)

    @Slot(object)
    def _track(self, tracked: frozenset[Tracked]) -> None:
        change(self.session, self.tr("what to track"), self._saved, tracked=tracked)

    @Slot(bool)
    def _show_pregnancy_test(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        text = self.tr("pregnancy test")
        change(self.session, text, self._saved, pregnancy_test=on)

    @Slot(bool)
    def _cover_photos(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        change(self.session, self.tr("covering of photos"), self._saved, cover_photos=on)

    @Slot(object)
    def _choose_unit(self, unit: str) -> None:
        text = self.tr("unit of blood fats")
        change(self.session, text, self._saved, lipid_unit=LipidUnit(unit))

    @Slot(object)
    def _choose_idle(self, minutes: str) -> None:
        change(self.session, self.tr("lock time"), self._saved, idle_minutes=int(minutes))

    @Slot()
    def _open_folder(self) -> None:
        self.open_page.emit("folder")

    @Slot()
    def _save_report(self) -> None:
        text = self.tr("details for the report")
        name, born = self.report.name(), self.report.born()
        self.report.settle()
        change(self.session, text, self._saved, name=name, born=born)

    @Slot()
    def _save_contact(self) -> None:
        contact, number = self.contact.contact(), self.contact.emergency_number()
        self.contact.settle()
        text = self.tr("who to call")
        change(self.session, text, self._saved, contact=contact, emergency_number=number)


def _card(title: str, control: QWidget, hint: str) -> Card:
    card = Card(title)
    if isinstance(control, Segmented):
        card.body.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        card.add(control)
    card.add(label(hint, "caption", wrap=True))
    return card


def _read(journal: Journal) -> _Shown:
    return _Shown(
        journal.preferences(),
        journal.today(),
        journal.access.ways(),
        journal.face_finder.is_there,
    )
