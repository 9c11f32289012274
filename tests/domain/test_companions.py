"""What a phone puts beside its photos is left out, and said once."""

from pathlib import PurePath

from diary.domain.companions import sort_out


def paths(*names: str) -> list[PurePath]:
    return [PurePath("DCIM", name) for name in names]


def names_of(kept: list[PurePath]) -> list[str]:
    return [path.name for path in kept]


def test_the_film_of_a_live_photo_is_left_out_and_its_still_is_read() -> None:
    kept, said = sort_out(paths("IMG_1.HEIC", "IMG_1.MOV", "IMG_2.HEIC"))

    assert names_of(kept) == ["IMG_1.HEIC", "IMG_2.HEIC"]
    assert said == (
        (
            "“IMG_1.MOV” is the film of a Live Photo and was left out; "
            "only its still “IMG_1.HEIC” is added."
        ),
    )


def test_a_pair_is_known_whatever_the_order_and_the_case_of_the_endings() -> None:
    kept, _ = sort_out(paths("IMG_1.mov", "IMG_1.JPG", "IMG_2.heic", "IMG_2.MOV"))

    assert names_of(kept) == ["IMG_1.JPG", "IMG_2.heic"]


def test_fifty_live_photos_make_one_sentence() -> None:
    files = [f"IMG_{n}.{ending}" for n in range(50) for ending in ("HEIC", "MOV", "AAE")]

    kept, said = sort_out(paths(*files))

    assert len(kept) == 50
    assert said == (
        "The films of 50 Live Photos were left out; only their stills are added.",
        (
            "50 lists of changes made on the phone (AAE) were left out; "
            "their photos are added as they were taken."
        ),
    )


def test_a_list_of_edits_is_left_out_beside_its_photo() -> None:
    kept, (sentence,) = sort_out(paths("IMG_1.JPG", "IMG_1.AAE"))

    assert names_of(kept) == ["IMG_1.JPG"]
    assert "“IMG_1.AAE” lists changes" in sentence


def test_a_film_without_its_still_is_read_to_be_refused_for_what_it_is() -> None:
    elsewhere = [PurePath("a", "IMG_1.HEIC"), PurePath("b", "IMG_1.MOV")]

    assert sort_out(elsewhere) == (elsewhere, ())
    assert sort_out(paths("IMG_9.MOV", "IMG_9.AAE"))[1] == ()
