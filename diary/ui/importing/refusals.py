"""Files that cannot be added: the first are explained, of many more only the names are said."""

from diary.ui.importing.words import listed
from diary.words import translate

EXPLAINED = 2
"""With the sentence about the others they are the three that Today has room for."""


class Refusals:
    def __init__(self) -> None:
        self._count = 0
        self._more: list[str] = []

    def is_explained(self, name: str) -> bool:
        """Whether to say why `name` is not added; if not, it is counted."""
        self._count += 1
        if self._count > EXPLAINED:
            self._more.append(name)
        return self._count <= EXPLAINED

    def told(self) -> str:
        """What to say of those that were counted; all are forgotten. Nothing if there are none."""
        more, self._count, self._more = self._more, 0, []
        if not more:
            return ""
        if len(more) == 1:
            words = translate("Importer", "“{name}” was not added either.")
            return words.format(name=more[0])
        words = translate(
            "Importer",
            "%n more files were not added ({names}). Add one of them alone to see why.",
            len(more),
        )
        return words.format(names=listed(more))
