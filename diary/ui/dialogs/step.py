"""What the steps of first run have in common."""

from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diary.ui.widgets import focus_ring
from diary.ui.widgets.form import FormRow
from diary.ui.widgets.text import label


class Missing(NamedTuple):
    """What keeps the patient from going on, and where to mend it."""

    sentence: str
    where: QWidget

    def point_out(self, problem: QLabel | None = None) -> None:
        """Say it beneath the field, or in `problem` for what is no field, and go there."""
        if isinstance(self.where, FormRow):
            self.where.set_error(self.sentence)
        elif problem is not None:
            problem.setText(self.sentence)
            problem.show()
        focus_ring.focus(self.where)


class Step(QWidget):
    """A title, a subtitle and what is asked; `problem` stands where a step puts it."""

    first: QWidget
    """Where the keyboard starts."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(4, 0, 4, 8)
        self.rows.setSpacing(0)
        self.rows.addWidget(label(title, "figure"))
        self.rows.addSpacing(4)
        self.rows.addWidget(label(subtitle, "subtitle", wrap=True))
        self.rows.addSpacing(20)

    def missing(self) -> Missing | None:
        """The first thing to mend before the next step, if any."""
        return None

    def check(self) -> bool:
        """Whether the next step may come; if not, say why beside the field."""
        missing = self.missing()
        self.problem.hide()
        if missing is not None:
            missing.point_out(self.problem)
        return missing is None
