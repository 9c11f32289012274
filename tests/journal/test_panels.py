"""Paired panels of photos in a real vault."""

import json
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from diary.domain.panels import Moment, PanelChoice, Treatment
from diary.domain.photo import DateSource, Photo, Taken, View
from diary.exchange.json_archive import write_json
from diary.imaging.laying import METHOD
from diary.journal import Journal
from diary.report.options import ReportOptions
from tests.journal.test_damaged_photo import damage
from tests.pictures.phone import photo, portrait
from tests.report.test_document import Reader

RED, GREY = (200, 30, 40), (160, 160, 160)


def add(journal: Journal, on: date, spot: tuple[int, int], view: View = View.FRONT) -> Photo:
    """A grey photo of 300 × 400 with a red square around `spot`."""
    picture = Image.new("RGB", (300, 400), GREY)
    x, y = spot
    picture.paste(RED, (x - 20, y - 20, x + 20, y + 20))
    data = BytesIO()
    picture.save(data, "PNG")
    read = journal.photos.read_bytes(data.getvalue(), f"{on}.png")
    return journal.photos.add(read, view=view, taken=Taken(on, None, None, DateSource.TYPED)).photo


@pytest.fixture
def first(journal: Journal) -> Photo:
    return add(journal, date(2026, 10, 1), (100, 100))


@pytest.fixture
def last(journal: Journal) -> Photo:
    return add(journal, date(2026, 11, 22), (160, 140))


def chosen(journal: Journal) -> dict[Moment, Photo]:
    return {moment: panel.photo for moment, panel in journal.panels.all()[View.FRONT].items()}


def test_a_choice_is_kept_until_the_proposed_photo_is_taken_back(
    journal: Journal, first: Photo, last: Photo
) -> None:
    other = add(journal, date(2026, 11, 10), (50, 50))
    journal.panels.choose(PanelChoice(View.FRONT, Moment.NOW, other.id))
    assert chosen(journal) == {Moment.BASELINE: first, Moment.NOW: other}
    journal.panels.propose(View.FRONT, Moment.NOW)
    assert chosen(journal) == {Moment.BASELINE: first, Moment.NOW: last}


def test_a_choice_comes_back_with_its_photo_from_the_trash(
    journal: Journal, first: Photo, last: Photo
) -> None:
    other = add(journal, date(2026, 11, 10), (50, 50))
    journal.panels.choose(PanelChoice(View.FRONT, Moment.NOW, other.id))
    journal.photos.delete(other.id)
    assert chosen(journal)[Moment.NOW] == last
    journal.photos.restore(other.id)
    assert chosen(journal)[Moment.NOW] == other


def test_photos_of_a_row_are_laid_over_each_other_before_they_are_asked_for(
    journal: Journal,
) -> None:
    taken = [Taken(date(2026, 10, day), None, None, DateSource.TYPED) for day in (1, 30)]
    over, later = (
        journal.photos.add(
            journal.photos.read_bytes(photo(portrait().rotate(turn)), "back.jpg"),
            view=View.BACK,
            taken=one,
        ).photo
        for turn, one in zip((0, 5), taken, strict=True)
    )
    kept = journal._vault.pictures  # noqa: SLF001 - what is kept shows in its time only
    assert kept.laid(over.id, later.id, METHOD) is None
    journal.panels.prepare()
    assert kept.laid(over.id, later.id, METHOD) is not None


def test_an_aligned_photo_shows_the_same_place_where_the_first_one_does(
    journal: Journal, first: Photo, last: Photo
) -> None:
    """The last photo has its spot 60 to the right and 40 down: it is moved back over the first."""
    pairs = tuple(
        ((x / 400, y / 400), ((x + 60) / 400, (y + 40) / 400))
        for x, y in ((100, 100), (200, 100), (100, 300))
    )
    journal.alignment.set_points(first.id, last.id, pairs)
    shot = journal.panels.shot(last, over=first)
    assert shot.treatment is Treatment.ALIGNED
    laid = Image.open(BytesIO(shot.jpeg))
    assert laid.size == (shot.width, shot.height)
    assert shot.width / shot.height == pytest.approx(300 / 400, abs=0.002)
    red = laid.getpixel((round(100 / 300 * shot.width), round(100 / 400 * shot.height)))
    assert isinstance(red, tuple)
    assert max(abs(a - b) for a, b in zip(red, RED, strict=True)) < 12


