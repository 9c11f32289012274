"""What is said to be lost by closing, to the patient and to whoever sees the lock screen."""

from diary.ui.left_behind import LeftBehind


def test_forms_are_named_only_to_whoever_has_the_diary_open() -> None:
    left = LeftBehind(2, ("Add results",))
    assert left.named() == [
        "2 photos are not in your diary yet.",
        "What you entered under “Add results” is not saved.",
    ]
    assert left.unnamed() == [
        "2 photos are not in your diary yet.",
        "What you entered in an open form is not saved.",
    ]
    assert left.about_files() == "The files they come from stay where they are."


def test_nothing_is_said_where_nothing_is_lost() -> None:
    nothing = LeftBehind()
    assert nothing.named() == nothing.unnamed() == []
    assert nothing.about_files() == ""
    assert LeftBehind(1).named() == ["1 photo is not in your diary yet."]
