"""What the patient does to the spots of a photo: shown at once, written, and taken back by undo."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from diary.domain.ids import new_id
from diary.domain.mark import Mark, Proposal, confirmed, put, seen, without
from diary.domain.regions import Region, region_of
from diary.domain.similarity import Point
from diary.journal import Journal, Sheet
from diary.ui.session import Session


class Marking(QObject):
    """Knows the `sheet` of the photo that is shown; nothing changes without one."""

    changed = Signal()
    """The sheet is another before it is written."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.sheet: Sheet | None = None

    def find(self, spot: str) -> Mark | Proposal | None:
        if self.sheet is None:
            return None
        every: list[Mark | Proposal] = [*seen(self.sheet.marks), *self.sheet.proposals]
        return next((one for one in every if one.spot == spot), None)

    def is_carried(self, spot: str) -> bool:
        """Whether it was there on the earlier photo."""
        return self.sheet is not None and any(one.spot == spot for one in self.sheet.carried)

    def mark(self, at: Point) -> str:
        """Mark a new spot; returns its id."""
        if self.sheet is None:
            return ""
        mark = Mark(self.sheet.photo.id, new_id(), at, region_of(at, self.sheet.face))
        self._change(self.tr("spot marked"), put(self.sheet.marks, mark))
        return mark.spot

    @Slot(str, object)
    def confirm(self, spot: str, at: Point) -> None:
        """Mark a proposed spot, perhaps at another place than proposed."""
        found = self.find(spot)
        if isinstance(found, Proposal):
            self._confirm(self.tr("spot confirmed"), replace(found, at=at))

    @Slot()
    def confirm_all(self) -> None:
        if self.sheet is not None:
            self._confirm(self.tr("all spots confirmed"), *self.sheet.proposals)

    @Slot(str, object)
    def move(self, spot: str, at: Point) -> None:
        found = self.find(spot)
        if self.sheet is not None and isinstance(found, Mark):
            marks = put(self.sheet.marks, replace(found, at=at))
            self._change(self.tr("spot moved"), marks, merge=("moved", spot))

    @Slot(str)
    def remove(self, spot: str) -> None:
        """Take a mark away, or say that a proposed spot is gone."""
        if self.sheet is not None and isinstance(self.find(spot), Mark):
            self._change(self.tr("mark removed"), without(self.sheet.marks, spot))
        else:
            self.dismiss(spot)

    @Slot(str)
    def dismiss(self, spot: str) -> None:
        """Say that nothing is to be seen there any more."""
        found = self.find(spot)
        if self.sheet is not None and found is not None:
            gone = Mark(self.sheet.photo.id, spot, found.at, found.region, gone=True)
            self._change(self.tr("spot gone"), put(self.sheet.marks, gone))

    @Slot()
    def propose_again(self) -> None:
        """Take back that spots are gone."""
        if self.sheet is not None:
            self._change(self.tr("spots proposed again"), seen(self.sheet.marks))

    def set_region(self, spot: str, region: Region) -> None:
        found = self.find(spot)
        if self.sheet is not None and isinstance(found, Mark) and region is not found.region:
            marks = put(self.sheet.marks, replace(found, region=region))
            self._change(self.tr("part of the face"), marks)

    @Slot()
    def use_count(self) -> None:
        """The one way from marks to counts, and only when the patient takes it."""
        if self.sheet is None:
            return
        on, before = self.sheet.photo.taken.on, self.sheet.inflamed
        total = len(seen(self.sheet.marks))
        self._session.push(
            self.tr("inflamed spots {n}").format(n=total),
            partial(_count, on=on, inflamed=total),
            partial(_count, on=on, inflamed=before),
            changed=partial(self._session.day_changed.emit, on),
        )

    def _confirm(self, words: str, *proposals: Proposal) -> None:
        assert self.sheet is not None  # noqa: S101 - it has the proposals
        marks = self.sheet.marks
        for proposal in proposals:
            marks = put(marks, confirmed(self.sheet.photo.id, proposal))
        self._change(words, marks)

    def _change(
        self, words: str, marks: tuple[Mark, ...], merge: tuple[str, str] | None = None
    ) -> None:
        assert self.sheet is not None  # noqa: S101 - its marks are changed
        before, self.sheet = self.sheet, replace(self.sheet, marks=marks)
        self.changed.emit()
        self._session.push(
            words,
            partial(_put, photo_id=before.photo.id, marks=marks),
            partial(_put, photo_id=before.photo.id, marks=before.marks),
            changed=self._session.marks_changed.emit,
            merge=merge,
        )


def _put(journal: Journal, photo_id: str, marks: tuple[Mark, ...]) -> None:
    journal.marks.put(photo_id, marks)


def _count(journal: Journal, on: date, inflamed: int | None) -> None:
    journal.days.record(on, inflamed=inflamed)
