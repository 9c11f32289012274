"""One damaged photo takes nothing else with it."""

from datetime import date, time
from pathlib import Path

import pikepdf
import pytest

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.errors import DiaryDamaged
from diary.journal import Journal
from diary.report.options import ReportOptions
from tests.pictures.phone import photo, quartered


def add(journal: Journal, number: int, on: date) -> Photo:
    image = quartered()
    image.putpixel((number, 0), (0, 0, 0))
    picture = journal.photos.read_bytes(photo(image), f"IMG_{number}.jpg")
    taken = Taken(on, time(8), None, DateSource.TYPED)
    return journal.photos.add(picture, view=View.FRONT, taken=taken).photo


def damage(journal: Journal, *photos: Photo) -> None:
    """As if the files had gone bad long ago: no small pictures of them are left either."""
    for one in photos:
        path = journal.folder / "objects" / one.object_name[:2] / f"{one.object_name}.age"
        path.write_bytes(path.read_bytes()[:-1])
        journal._vault.pictures.forget(one.id)  # noqa: SLF001


def test_the_report_is_made_of_the_photos_that_are_whole(journal: Journal, tmp_path: Path) -> None:
    dates = (date(2026, 10, 1), date(2026, 10, 2), date(2026, 11, 23))
    first, second, last = (add(journal, number, on) for number, on in enumerate(dates))
    damage(journal, first)
    (tmp_path / "report.pdf").write_bytes(journal.report(ReportOptions()))
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert len(pdf.pages[-1].get_images()) == 2
    damage(journal, second, last)
    assert journal.report(ReportOptions()).startswith(b"%PDF")
    with pytest.raises(DiaryDamaged):
        journal.photos.preview(last)
