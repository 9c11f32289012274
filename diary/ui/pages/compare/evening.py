"""Whether B is seen in the light of A, and what is said about it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from diary.domain.light import Gains
from diary.domain.photo import Photo
from diary.errors import DiaryDamaged
from diary.journal import Journal, OnDiary
from diary.ui.session import Session
from diary.ui.widgets.switch import Switch


class Evening(QObject):
    """Follows the switch; off at the start, because red skin looks different with it."""

    evened = Signal(object, str)
    """The `Gains` for B, or None for its own light; and a sentence about it."""

    def __init__(self, session: Session, switch: Switch, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._switch = switch
        self._pair: tuple[Photo, Photo] | None = None
        switch.clicked.connect(self._ask)

    def show_pair(self, a: Photo, b: Photo) -> None:
        self._pair = (a, b)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._pair is None or not self._switch.isChecked():
            self.evened.emit(None, "")
            return
        a, b = self._pair
        work = partial(_between, a=a, b=b)
        self._session.ask_beside(work, partial(self._arrive, self._pair), self)

    def _arrive(self, pair: tuple[Photo, Photo], gains: Gains | None) -> None:
        if pair != self._pair or not self._switch.isChecked():
            return
        self._switch.setChecked(gains is not None)
        said = self.tr(
            "The light on the skin is evened out. This can also change how red skin looks."
        )
        self.evened.emit(gains, said if gains else "")


def _between(journal: Journal, on_diary: OnDiary, a: Photo, b: Photo) -> Gains | None:
    try:
        return journal.lighting.between(a, b, on_diary=on_diary)
    except DiaryDamaged:
        return None
