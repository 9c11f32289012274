"""Time-lapses of a real diary: what is in them, what is said, and what reaches the disk."""

import io
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from skimage import data as portraits

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.domain.timelapse import Caption, MovieFormat, Scenes
from diary.errors import InvalidInput, NotSaved, Stopped
from diary.imaging import face_models
from diary.journal import Journal

FIRST = date(2026, 10, 1)
SPOTS = ((0.4, 0.2), (0.5, 0.2), (0.45, 0.3))
FRONT = Scenes(View.FRONT, caption=Caption.NONE)


def portrait() -> Image.Image:
    made: Any = portraits.astronaut()  # type: ignore[no-untyped-call]
    return Image.fromarray(made)


def add(journal: Journal, image: Image.Image, day: int, view: View = View.FRONT) -> Photo:
    """A photo of day `day` of the course."""
    data = io.BytesIO()
    image.save(data, "PNG")
    picture = journal.photos.read_bytes(data.getvalue(), f"{day}.png")
    taken = Taken(FIRST + timedelta(day - 1), None, None, DateSource.TYPED)
    return journal.photos.add(picture, view=view, taken=taken).photo


@pytest.fixture
def photos(journal: Journal) -> list[Photo]:
    """The same face three times: as it is, moved by 40 px, and smaller; aligned by hand."""
    whole = portrait()
    moved = Image.new("RGB", whole.size)
    moved.paste(whole, (40, 0))
    small = whole.resize((480, 480)).crop((0, 0, 460, 470))
    taken = [add(journal, whole, 1), add(journal, moved, 8), add(journal, small, 15)]
    spots = ((0.3, 0.2), (0.6, 0.2), (0.45, 0.5))
    aside = 40 / 512
    journal.alignment.set_points(
        taken[0].id, taken[1].id, tuple((p, (p[0] + aside, p[1])) for p in spots)
    )
    scale = 480 / 470
    journal.alignment.set_points(
        taken[0].id, taken[2].id, tuple((p, (p[0] * scale, p[1] * scale)) for p in spots)
    )
    return taken


def pixels(data: bytes) -> "np.ndarray[Any, np.dtype[np.float64]]":
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), float)


def test_pictures_lie_over_each_other_and_show_only_what_all_of_them_show(
    journal: Journal, photos: list[Photo]
) -> None:
    film = journal.timelapse.film(FRONT)
    first, second, third = map(pixels, film.pictures)
    assert first.shape == second.shape == third.shape
    assert np.abs(first - second).mean() < 4
    assert np.abs(first - third).mean() < 8
    assert film.said == ()


def test_photos_that_could_not_be_aligned_are_shown_as_taken_and_counted(
    journal: Journal, photos: list[Photo]
) -> None:
    add(journal, Image.new("RGB", (512, 512), "tan"), 22)
    film = journal.timelapse.film(FRONT)
    assert len(film.pictures) == 4
    (said,) = film.said
    assert said.startswith("1 photo could not be aligned and is shown as taken.")


def test_a_photo_that_shows_much_less_than_the_others_is_counted(
    journal: Journal, photos: list[Photo]
) -> None:
    near = add(journal, portrait().crop((180, 60, 300, 180)), 22)
    journal.alignment.set_points(
        photos[0].id,
        near.id,
        tuple(((x, y), ((x * 512 - 180) / 120, (y * 512 - 60) / 120)) for x, y in SPOTS),
    )
    assert journal.timelapse.film(FRONT).said == (
        "1 photo shows less than the others; the rest is grey.",
    )


def test_a_damaged_photo_is_left_out_and_counted(
    journal: Journal, photos: list[Photo], folder: Path
) -> None:
    (folder / "objects" / photos[1].object_name[:2] / f"{photos[1].object_name}.age").unlink()
    journal._vault.pictures.forget(photos[1].id)  # noqa: SLF001 - as if it had been thrown away
    film = journal.timelapse.film(FRONT)
    assert [part.photo for part in film.parts] == [photos[0], photos[2]]
    assert film.said == ("1 photo is left out: its file is damaged.",)


def test_only_the_view_and_the_days_asked_for_are_shown(
    journal: Journal, photos: list[Photo]
) -> None:
    add(journal, portrait().rotate(90), 8, View.CHEST)
    from_day_8 = replace(FRONT, first=date(2026, 10, 8))
    until_day_8 = replace(FRONT, last=date(2026, 10, 8))
    for scenes, expected in ((from_day_8, photos[1:]), (until_day_8, photos[:2])):
        assert [part.photo for part in journal.timelapse.film(scenes).parts] == expected
    with pytest.raises(InvalidInput, match="needs two photos of the same view"):
        journal.timelapse.film(replace(FRONT, view=View.CHEST))


