"""What a person can do to lay one photo over another; the photos themselves stay as they are."""

from diary.domain.alignment import Alignment, Pair, Way, by_hand
from diary.domain.photo import Photo
from diary.domain.similarity import Similarity
from diary.store import hand_points
from diary.store.vault import Vault


class Alignments:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def between(self, fixed: Photo, moving: Photo) -> Alignment:
        """How `moving` lies over `fixed`. What the patient pointed at counts before all else."""
        found = by_hand(self.points(fixed.id, moving.id))
        if found:
            return Alignment(found, Way.POINTS)
        return Alignment(Similarity(), Way.NONE)

    def points(self, fixed_id: str, moving_id: str) -> tuple[Pair, ...]:
        """The places that the patient pointed at on these two photos, or none."""
        return hand_points.get(self._vault.connection, fixed_id, moving_id)

    def set_points(
        self, fixed_id: str, moving_id: str, pairs: tuple[Pair, ...]
    ) -> tuple[Pair, ...]:
        """Keep `pairs`, or none; returns those before, which undoes it."""
        with self._vault.transaction() as connection:
            before = hand_points.get(connection, fixed_id, moving_id)
            hand_points.put(connection, fixed_id, moving_id, pairs)
        return before
