"""What is said of a folder, in words, and in which order."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from diary.journal import Copy, CopyKind, Standing
from diary.ui.remarks import About, remarks

FOLDER = Path("/home/anna/Sync/Skin Diary.skindiary")


def standing(**changes: object) -> Standing:
    values: dict[str, object] = {
        "vault_id": "0a1b",
        "folder": FOLDER,
        "read_only": "",
        "service": "",
        "left_open_on": "",
        "copies": (),
        "generation": 7,
        "last_day": date(2026, 11, 12),
    }
    return Standing(**(values | changes))  # type: ignore[arg-type]


def copy(name: str, minute: int = 0) -> Copy:
    changed = datetime(2026, 11, 21, 8, minute, tzinfo=UTC)
    return Copy(CopyKind.DATABASE, FOLDER / name, changed)


def test_a_folder_of_ones_own_leaves_nothing_to_say(qapp: QApplication) -> None:
    assert remarks(standing(), seen=7, moved_from=None) == []


def test_the_gravest_comes_first_and_only_reading_only_cannot_be_hidden(
    qapp: QApplication,
) -> None:
    found = remarks(
        standing(
            read_only="This folder cannot be written to.",
            service="Dropbox",
            left_open_on="annas-laptop",
            copies=(copy("diary (1).db"),),
        ),
        seen=8,
        moved_from=Path("/old"),
    )
    assert [one.about for one in found] == [
        About.READ_ONLY,
        About.MOVED,
        About.OLDER,
        About.COPIES,
        About.LEFT_OPEN,
    ]
    assert [one.about for one in found if not one.token] == [About.READ_ONLY]


@pytest.mark.parametrize(
    ("seen", "lacks"), [(8, "in 1 later session on"), (10, "in 3 later sessions on")]
)
def test_an_older_state_names_how_much_it_lacks_and_its_last_day(
    qapp: QApplication, seen: int, lacks: str
) -> None:
    (older,) = remarks(standing(), seen=seen, moved_from=None)
    assert lacks in older.text
    assert "Its last day is 12 November 2026." in older.text
    (empty,) = remarks(standing(last_day=None), seen=seen, moved_from=None)
    assert "last day" not in empty.text


def test_several_copies_are_counted_and_a_new_one_is_said_anew(qapp: QApplication) -> None:
    one, two = copy("diary (1).db"), copy("diary (2).db")
    (before,) = remarks(standing(copies=(one,)), seen=7, moved_from=None)
    (after,) = remarks(standing(copies=(one, two)), seen=7, moved_from=None)
    (changed,) = remarks(standing(copies=(copy("diary (1).db", 5),)), seen=7, moved_from=None)
    assert after.text == "2 other copies lie beside this diary."
    assert len({before.token, after.token, changed.token}) == 3
    assert all("diary" not in one.token for one in (before, after, changed))


def test_another_computer_matters_only_where_folders_are_synced(qapp: QApplication) -> None:
    assert remarks(standing(left_open_on="annas-laptop"), seen=7, moved_from=None) == []
    synced = standing(service="OneDrive", left_open_on="annas-laptop")
    said = [one.text for one in remarks(synced, seen=7, moved_from=None)]
    assert said[0].startswith("This diary lies in a folder that OneDrive copies while you write.")
    assert said[1].startswith("The computer annas-laptop has this diary open or did not close it.")
