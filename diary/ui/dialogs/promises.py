"""The left side of first run: what the diary is and where it stays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from diary.ui import icons, theme
from diary.ui.widgets.button import Button
from diary.ui.widgets.text import label

WIDTH = 480
"""Logical pixels of the drawing at 100 % text."""


ROOMY, WIDE_MARGIN, NARROW_MARGIN = 440, 56, 32
LOGO = 40


class Promises(QFrame):
    """`sample` opens the sample diary, `restore` leads to a backup; on the first step only."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._logo = QLabel()
        self.sample = Button(self.tr("Look around with sample data"), icon="compass")
        self.restore = Button(self.tr("Restore from a backup…"), icon="restore")
        self.sample.set_large()
        self.restore.set_large()
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._add_words()
        self._rows.addStretch(1)
        self._rows.addWidget(self.sample)
        self._rows.addSpacing(8)
        self._rows.addWidget(self.restore)
        self._rows.addSpacing(16)
        self._rows.addWidget(
            label(
                self.tr(
                    "Skin Diary records what you tell it."
                    " It doesn’t diagnose and doesn’t replace your doctor."
                ),
                "caption",
                wrap=True,
            )
        )
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def offer_ways(self, *, offered: bool) -> None:
        """Whether there is another way than making a new diary."""
        self.sample.setVisible(offered)
        self.restore.setVisible(offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add_words(self) -> None:
        rows = self._rows
        rows.addWidget(self._logo)
        rows.addSpacing(28)
        rows.addWidget(label(self.tr("Welcome to Skin Diary"), "first-run", wrap=True))
        rows.addSpacing(12)
        lead = self.tr(
            "A quiet place to follow your skin through an isotretinoin course,"
            " and to show your dermatologist how it went."
        )
        rows.addWidget(label(lead, "lead", wrap=True))
        for icon, title, text in (
            (
                "drive",
                self.tr("Stays on this computer"),
                self.tr("No account, no cloud. It works without internet."),
            ),
            (
                "lock",
                self.tr("Encrypted"),
                self.tr("Only your passphrase or recovery code opens it."),
            ),
            (
                "timer",
                self.tr("About 20 seconds a day"),
                self.tr("A few clicks. Photos and notes if you like."),
            ),
        ):
            rows.addSpacing(20)
            rows.addWidget(_promise(icon, title, text))

    def _restyle(self) -> None:
        px = theme.current().px
        self._logo.setPixmap(icons.logo(LOGO))
        self.setMaximumWidth(px(WIDTH))
        self._fit()

    def _fit(self) -> None:
        px = theme.current().px
        side = px(WIDE_MARGIN if self.width() >= px(ROOMY) else NARROW_MARGIN)
        self._rows.setContentsMargins(side, side + px(8), side, px(40))


def _promise(icon: str, title: str, text: str) -> QWidget:
    sign = QLabel()
    icons.put(sign, icon, "accent", 20)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(title, "strong"))
    words.addWidget(label(text, "muted", wrap=True))
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return box
