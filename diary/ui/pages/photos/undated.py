"""Pictures that do not say when they were taken, asked for in one list."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from diary.domain.photo import DateSource, Taken
from diary.ui import theme
from diary.ui.importing import Importer, Undated
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.card import Card
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.text import label

SIDE = 56


class UndatedList(Card):
    """A row for each picture; it leaves the list when its date was given or it was left out."""

    answered = Signal()

    def __init__(self, importer: Importer) -> None:
        super().__init__(self.tr("When were these taken?"))
        self._importer = importer
        self._rows: list[QWidget] = []
        self.hide()

    @property
    def count(self) -> int:
        return len(self._rows)

    def add_picture(self, undated: Undated) -> None:
        row = _Row(undated)
        row.added.connect(partial(self._add, row, undated))
        row.left_out.connect(partial(self._drop, row))
        self._rows.append(row)
        self.add(row)
        self.show()

    def _add(self, row: "_Row", undated: Undated) -> None:
        taken = row.taken()
        if taken is None:
            row.ask()
            return
        self._importer.add_picture(undated.picture, undated.view, taken)
        self._drop(row)

    def _drop(self, row: QWidget) -> None:
        self._rows.remove(row)
        row.deleteLater()
        self.setVisible(bool(self._rows))
        if not self._rows:
            self.answered.emit()


class _Row(QWidget):
    added = Signal()
    left_out = Signal()

    def __init__(self, undated: Undated) -> None:
        super().__init__()
        name = undated.picture.file_name
        picture = QLabel()
        side = theme.current().px(SIDE)
        thumbnail = QPixmap.fromImage(QImage.fromData(undated.picture.thumbnail))
        picture.setPixmap(thumbnail.scaledToHeight(side))
        self._date = DateField(self.tr("Date of {name}").format(name=name), optional=True)
        add = Button(self.tr("Add"), Kind.PLAIN)
        add.setAccessibleName(self.tr("Add {name}").format(name=name))
        leave = Button(self.tr("Leave out"), Kind.TEXT)
        leave.setAccessibleName(self.tr("Leave out {name}").format(name=name))
        add.clicked.connect(self.added)
        leave.clicked.connect(self.left_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(picture)
        row.addWidget(label(name), 1)
        row.addWidget(self._date)
        row.addWidget(add)
        row.addWidget(leave)

    def taken(self) -> Taken | None:
        on = self._date.value()
        return Taken(on, None, None, DateSource.TYPED) if on else None

    def ask(self) -> None:
        self._date.set_error(self.tr("Enter the day it was taken."))
