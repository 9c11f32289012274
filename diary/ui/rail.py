"""The navigation at the left: pages, settings, lock, and who can read the diary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diary.ui import icons, theme
from diary.ui.pages.table import Entry, Place
from diary.ui.widgets.text import label, line

WIDE, NARROW = 200, 56
"""Logical pixels at 100 % text; the wide rail is only shown where there is room for it."""

LOGO = 28

GAP = "\N{EN SPACE}"
"""Between icon and words: Qt keeps only four pixels there."""


class Rail(QFrame):
    """Says which page was chosen."""

    page_chosen = Signal(str)
    lock_chosen = Signal()

    def __init__(self, pages: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._pages = [page for page in pages if page.place is not Place.LINK]
        self._narrow = False
        self._texts: dict[QToolButton, str] = {}
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)
        self._rows = QVBoxLayout(self)
        self._name = label(self.tr("Skin Diary"), "section")
        self._logo = QLabel()
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._promise = label("", "caption", wrap=True)
        self._shield = QLabel()
        self._foot = QWidget()
        self._build()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def select(self, name: str) -> None:
        """Mark a page as the one shown; a page reached by a link leaves the mark where it is."""
        for index, page in enumerate(self._pages):
            if page.name == name:
                self._group.button(index).setChecked(True)

    @property
    def last(self) -> QWidget:
        """Where Tab leaves the rail."""
        return self._lock

    def take_focus(self) -> None:
        """Let the keyboard start at the page shown."""
        checked = self._group.checkedButton()
        if checked:
            checked.setFocus()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, with their names as tool tips."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def set_protection(self, promise: str, *, lockable: bool) -> None:
        """Say who can read the diary, if that matters; a `lockable` one has a passphrase."""
        self._lock.setVisible(lockable)
        self._promise.setText(promise)
        self._shield.setAccessibleName(promise)
        self._shield.setToolTip(promise)
        icons.put(self._shield, "shield" if lockable else "info", "muted", 16)
        self._foot.setVisible(bool(promise))
        self._restyle()

    def _build(self) -> None:
        self._rows.setSpacing(2)
        self._rows.addLayout(self._make_head())
        self._rows.addSpacing(16)
        self._add_pages(Place.RAIL)
        self._rows.addStretch(1)
        self._add_pages(Place.RAIL_FOOT)
        self._lock = self._add_item(self.tr("Lock"), "lock")
        self._lock.clicked.connect(self.lock_chosen)
        self._fill_foot()
        self._rows.addWidget(self._foot)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        self._indent = QSpacerItem(0, 0)
        head.addItem(self._indent)
        head.addWidget(self._logo)
        head.addWidget(self._name, 1)
        return head

    def _add_pages(self, place: Place) -> None:
        for index, page in enumerate(self._pages):
            if page.place is place:
                item = self._add_item(page.title, page.icon)
                item.setCheckable(True)
                self._group.addButton(item, index)

    def _add_item(self, text: str, icon: str) -> QToolButton:
        item = QToolButton()
        item.setProperty("rail", "true")
        item.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        item.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        item.setAccessibleName(text)
        icons.put(item, icon, "muted", 20, "accent_text")
        self._texts[item] = text
        self._rows.addWidget(item)
        return item

    def _fill_foot(self) -> None:
        self._shield.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said = QHBoxLayout()
        said.setContentsMargins(0, 8, 0, 0)
        said.setSpacing(8)
        said.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._promise, 1)
        rows = QVBoxLayout(self._foot)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(line())
        rows.addLayout(said)

    @Slot()
    def _restyle(self) -> None:
        px = theme.current().px
        side = px(8 if self._narrow else 12)
        self._rows.setContentsMargins(side, px(24), side, px(16))
        self.setFixedWidth(px(NARROW if self._narrow else WIDE))
        self._logo.setPixmap(icons.logo(LOGO))
        self._indent.changeSize(0 if self._narrow else px(8), 0)
        self._name.setVisible(not self._narrow)
        self._promise.setVisible(bool(self._promise.text()) and not self._narrow)
        shown = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if self._narrow
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for item, text in self._texts.items():
            item.setToolButtonStyle(shown)
            item.setText(GAP + text)
            item.setToolTip(text if self._narrow else "")

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.page_chosen.emit(self._pages[index].name)
