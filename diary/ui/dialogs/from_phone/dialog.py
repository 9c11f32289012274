"""The dialog “From phone”."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.ui import theme
from diary.ui.dialogs.from_phone.folder_card import FolderCard
from diary.ui.dialogs.from_phone.ways import Phone, System, Way, messengers, system_here, tips, ways
from diary.ui.session import Session
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.segmented import Segmented
from diary.ui.widgets.text import label

SIZE = QSize(680, 720)
PADDING, GAP = 24, 12

SCROLLING_KEYS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class FromPhone(QDialog):
    """Opened over a page and destroyed with it, so that locking leaves nothing of it behind.

    It explains, and lets a folder be watched; it opens nothing to the network.
    """

    look_asked = Signal()
    """The patient wants to see what is new in the folder."""

    def __init__(self, session: Session, parent: QWidget, system: System | None = None) -> None:
        super().__init__(parent)
        self._over = parent
        self._system = system or system_here()
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(self.tr("From phone"))
        self.finished.connect(self.deleteLater)
        self.folder = FolderCard(session)
        self.folder.setVisible(not session.sample)
        self.phone = Segmented(
            self.tr("Phone"),
            [(Phone.IPHONE, self.tr("iPhone")), (Phone.ANDROID, self.tr("Android"))],
        )
        self.ways = Card(self.tr("Ways to this computer"))
        self._close = Button(self.tr("Close"))
        self._lay_out()
        self.phone.chosen.connect(self._explain)
        self.folder.look_asked.connect(self._look)
        self._close.clicked.connect(self.accept)
        self.phone.set_value(Phone.IPHONE if self._system is System.MAC else Phone.ANDROID)
        self._explain()

    def open(self) -> None:
        look = theme.current()
        wanted = QSize(look.px(SIZE.width()), look.px(SIZE.height()))
        self.resize(wanted.boundedTo(self._over.window().size()))
        super().open()
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the words be scrolled where nothing in them takes the keyboard."""
        if event.key() in SCROLLING_KEYS:
            QApplication.sendEvent(self._area.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _look(self) -> None:
        self.accept()
        self.look_asked.emit()

    @Slot()
    def _explain(self) -> None:
        while (item := self.ways.body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for way in ways(Phone(self.phone.value or Phone.ANDROID), self._system):
            self.ways.add(_explained(way))
        self.ways.add(label(messengers(), "caption", wrap=True))

    def _lay_out(self) -> None:
        rows = QVBoxLayout()
        rows.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(label(self.tr("From phone"), "figure"))
        private = self.tr(
            "The diary opens nothing to the network and fetches nothing from a cloud. It reads "
            "pictures that are on this computer."
        )
        rows.addWidget(label(private, "subtitle", wrap=True))
        rows.addWidget(self.folder)
        choice = QHBoxLayout()
        choice.addWidget(self.phone)
        choice.addStretch(1)
        rows.addLayout(choice)
        rows.addWidget(self.ways)
        alike = Card(self.tr("Photos that can be compared"))
        for tip in tips():
            alike.add(_explained(tip))
        rows.addWidget(alike)
        rows.addStretch(1)
        inside = QWidget()
        inside.setLayout(rows)
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        foot.addStretch(1)
        foot.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._area = scrolled(inside)
        outer.addWidget(self._area, 1)
        outer.addLayout(foot)


def _explained(way: Way) -> QWidget:
    part = QWidget()
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, 0, 4)
    rows.setSpacing(2)
    rows.addWidget(label(way.name, "strong"))
    rows.addWidget(label(way.text, wrap=True))
    return part