def test_a_photo_that_lies_over_no_other_is_shown_as_taken(
    journal: Journal, first: Photo, last: Photo
) -> None:
    shot = journal.panels.shot(last, over=first)
    assert shot.treatment is Treatment.AS_TAKEN
    assert shot.jpeg == journal.photos.preview(last)


def test_the_summary_shows_the_chosen_photo_and_says_what_was_aligned(
    qapp: object, journal: Journal, first: Photo, last: Photo
) -> None:
    other = add(journal, date(2026, 11, 10), (170, 150))
    journal.panels.choose(PanelChoice(View.FRONT, Moment.NOW, other.id))
    pairs = (((0.2, 0.2), (0.3, 0.2)), ((0.5, 0.2), (0.6, 0.2)), ((0.2, 0.6), (0.3, 0.6)))
    journal.alignment.set_points(first.id, other.id, pairs)
    words = Reader(journal.report(ReportOptions())).words
    assert "10 Nov 2026, day 41" in words
    assert "22 Nov 2026" not in words
    assert "Aligned by the app; lighting and colour as taken." in words
    as_taken = Reader(journal.report(ReportOptions(aligned=False))).words
    assert "shown as taken: neither aligned nor changed" in as_taken


def test_a_photo_whose_file_is_lost_gives_its_place_in_the_summary_to_another(
    qapp: object, journal: Journal, first: Photo, last: Photo
) -> None:
    earlier = add(journal, date(2026, 11, 18), (50, 50))
    damage(journal, last)
    journal.panels.choose(PanelChoice(View.FRONT, Moment.NOW, last.id))
    assert f"{earlier.taken.on.day} Nov 2026" in Reader(journal.report(ReportOptions())).words


def test_faces_are_cut_to_the_same_head_and_laid_over_the_first(
    journal: Journal,
) -> None:
    """The same portrait twice, the second time turned by 8° and a fifth smaller."""
    first = add_picture(journal, date(2026, 10, 1), portrait())
    turned = portrait().rotate(8, Image.Resampling.BICUBIC, fillcolor=GREY).resize((410, 410))
    last = add_picture(journal, date(2026, 11, 22), turned)
    shots = [journal.panels.shot(photo, over=first) for photo in (first, last)]
    assert [shot.treatment for shot in shots] == [Treatment.CROPPED, Treatment.ALIGNED]
    assert shots[0].width / shots[0].height == pytest.approx(0.8, abs=0.01)
    pictures = [Image.open(BytesIO(shot.jpeg)).convert("L") for shot in shots]
    assert pictures[0].size == pictures[1].size
    assert pictures[0].width < 512
    middle = (60, 100, pictures[0].width - 60, pictures[0].height - 100)
    apart = ImageChops.difference(*(picture.crop(middle) for picture in pictures))
    assert ImageStat.Stat(apart).mean[0] < 8


def add_picture(journal: Journal, on: date, picture: Image.Image) -> Photo:
    read = journal.photos.read_bytes(photo(picture), f"{on}.jpg")
    taken = Taken(on, None, None, DateSource.TYPED)
    return journal.photos.add(read, view=View.FRONT, taken=taken).photo


def test_the_archive_names_no_photo_that_is_in_the_trash(
    journal: Journal, first: Photo, last: Photo
) -> None:
    journal.panels.choose(PanelChoice(View.FRONT, Moment.NOW, last.id))
    told = json.loads(write_json(journal.diary()))
    assert told["panels"] == [{"view": "front", "moment": "now", "photo_id": last.id}]
    assert [one["photo_id"] for one in told["looks"]] == [first.id, last.id]

    journal.photos.delete(last.id)
    assert last.id not in write_json(journal.diary()).decode()
    journal.photos.restore(last.id)
    assert json.loads(write_json(journal.diary()))["panels"] == told["panels"]
