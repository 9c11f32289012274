"""What can be done to the chosen photos."""

from PySide6.QtCore import QSize, Signal, SignalInstance, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.photo import View, view_name
from diary.ui.jobs import alive
from diary.ui.widgets.button import Button, IconButton
from diary.ui.widgets.flow_layout import FlowLayout
from diary.ui.widgets.select import Select


class Tools(QWidget):
    """A row of controls above the table, for whatever is selected in it."""

    view_chosen = Signal(object)
    swap_asked = Signal()
    date_asked = Signal()
    shift_asked = Signal()
    clock_asked = Signal()
    tick_asked = Signal()
    pictures_asked = Signal()

    def __init__(self, undo: QUndoStack) -> None:
        super().__init__()
        self._view = Select()
        self._view.setAccessibleName(self.tr("View of the chosen photos"))
        self._view.setPlaceholderText(self.tr("View…"))
        self._view.setToolTip(self.tr("Keys 1 to 5"))
        self._view.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToContents)
        for view in View:
            self._view.addItem(view_name(view), view)
        self._view.setCurrentIndex(-1)
        self._view.activated.connect(self._choose_view)
        self._swap = self._button(self.tr("Swap left and right"), "", self.swap_asked)
        self._date = self._button(self.tr("Set date…"), self.tr("Enter"), self.date_asked)
        self._shift = self._button(self.tr("Shift date…"), "", self.shift_asked)
        self._clock = self._button(self.tr("Camera’s clock…"), "", self.clock_asked)
        self._tick = self._button(self.tr("Leave out"), self.tr("Space"), self.tick_asked)
        self._pictures = self._button(self.tr("Show the pictures"), "", self.pictures_asked)
        self._pictures.hide()
        self._undo = IconButton("undo", "", framed=True)
        self._redo = IconButton("redo", "", framed=True)
        self._stack = undo
        self._undo.clicked.connect(undo.undo)
        self._redo.clicked.connect(undo.redo)
        undo.indexChanged.connect(self._show_steps)
        self._lay_out()
        self._show_steps()

    def minimumSizeHint(self) -> QSize:
        """One line: what the layout would take for the narrowest place is most of a window."""
        return QSize(super().minimumSizeHint().width(), self._tick.sizeHint().height())

    def show_chosen(self, count: int, *, included: bool, sided: bool) -> None:
        """How many are selected, whether any would be added, and whether any is left or right."""
        for control in (self._view, self._date, self._shift, self._clock, self._tick):
            control.setEnabled(count > 0)
        self._swap.setEnabled(sided)
        self._tick.setText(self.tr("Leave out") if included else self.tr("Add"))

    def offer_pictures(self, *, offered: bool) -> None:
        """Whether the pictures are covered and can be shown."""
        self._pictures.setVisible(offered)

    @Slot(int)
    def _choose_view(self, index: int) -> None:
        self._view.setCurrentIndex(-1)
        self.view_chosen.emit(list(View)[index])

    @Slot()
    def _show_steps(self) -> None:
        if not alive(self._stack):  # it tells of its own end
            return
        for button, able, words, step in (
            (self._undo, self._stack.canUndo(), self.tr("Undo"), self._stack.undoText()),
            (self._redo, self._stack.canRedo(), self.tr("Redo"), self._stack.redoText()),
        ):
            button.setEnabled(able)
            button.set_name(f"{words}: {step}" if step else words)

    def _button(self, text: str, key: str, pressed: SignalInstance) -> Button:
        button = Button(text)
        button.setAutoDefault(False)
        button.setToolTip(key)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = FlowLayout(self)
        for widget in (
            self._tick,
            self._view,
            self._swap,
            self._date,
            self._shift,
            self._clock,
            self._undo,
            self._redo,
            self._pictures,
        ):
            row.addWidget(widget)
