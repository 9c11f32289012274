"""What would not be in the diary if it closed now, in sentences."""

from dataclasses import dataclass

from diary.words import translate


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """`photos` is how many are not added yet, `forms` the titles of those that were begun."""

    photos: int = 0
    forms: tuple[str, ...] = ()

    def named(self) -> list[str]:
        """For whoever sits before the open diary."""
        words = translate("LeftBehind", "What you entered under “{form}” is not saved.")
        return self._photos() + [words.format(form=title) for title in self.forms]

    def unnamed(self) -> list[str]:
        """Where others can read it: the title of a form tells of health."""
        words = translate("LeftBehind", "What you entered in an open form is not saved.")
        return self._photos() + ([words] if self.forms else [])

    def about_files(self) -> str:
        if not self.photos:
            return ""
        return translate("LeftBehind", "The files they come from stay where they are.")

    def _photos(self) -> list[str]:
        if self.photos == 0:
            return []
        if self.photos == 1:
            return [translate("LeftBehind", "1 photo is not in your diary yet.")]
        return [translate("LeftBehind", "%n photos are not in your diary yet.", self.photos)]