def test_dates_and_days_are_written_as_asked(journal: Journal, photos: list[Photo]) -> None:
    add(journal, portrait().rotate(1), -3)
    dated = journal.timelapse.film(replace(FRONT, caption=Caption.DATE_AND_DAY))
    captions = [part.scene.caption for part in dated.parts]
    assert captions == [
        "27 Sep 2026",
        "1 Oct 2026 · day 1",
        "8 Oct 2026 · day 8",
        "15 Oct 2026 · day 15",
    ]
    assert not any(part.scene.caption for part in journal.timelapse.film(FRONT).parts)


@pytest.mark.parametrize("kind", MovieFormat)
def test_what_is_saved_is_what_was_shown(
    journal: Journal, photos: list[Photo], kind: MovieFormat, tmp_path: Path
) -> None:
    film = journal.timelapse.film(FRONT)
    path = tmp_path / f"face.{kind.value}"
    saved = journal.timelapse.save(film, path, kind, 4)
    assert saved.size == path.stat().st_size
    with Image.open(path) as movie:
        assert movie.n_frames == 3  # type: ignore[attr-defined]
        for number, shown in enumerate(film.pictures):
            movie.seek(number)
            small = movie.convert("RGB").resize(Image.open(io.BytesIO(shown)).size)
            assert np.abs(np.asarray(small, float) - pixels(shown)).mean() < 8
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_cancelling_leaves_nothing_and_keeps_what_was_there(
    journal: Journal, photos: list[Photo], tmp_path: Path
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    path = target / "face.webp"
    path.write_bytes(b"an older one")

    def stop_at_the_third(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    film = journal.timelapse.film(FRONT)
    with pytest.raises(Stopped):
        journal.timelapse.save(film, path, MovieFormat.WEBP, 4, watch=stop_at_the_third)
    assert path.read_bytes() == b"an older one"
    assert list(target.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(
    journal: Journal, photos: list[Photo], tmp_path: Path
) -> None:
    film = journal.timelapse.film(FRONT)
    taken = tmp_path / "a folder.webp"
    taken.mkdir()
    for path in (tmp_path / "nowhere" / "face.webp", taken):
        with pytest.raises(NotSaved, match=r"was not saved: .*Choose another place"):
            journal.timelapse.save(film, path, MovieFormat.WEBP, 4)
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*.part"))


def test_no_time_lapse_is_written_into_the_diary_itself(
    journal: Journal, photos: list[Photo], folder: Path
) -> None:
    film = journal.timelapse.film(FRONT)
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(InvalidInput, match="outside the diary’s own folder"):
        journal.timelapse.save(film, folder / "diary.db", MovieFormat.WEBP, 4)
    assert (folder / "diary.db").read_bytes() == before


EYES = ((203, 102), (247, 104))
"""Of the portrait, in pixels of its 512."""


@pytest.fixture
def faces(journal: Journal) -> list[Photo]:
    """The portrait as it is, and leaning."""
    return [add(journal, portrait(), 1), add(journal, portrait().rotate(9), 8)]


def test_faces_are_laid_over_each_other_by_themselves(journal: Journal, faces: list[Photo]) -> None:
    film = journal.timelapse.film(FRONT)
    first, second = map(pixels, film.pictures)
    assert np.abs(first - second).mean() < 12
    assert film.said == ()


def test_covered_eyes_are_black_on_every_picture(
    journal: Journal, faces: list[Photo], tmp_path: Path
) -> None:
    film = journal.timelapse.film(replace(FRONT, cover_eyes=True))
    path = tmp_path / "covered.webp"
    journal.timelapse.save(film, path, MovieFormat.WEBP, 4)
    with Image.open(path) as movie:
        movie.seek(1)
        saved = np.asarray(movie.convert("RGB"), float)
    for picture, scale in (
        (pixels(film.pictures[0]), 1),
        (pixels(film.pictures[1]), 1),
        (saved, 2),
    ):
        for x, y in EYES:
            left, top = x - film.frame.left * 512, y - film.frame.top * 512
            around = picture[
                int((top - 4) * scale) : int((top + 4) * scale),
                int((left - 6) * scale) : int((left + 6) * scale),
            ]
            assert around.size
            assert around.max() < 40
    assert film.said == (
        "Look at each picture before you share it: a second face or a mirror is not covered.",
    )


def test_a_photo_whose_eyes_cannot_be_found_is_left_out_when_eyes_are_to_be_covered(
    journal: Journal, faces: list[Photo]
) -> None:
    add(journal, Image.new("RGB", (300, 400), (200, 160, 140)), 15)
    film = journal.timelapse.film(replace(FRONT, cover_eyes=True))
    assert [part.photo for part in film.parts] == faces
    assert film.said[0] == (
        "1 photo is left out: no face was found on it, so its eyes cannot be covered."
    )


def test_nothing_is_shown_if_eyes_are_to_be_covered_and_faces_cannot_be_searched_for(
    journal: Journal, faces: list[Photo], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(face_models, "built_in", lambda: tmp_path)
    with pytest.raises(InvalidInput, match="what finds faces is not installed"):
        journal.timelapse.film(replace(FRONT, cover_eyes=True))
