"""How many spots were marked in each region, beside the photo before."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.domain.mark import counts, seen
from diary.domain.regions import in_reading_order, region_name
from diary.journal import Sheet
from diary.ui.local import number, short_date
from diary.ui.widgets.button import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.check_row import CheckRow
from diary.ui.widgets.text import label, line

NOTHING_SAID = "–"
"""Of a photo of whose spots the patient has said nothing: that is not 0."""

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountsCard(Card):
    """`used` when the total is to become the day's count of inflamed spots.

    Nothing marked is not 0: that count is offered once the patient says that they looked.
    """

    used = Signal()
    confirmed_all = Signal()
    proposed_again = Signal()
    """What was said to be gone is to be proposed again."""

    def __init__(self) -> None:
        super().__init__(self.tr("Spots on this photo"))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._proposed = label("", "caption", wrap=True)
        self._said = label("", "caption", wrap=True)
        self._all = Button(self.tr("Confirm all"))
        self._gone = label("", "caption", wrap=True)
        self._again = Button(self.tr("Propose again"))
        self._day = label("", "caption", wrap=True)
        self._looked = CheckRow(self.tr("I looked: there are no spots on this photo"))
        self._use = Button("")
        proposed = (self._proposed, self._said, self._all, self._gone, self._again)
        for widget in (self._table, *proposed, line(), self._day, self._looked, self._use):
            self.add(widget)
        self._sheet: Sheet | None = None
        self._looked.toggled.connect(self._offer)
        self._again.clicked.connect(self.proposed_again)
        self._all.clicked.connect(self.confirmed_all)
        self._use.clicked.connect(self.used)

    def fill(self, sheet: Sheet) -> None:
        if self._sheet is None or self._sheet.photo.id != sheet.photo.id or seen(sheet.marks):
            self._looked.setChecked(False)
        self._sheet = sheet
        self._fill_table(sheet)
        proposals = len(sheet.proposals)
        self._proposed.setText(self._about_proposals(sheet))
        self._proposed.setVisible(proposals > 0)
        self._said.setText(sheet.said)
        self._said.setVisible(bool(sheet.said))
        self._all.setVisible(proposals > 0)
        gone = len(sheet.marks) - len(seen(sheet.marks))
        self._gone.setText(
            self.tr("You said that 1 spot is gone.")
            if gone == 1
            else self.tr("You said that %n spots are gone.", "", gone)
        )
        for widget in (self._gone, self._again):
            widget.setVisible(gone > 0)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """The total, where it is the patient's own answer and not the day's count already."""
        assert self._sheet is not None  # noqa: S101 - it was filled before
        sheet = self._sheet
        total, day = len(seen(sheet.marks)), short_date(sheet.photo.taken.on)
        self._use.setText(self.tr("Use {n} as the count of {day}").format(n=total, day=day))
        is_new = total != sheet.inflamed
        none_yet = total == 0 and not sheet.proposals
        self._looked.setVisible(is_new and none_yet)
        self._use.setVisible(is_new and (total > 0 or (none_yet and self._looked.isChecked())))
        self._day.setText(self._about_day(sheet.inflamed, day))

    def _about_proposals(self, sheet: Sheet) -> str:
        days = {photo.taken.on for photo, _ in sheet.proposing}
        day = short_date(days.pop()) if len(days) == 1 else self.tr("earlier photos")
        n = len(sheet.proposals)
        found = (
            self.tr("1 spot of {day} is proposed and counts once you confirm it.")
            if n == 1
            else self.tr("%n spots of {day} are proposed and count once you confirm them.", "", n)
        )
        rest = self.tr(
            "Click a dashed ring to confirm; right-click it and press Del if it is gone."
        )
        return found.format(day=day) + " " + rest

    def _about_day(self, inflamed: int | None, day: str) -> str:
        if inflamed is None:
            return self.tr("No inflamed spots are counted for {day} yet.").format(day=day)
        return self.tr("Inflamed spots counted for {day}: {n}.").format(day=day, n=inflamed)

    def _fill_table(self, sheet: Sheet) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        ours, before = counts(sheet.marks), counts(sheet.earlier_marks)
        heads = ["", short_date(sheet.photo.taken.on)]
        if sheet.earlier:
            heads.insert(1, short_date(sheet.earlier.taken.on))
        columns = [before, ours] if sheet.earlier else [ours]
        regions = in_reading_order([*ours, *before]) if sheet.photo.view.shows_face else []
        self._add_row(0, heads, "caption")
        for at, region in enumerate(regions, start=1):
            cells = [number(column.get(region, 0)) for column in columns]
            cells[-1] = cells[-1] if sheet.marks else NOTHING_SAID
            self._add_row(at, [region_name(region), *cells], "body")
        totals = [number(sum(column.values())) for column in columns]
        totals[-1] = totals[-1] if sheet.marks else NOTHING_SAID
        self._add_row(len(regions) + 1, [self.tr("Together"), *totals], "strong")

    def _add_row(self, at: int, cells: list[str], role: str) -> None:
        for column, cell in enumerate(cells):
            text = label(cell, role)
            if column:
                text.setAlignment(RIGHT)
            self._grid.addWidget(text, at, column)
