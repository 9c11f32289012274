"""The recovery code on paper, read as another program reads it."""

from datetime import date
from io import BytesIO

import pikepdf

from diary.report.recovery_card import write_recovery_card
from diary.store.recovery_code import new_recovery_code
from tests.report.test_document import Reader

MADE = date(2026, 11, 23)
CODE = new_recovery_code()


def test_it_says_which_diary_it_is_for_when_it_was_made_and_the_whole_code() -> None:
    card = Reader(write_recovery_card(CODE, diary="Ada’s diary", made=MADE))
    assert len(card.pages) == 1
    assert "For the diary “Ada’s diary”" in card.words
    assert "Made on 23 November 2026" in card.words
    places = [card.words.index(group) for group in CODE.split()]
    assert places == sorted(places)


def test_it_says_what_it_opens_and_whom_to_keep_it_from() -> None:
    card = Reader(write_recovery_card(CODE, diary="Skin Diary", made=MADE))
    assert "opens the diary if you forget the passphrase" in card.words
    assert "Anyone who has this page can open the diary." in card.words


def test_a_long_or_strange_name_keeps_it_one_page() -> None:
    name = "#strong[x] $1$ " + "long" * 60 + " 日記"
    card = Reader(write_recovery_card(CODE, diary=name, made=MADE))
    assert len(card.pages) == 1
    assert "#strong[x] $1$" in card.words
    assert CODE.split()[7] in card.words


def test_it_says_nothing_about_health() -> None:
    pdf = write_recovery_card(CODE, diary="Skin Diary", made=MADE)
    with pikepdf.open(BytesIO(pdf)) as opened:
        about = str(opened.docinfo) + opened.open_metadata().__str__()
    words = f"{Reader(pdf).words} {about}".casefold()
    assert not [word for word in ("isotretinoin", "acne", "course") if word in words]
