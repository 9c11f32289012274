"""Write a file where the patient said, whole or not at all."""

from pathlib import Path

from diary.journal import save_outside


def save_file(path: Path, data: bytes, diary: Path | None = None) -> None:
    """Write it over what was there, which the patient was asked about.

    Raises `NotSaved`, and `InvalidInput` inside the folder of the diary; a file that was there
    before is then as it was.
    """
    save_outside(data, path, diary, replace=True)
