"""Chooses in the table what is alike: all that have the same to check, or nothing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from diary.domain.draft import Doubt, short_doubt
from diary.ui.dialogs.import_review.model import DraftModel
from diary.ui.widgets.menu_button import MenuButton


class ChooseMenu(MenuButton):
    """Of four hundred pictures from a phone two hundred may be of no face; they are chosen at once.

    What is left out has nothing to check any more.
    """

    rows_chosen = Signal(list)

    def __init__(self, model: DraftModel) -> None:
        menu = QMenu()
        super().__init__(self.tr("Choose"), menu)
        self._model = model
        self._rows: dict[QAction, list[int]] = {}
        self._own_menu = menu
        menu.aboutToShow.connect(self.fill)
        menu.triggered.connect(self._choose)

    @Slot()
    def fill(self) -> None:
        """Offer what there is, and how many."""
        model = self._model
        rows = [row for row in range(model.rowCount()) if model.can_be_added(row)]
        ticked = [row for row in rows if model.drafts[row].included]
        self._own_menu.clear()
        self._rows.clear()
        self._offer(self.tr("All"), rows)
        self._offer(self.tr("Nothing to check"), [row for row in ticked if not model.doubts(row)])
        self._offer(self.tr("Left out"), [row for row in rows if not model.drafts[row].included])
        self._own_menu.addSeparator()
        for doubt in Doubt:
            words = short_doubt(doubt)
            self._offer(
                words[:1].upper() + words[1:], [row for row in ticked if doubt in model.doubts(row)]
            )

    def _offer(self, words: str, rows: list[int]) -> None:
        if rows:
            action = self._own_menu.addAction(f"{words} ({len(rows)})")
            self._rows[action] = rows

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.rows_chosen.emit(self._rows[action])
