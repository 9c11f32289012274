"""Two groups of the recovery code, typed back from the paper."""

import secrets
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from diary.ui import icons
from diary.ui.dialogs.step import Missing
from diary.ui.widgets.field import Field

ASKED = 2
LONGEST = 8
"""Six digits, and a space at either end from a hasty hand."""


class TypedBack(QWidget):
    """Asks for groups at random places, so that a code on paper is complete and readable."""

    typing = Signal(bool)
    """Whether the patient is at it: the groups are covered meanwhile."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self.places = sorted(secrets.SystemRandom().sample(range(len(groups)), ASKED))
        self._wanted = [groups[place] for place in self.places]
        self._ticks: list[QLabel] = []
        self.fields: list[Field] = [self._field(place) for place in self.places]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for field in self.fields:
            row.addWidget(field, 1)

    def missing(self) -> Missing | None:
        """The first group that is not as on the paper."""
        for place, field, group in zip(self.places, self.fields, self._wanted, strict=True):
            if field.text().strip() != group:
                sentence = self.tr("Type group {place} of the recovery code from your paper.")
                return Missing(sentence.format(place=place + 1), field)
        return None

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.typing.emit(event.type() is QEvent.Type.FocusIn)
        return False

    def _field(self, place: int) -> Field:
        field = Field(self.tr("Group {place} of the code").format(place=place + 1))
        field.set_note(self.tr("from your paper"))
        field.set_large()
        field.edit.setMaxLength(LONGEST)
        self._ticks.append(_tick())
        field.edit.set_trailing(self._ticks[-1])
        field.edit.textChanged.connect(self._compare)
        field.edit.installEventFilter(self)
        return field

    @Slot()
    def _compare(self) -> None:
        for field, tick, group in zip(self.fields, self._ticks, self._wanted, strict=True):
            tick.setVisible(field.text().strip() == group)


def _tick() -> QLabel:
    tick = QLabel()
    icons.put(tick, "check", "muted", 18)
    tick.hide()
    return tick
