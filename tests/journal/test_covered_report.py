"""The report with the patient's eyes covered."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from diary.domain.photo import DateSource, Photo, Taken, View
from diary.imaging import face_models
from diary.journal import Journal
from diary.report.options import ReportOptions
from tests.pictures import phone

EYES = ((203, 102), (247, 104))
"""Of the portrait, in pixels of its 512."""

COVERED = ReportOptions(aligned=False, cover_eyes=True)


def add(journal: Journal, image: Image.Image, on: date, view: View = View.FRONT) -> Photo:
    picture = journal.photos.read_bytes(phone.photo(image), f"{on}.jpg")
    return journal.photos.add(
        picture, view=view, taken=Taken(on, None, None, DateSource.TYPED)
    ).photo


@pytest.fixture
def portrait(journal: Journal) -> Photo:
    return add(journal, phone.portrait(), date(2026, 10, 1))


@pytest.fixture
def faceless(journal: Journal) -> Photo:
    return add(journal, Image.new("RGB", (300, 400), (200, 160, 140)), date(2026, 11, 22))


def pictures(pdf: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [
            one
            for one in opened.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        return [pikepdf.PdfImage(one).as_pil_image().convert("RGB") for one in found]


def eyes_of(image: Image.Image) -> list[int]:
    """How light each eye of the portrait is at most."""
    scale = image.width / 512
    seen = np.asarray(image)
    return [
        int(
            seen[
                int((y - 4) * scale) : int((y + 4) * scale),
                int((x - 6) * scale) : int((x + 6) * scale),
            ].max()
        )
        for x, y in EYES
    ]


def test_the_eyes_are_black_in_the_file_and_seen_without_the_option(
    journal: Journal, portrait: Photo
) -> None:
    (covered,) = pictures(journal.report(COVERED))
    assert max(eyes_of(covered)) < 40
    (plain,) = pictures(journal.report(replace(COVERED, cover_eyes=False)))
    assert min(eyes_of(plain)) > 80


def test_a_photo_whose_eyes_are_not_found_is_left_out(
    journal: Journal, portrait: Photo, faceless: Photo
) -> None:
    assert len(pictures(journal.report(replace(COVERED, cover_eyes=False)))) == 2
    assert len(pictures(journal.report(COVERED))) == 1


def test_no_face_is_shown_where_faces_cannot_be_searched_for(
    journal: Journal, portrait: Photo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    journal._vault.pictures.forget(portrait.id)  # noqa: SLF001 - it was found while adding
    monkeypatch.setattr(face_models, "built_in", lambda: tmp_path)
    assert pictures(journal.report(COVERED)) == []


def test_a_photo_of_the_back_needs_no_face(journal: Journal) -> None:
    add(journal, Image.new("RGB", (300, 400), (200, 160, 140)), date(2026, 11, 22), View.BACK)
    options = replace(COVERED, views=frozenset({View.BACK}))
    assert len(pictures(journal.report(options))) == 1
