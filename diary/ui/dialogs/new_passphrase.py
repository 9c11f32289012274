"""A new passphrase, typed twice."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from diary.journal import SHORTEST_PASSPHRASE
from diary.ui import icons, theme
from diary.ui.dialogs.step import Missing
from diary.ui.dialogs.strength import strength
from diary.ui.widgets.field import Field
from diary.ui.widgets.password_field import PasswordField
from diary.ui.widgets.text import label

BAR = QSize(160, 6)


class NewPassphrase(QWidget):
    """Two fields with the strength in a word and whether they match."""

    entered = Signal()
    """Enter was pressed in the second field."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.first = PasswordField(title or self.tr("Passphrase"))
        self.first.set_note(self.tr("at least %n characters", "", SHORTEST_PASSPHRASE))
        self.second = Field(self.tr("Again, to be sure"))
        self.second.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._matches = _Matches()
        self.second.edit.set_trailing(self._matches)
        self._bar = _Bar()
        self._word = label("", "caption", wrap=True)
        self._build()
        for field in (self.first, self.second):
            field.set_large()
            field.edit.textChanged.connect(self._judge)
        self.first.edit.returnPressed.connect(self.second.setFocus)
        self.second.edit.returnPressed.connect(self.entered)
        self._judge()

    def text(self) -> str:
        return self.first.text()

    def clear(self) -> None:
        for field in (self.first, self.second):
            field.edit.clear()
            field.clear_error()

    def missing(self) -> Missing | None:
        if len(self.first.text()) < SHORTEST_PASSPHRASE:
            least = self.tr("The passphrase needs at least %n characters.", "", SHORTEST_PASSPHRASE)
            return Missing(least, self.first)
        if self.first.text() != self.second.text():
            return Missing(self.tr("The two passphrases are not the same."), self.second)
        return None

    def _build(self) -> None:
        judged = QHBoxLayout()
        judged.setSpacing(12)
        judged.addWidget(self._bar)
        judged.addWidget(self._word, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.first)
        rows.addLayout(judged)
        rows.addSpacing(12)
        rows.addWidget(self.second)

    @Slot()
    def _judge(self) -> None:
        typed = self.first.text()
        judged = strength(typed)
        tip = self.tr("Several plain words are easier to remember.")
        self._bar.fill(judged.share if typed else 0.0)
        self._word.setText(f"{judged.word}. {tip}" if typed else tip)
        self._matches.setVisible(bool(typed) and typed == self.second.text())


class _Bar(QWidget):
    """How strong, drawn; the word beside it says the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0

    def fill(self, share: float) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(BAR.width()), BAR.height())

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(0, (self.height() - BAR.height()) / 2, self.width(), BAR.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().color("border"))
        painter.setBrush(theme.current().color("border"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(theme.current().color("accent"))
        box.setWidth(box.width() * self._share)
        painter.drawRoundedRect(box, 3, 3)


class _Matches(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Matches"), "muted"))
        tick = QLabel()
        icons.put(tick, "check", "muted", 18)
        row.addWidget(tick)
