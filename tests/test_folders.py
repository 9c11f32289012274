"""Where a profile keeps its things."""

from pathlib import Path

import pytest

from diary.folders import HOME, folders


def test_a_throw_away_profile_keeps_everything_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "by variable"))
    by_variable, by_option = folders(None), folders(tmp_path / "by option")
    assert by_variable.settings.parent == by_variable.log.parent == tmp_path / "by variable"
    assert by_option.usual_diary.parent == tmp_path / "by option"
    assert by_option.config.is_dir()


def test_a_profile_stays_where_it_is_whatever_folder_one_goes_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folders(Path("profile")).usual_diary.parent == tmp_path / "profile"


def test_a_second_diary_gets_a_name_of_its_own(tmp_path: Path) -> None:
    places = folders(tmp_path)
    names = []
    for _ in range(3):
        names.append(places.new_diary().name)
        places.new_diary().mkdir()
    assert names == ["Skin Diary.skindiary", "Skin Diary 2.skindiary", "Skin Diary 3.skindiary"]
