"""What the diary says to a batch that was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from diary.domain.course import Course
from diary.domain.draft import Draft, Twin, with_choices, with_twin
from diary.domain.photo import Photo
from diary.journal import Journal
from diary.ui.importing.source import Source

if TYPE_CHECKING:
    from diary.journal import Picture


@dataclass(frozen=True, slots=True)
class Facts:
    course: Course
    now: datetime
    twins: dict[str, tuple[Twin, Photo]]

    def drafts(self, batch: "Sequence[tuple[Source, Picture]]") -> list[Draft]:
        """What the pictures would become, as it is proposed."""
        return with_choices(
            [
                self._draft(source.draft(number, picture))
                for number, (source, picture) in enumerate(batch)
            ]
        )

    def _draft(self, draft: Draft) -> Draft:
        twin = self.twins.get(draft.digest)
        return with_twin(draft, *twin) if twin else draft


def facts(journal: Journal, digests: Sequence[str]) -> Facts:
    return Facts(journal.course.get(), journal.now(), journal.photos.twins(digests))
