"""What a patient chooses for a time-lapse, beside the look at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.photo import Photo, View, view_name
from diary.domain.timelapse import FEWEST, SPEEDS, Caption, MovieFormat, Scenes
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.select import Select
from diary.ui.widgets.switch import Switch
from diary.words import translate

USUAL_SPEED = 4


@dataclass(frozen=True, slots=True)
class _Shots:
    """The photos of one view."""

    view: View
    days: tuple[date, ...]


def views_to_show(photos: Sequence[Photo]) -> list[View]:
    """The views of which a time-lapse can be made."""
    return [shots.view for shots in _by_view(photos)]


class Choices(QWidget):
    """Of photos that have at least one view with enough of them."""

    scenes_changed = Signal()
    """Other pictures are to be shown."""
    speed_changed = Signal()

    def __init__(self, photos: Sequence[Photo], view: View | None) -> None:
        super().__init__()
        self._shots = _by_view(photos)
        self._view = _select(
            [_counted(shots) for shots in self._shots],
            next((n for n, shots in enumerate(self._shots) if shots.view is view), 0),
        )
        self._first = DateField(self.tr("From"))
        self._last = DateField(self.tr("To"))
        self._speed = _select([_speed_words(speed) for speed in SPEEDS], SPEEDS.index(USUAL_SPEED))
        self._caption = _select(
            [self.tr("The date"), self.tr("Date and day of your course"), self.tr("Nothing")], 0
        )
        self._eyes = Switch(self.tr("Cover the eyes"))
        self._format = Segmented(
            self.tr("File"), [(MovieFormat.WEBP, "WebP"), (MovieFormat.AVIF, "AVIF")]
        )
        self._format.set_value(MovieFormat.WEBP)
        self._lay_out()
        self._connect()
        self._take_view()

    @property
    def per_second(self) -> int:
        return SPEEDS[self._speed.currentIndex()]

    @property
    def kind(self) -> MovieFormat:
        return MovieFormat(self._format.value or MovieFormat.WEBP)

    def scenes(self) -> Scenes:
        view = self._chosen.view
        captions = (Caption.DATE, Caption.DATE_AND_DAY, Caption.NONE)
        return Scenes(
            view,
            self._first.value(),
            self._last.value(),
            captions[self._caption.currentIndex()],
            cover_eyes=view.shows_face and self._eyes.isChecked(),
        )

    @property
    def _chosen(self) -> _Shots:
        return self._shots[self._view.currentIndex()]

    @Slot()
    def _take_view(self) -> None:
        """Offer all days of the view; another view has other days."""
        days = self._chosen.days
        for field, day in ((self._first, days[0]), (self._last, days[-1])):
            field.set_range(days[0], days[-1])
            field.set_value(day)
        self._eyes.setVisible(self._chosen.view.shows_face)
        self.scenes_changed.emit()

    def _lay_out(self) -> None:
        smaller = self.tr("Both play on phones and in browsers. AVIF is smaller and newer.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(FormRow(self.tr("View"), self._view))
        rows.addWidget(self._first)
        rows.addWidget(self._last)
        rows.addWidget(FormRow(self.tr("Speed"), self._speed))
        rows.addWidget(FormRow(self.tr("Written on each picture"), self._caption))
        rows.addWidget(self._eyes)
        rows.addWidget(FormRow(self.tr("File"), self._format, smaller))

    def _connect(self) -> None:
        self._view.activated.connect(self._take_view)
        for field in (self._first, self._last):
            field.edited.connect(self.scenes_changed)
        self._caption.activated.connect(self.scenes_changed)
        self._eyes.toggled.connect(self.scenes_changed)
        self._speed.activated.connect(self.speed_changed)


def _by_view(photos: Sequence[Photo]) -> list[_Shots]:
    days = {view: sorted(p.taken.on for p in photos if p.view is view) for view in View}
    return [_Shots(view, tuple(on)) for view, on in days.items() if len(on) >= FEWEST]


def _select(texts: Sequence[str], chosen: int) -> Select:
    made = Select()
    made.addItems(list(texts))
    made.setCurrentIndex(chosen)
    return made


def _counted(shots: _Shots) -> str:
    return translate("TimeLapse", "{view}, %n photos", len(shots.days)).format(
        view=view_name(shots.view)
    )


def _speed_words(per_second: int) -> str:
    if per_second == 1:
        return translate("TimeLapse", "1 picture a second")
    return translate("TimeLapse", "%n pictures a second", per_second)
