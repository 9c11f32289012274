"""Which photos of the gallery are selected, and in which order they were."""

from collections.abc import Iterable


class Choice:
    """A click selects up to two photos to compare; a third takes the place of the later choice."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}

    @property
    def ids(self) -> list[str]:
        """In the order in which they were selected."""
        return list(self._ids)

    def __contains__(self, photo_id: str) -> bool:
        return photo_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def pick(self, photo_id: str) -> None:
        """A plain click."""
        if len(self._ids) > 2:
            self.replace([photo_id])
        elif photo_id in self._ids:
            del self._ids[photo_id]
        else:
            if len(self._ids) == 2:
                self._ids.popitem()
            self._ids[photo_id] = None

    def toggle(self, photo_id: str) -> None:
        """A click with Ctrl."""
        if photo_id in self._ids:
            del self._ids[photo_id]
        else:
            self._ids[photo_id] = None

    def replace(self, photo_ids: Iterable[str]) -> None:
        self._ids = dict.fromkeys(photo_ids)

    def keep(self, photo_ids: Iterable[str]) -> None:
        """Let go of all but these."""
        there = set(photo_ids)
        self._ids = {one: None for one in self._ids if one in there}
