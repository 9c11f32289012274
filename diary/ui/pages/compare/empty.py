"""What Compare shows while a view has fewer than two photos."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.photo import View, view_name
from diary.ui.widgets.button import Button
from diary.ui.widgets.empty_page import EmptyPage


class EmptyView(QWidget):
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page: EmptyPage | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def say(self, view: View, count: int) -> None:
        """That `count` photos of a view are too few."""
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        back = Button(self.tr("Back to Photos"))
        back.clicked.connect(self.back_asked)
        title = self.tr("Two photos are needed") if count else self.tr("Nothing to compare yet")
        sentence = self.tr("A second photo of the view {view} can be compared with the first.")
        if not count:
            sentence = self.tr("Two photos of the view {view} can be compared.")
        self._page = EmptyPage("photos", title, sentence.format(view=view_name(view)), [back])
        self._rows.addWidget(self._page)
        self.setFocusProxy(self._page)
