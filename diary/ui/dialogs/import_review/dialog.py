"""A batch of pictures, looked at before any of them is added."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.domain.course import Course
from diary.domain.draft import Draft, by_camera, is_complete, with_sides_swapped, with_view
from diary.domain.photo import DateSource, View, view_name
from diary.ui import messages, theme
from diary.ui.covering import Covering
from diary.ui.dialogs.import_review.choose import ChooseMenu
from diary.ui.dialogs.import_review.forms import SetClock, SetDate, ShiftDate
from diary.ui.dialogs.import_review.model import DraftModel, with_tick
from diary.ui.dialogs.import_review.table import DraftTable
from diary.ui.dialogs.import_review.tools import Tools
from diary.ui.dialogs.import_review.words import (
    add_photos,
    choice,
    photos,
    to_check,
)
from diary.ui.session import Session
from diary.ui.widgets.button import ENTER_KEYS, Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label
from diary.words import translate

PADDING, GAP = 24, 12
_CTRL, _CTRL_SHIFT = (
    Qt.Modifier.CTRL,
    Qt.Modifier.CTRL | Qt.Modifier.SHIFT,
)
ADD_KEYS = {_CTRL | Qt.Key.Key_Return, _CTRL | Qt.Key.Key_Enter}
SELECT_ALL, UNDO = _CTRL | Qt.Key.Key_A, _CTRL | Qt.Key.Key_Z
REDO_KEYS = {_CTRL_SHIFT | Qt.Key.Key_Z, _CTRL | Qt.Key.Key_Y}
"""As in the window below."""

EDGE = 32
"""What is left of the window around the table, so that it is seen to lie over it."""

BATCH = "batch"
"""The pictures are covered and uncovered together."""

WIDEST = 1120
"""Beyond this the words of a row stand too far apart."""

LARGE = 220
"""The side of the current picture beside the table, in logical pixels at 100 % text."""

ROOM_FOR_LARGE = 880
"""Logical pixels at 100 % text, from which a large picture leaves the table enough."""


class Review(QDialog):
    """Opened over `parent` and destroyed with it; nothing is added unless it is `agreed`."""

    agreed = Signal(list)
    """The drafts to add, as the patient left them, in the order of the batch."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        drafts: Sequence[Draft],
        thumbnails: Mapping[int, bytes],
        course: Course,
        now: datetime,
    ) -> None:
        super().__init__(parent)
        self._over = parent
        self._today = now.date()
        self._model = DraftModel(drafts, thumbnails, course, now, self)
        self._table = DraftTable(self._model)
        self._clock = Notice(Tone.CAUTION)
        self._choose = ChooseMenu(self._model)
        self._tools = Tools(self._model.undo)
        self._covering = Covering(session, self)
        self._title = label(self.tr("Before these photos are added"), "figure", wrap=True)
        self._subtitle = label("", "subtitle", wrap=True)
        self._large = QLabel()
        self._said = label("", "body", wrap=True)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._cancel = Button(self.tr("Cancel"))
        self._add = Button("", Kind.PRIMARY)
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(self._title.text())
        self.finished.connect(self.deleteLater)
        self._lay_out()
        self._connect()
        self._left = 0
        self._table.select([0])
        self._cover()
        self._show_all()

    def open(self) -> None:
        """Stand over the window, nearly as large as it."""
        room = self._over.window().size() - QSize(EDGE, EDGE)
        self.resize(room.boundedTo(QSize(theme.current().px(WIDEST), room.height())))
        super().open()
        self._table.setFocus()

    def reject(self) -> None:
        """Close without adding; what was corrected is not thrown away unasked."""
        if self._model.undo.index() == 0:
            super().reject()
            return
        messages.confirm(
            self,
            self.tr("Close without adding the photos?"),
            self.tr("Close"),
            partial(super().reject),
            details=self.tr("What you corrected here is lost. The files stay where they are."),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo, pressed = self._model.undo, event.keyCombination()
        if pressed in ADD_KEYS:
            self.submit()
        elif pressed == SELECT_ALL:
            self._table.selectAll()
        elif pressed == UNDO:
            undo.undo()
        elif pressed in REDO_KEYS:
            undo.redo()
        elif event.key() not in ENTER_KEYS:  # buttons and the table know what Enter means to them
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._large.setVisible(self.width() >= theme.current().px(ROOM_FOR_LARGE))

    @Slot()
    def submit(self) -> None:
        """Add what is ticked, unless something is missing."""
        rows = self._ticked()
        lacking = [row for row in rows if not is_complete(self._model.drafts[row], self._today)]
        if not rows:
            self._say_problem(self.tr("Tick at least one photo, or choose Cancel."))
        elif lacking:
            self._select(lacking)
            self._say_problem(_lacking(len(lacking)))
        else:
            chosen = sorted((self._model.drafts[row] for row in rows), key=lambda one: one.number)
            self.agreed.emit(chosen)
            self.accept()

    @Slot(list)
    def _select(self, rows: list[int]) -> None:
        self._table.select(rows)
        self._table.setFocus()

    @Slot()
    def _tick(self) -> None:
        rows = [row for row in self._table.rows() if self._model.can_be_added(row)]
        on = not any(self._model.drafts[row].included for row in rows)
        self._set_ticked(rows, on=on)

    @Slot()
    def _leave_out(self) -> None:
        self._set_ticked(self._table.rows(), on=False)

    def _set_ticked(self, rows: Sequence[int], *, on: bool) -> None:
        words = self.tr("{photos} ticked") if on else self.tr("{photos} left out")
        self._model.change(rows, partial(with_tick, on=on), words.format(photos=photos(len(rows))))

    @Slot(object)
    def _set_view(self, view: View) -> None:
        rows = self._table.rows()
        words = self.tr("{photos} as {view}")
        words = words.format(photos=photos(len(rows)), view=view_name(view))
        self._model.change(rows, partial(with_view, view=view), words)

    @Slot()
    def _swap(self) -> None:
        self._model.change(self._table.rows(), with_sides_swapped, self.tr("sides swapped"))

    @Slot()
    def _ask_date(self) -> None:
        if drafts := self._chosen():
            self._ask(SetDate(self, drafts, self._today))

    @Slot()
    def _ask_shift(self) -> None:
        if drafts := self._chosen():
            self._ask(ShiftDate(self, len(drafts)))

    @Slot()
    def _ask_clock(self) -> None:
        dated = [draft for draft in self._chosen() if by_camera(draft)]
        if not dated:
            self._say_problem(self.tr("None of the chosen photos has a date. Set one."))
            return
        chosen = set(self._table.rows())
        others = [row for row in self._by_camera() if row not in chosen]
        self._ask(SetClock(self, dated[0], len(chosen), len(others)))

    @Slot()
    def _correct_clock(self) -> None:
        """Choose the photos of the camera that is spoken of, and ask when one was really taken."""
        if wrong := self._model.wrong_clock():
            self._table.select(self._model.rows_of(wrong.numbers))
            self._ask_clock()

    def _ask(self, form: SetDate | ShiftDate | SetClock) -> None:
        self._problem.hide()
        form.accepted.connect(self._answer)
        form.open()

    @Slot()
    def _answer(self) -> None:
        form = self.sender()
        assert isinstance(form, SetDate | ShiftDate | SetClock)  # noqa: S101 - as `_ask` connects
        rows = set(self._table.rows())
        if isinstance(form, SetClock) and form.for_all:
            rows.update(self._by_camera())
        words = self.tr("date of {photos}").format(photos=photos(len(rows)))
        self._model.change(sorted(rows), form.change(), words)
        self._table.setFocus()

    def _chosen(self) -> list[Draft]:
        return [self._model.drafts[row] for row in self._table.rows()]

    def _by_camera(self) -> list[int]:
        """Rows whose date, right or wrong, comes from a camera's clock."""
        return [
            row
            for row, draft in enumerate(self._model.drafts)
            if (taken := by_camera(draft)) and taken.source is DateSource.EXIF
        ]

    def _ticked(self) -> list[int]:
        drafts = enumerate(self._model.drafts)
        return [row for row, draft in drafts if draft.included and self._model.can_be_added(row)]

    @Slot()
    def _show_all(self) -> None:
        """After any change: what is left to check, and what would be added."""
        self._problem.hide()
        ticked = self._ticked()
        self._left = sum(bool(self._model.doubts(row)) for row in ticked)
        self._add.setText(add_photos(len(ticked)))
        wrong = self._model.wrong_clock()
        self._clock.setVisible(wrong is not None)
        if wrong:
            self._clock.set_text(wrong.sentence, self.tr("Correct its clock…"))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._chosen()
        said = (photos(self._model.rowCount()) + ".", to_check(self._left), choice(len(chosen)))
        self._subtitle.setText(" ".join(said))
        self._tools.show_chosen(
            len(chosen),
            included=any(draft.included for draft in chosen),
            sided=any(draft.view in {View.LEFT, View.RIGHT} for draft in chosen),
        )
        row = self._table.currentIndex().row()
        self._said.setText(self._model.sentences(row) if row >= 0 else "")
        if row >= 0:
            self._large.setPixmap(self._model.picture(row, theme.current().px(LARGE)))

    @Slot()
    def _uncover(self) -> None:
        self._covering.uncover(BATCH)

    @Slot()
    def _cover(self) -> None:
        covered = self._covering.covers(BATCH)
        self._model.set_covered(covered=covered)
        self._tools.offer_pictures(offered=covered)

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self._table, 1)
        self._large.setFixedWidth(theme.current().px(LARGE))
        self._large.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._large)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._problem, 1)
        foot.addStretch(0)
        foot.addWidget(self._cancel)
        foot.addWidget(self._add)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(PADDING, PADDING, PADDING, 0)
        rows.setSpacing(GAP)
        rows.addWidget(self._title)
        count = QHBoxLayout()
        count.setSpacing(GAP)
        count.addWidget(self._subtitle, 1)
        count.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(count)
        rows.addWidget(self._clock)
        rows.addWidget(self._tools)
        rows.addLayout(middle, 1)
        rows.addWidget(self._said)
        foot.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self.submit)
        self._model.dataChanged.connect(self._show_all)
        self._table.chosen.connect(self._show_chosen)
        self._table.tick_asked.connect(self._tick)
        self._table.leave_out_asked.connect(self._leave_out)
        self._table.view_chosen.connect(self._set_view)
        self._table.date_asked.connect(self._ask_date)
        self._choose.rows_chosen.connect(self._select)
        self._clock.link_activated.connect(self._correct_clock)
        self._covering.changed.connect(self._cover)
        self._tools.pictures_asked.connect(self._uncover)
        self._tools.tick_asked.connect(self._tick)
        self._tools.view_chosen.connect(self._set_view)
        self._tools.swap_asked.connect(self._swap)
        self._tools.date_asked.connect(self._ask_date)
        self._tools.shift_asked.connect(self._ask_shift)
        self._tools.clock_asked.connect(self._ask_clock)


def review(
    parent: QWidget,
    session: Session,
    drafts: Sequence[Draft],
    thumbnails: Mapping[int, bytes],
    course: Course,
    now: datetime,
) -> Review:
    """Open the table over a page; its `agreed` and `rejected` tell the answer."""
    dialog = Review(parent, session, drafts, thumbnails, course, now)
    dialog.open()
    return dialog


def _lacking(count: int) -> str:
    if count == 1:
        return translate(
            "Drafts",
            "1 photo has no date that can be, or no view. It is chosen now: set them, or leave it "
            "out.",
        )
    return translate(
        "Drafts",
        "%n photos have no date that can be, or no view. They are chosen now: set them, or leave "
        "the photos out.",
        count,
    )
