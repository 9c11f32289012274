"""Who may import whom. Read this first: it is the map of the program."""

from pytest_archon import archrule

import diary

QT = "PySide6*"


def test_the_domain_depends_on_nothing() -> None:
    (
        archrule("the domain knows neither Qt, the disk nor the rest of the diary")
        .match("diary.domain*")
        .may_import("diary.domain*", "diary.errors", "diary.words")
        .should_not_import("diary*", QT, "sqlcipher3*", "PIL*", "matplotlib*", "numpy*")
        .check(diary)
    )


def test_the_store_knows_only_what_a_diary_is() -> None:
    (
        archrule("the vault is below everything but the domain")
        .match("diary.store*")
        .may_import(
            "diary.store*", "diary.domain*", "diary.errors", "diary.words", "diary.resources"
        )
        .should_not_import("diary*", QT, "PIL*", "matplotlib*")
        .check(diary)
    )


def test_imaging_knows_pixels_but_no_vault() -> None:
    (
        archrule("pictures are read without knowing where they will be kept")
        .match("diary.imaging*")
        .may_import(
            "diary.imaging*", "diary.domain*", "diary.errors", "diary.words", "diary.resources"
        )
        .should_not_import("diary*", QT, "sqlcipher3*", "matplotlib*")
        .check(diary)
    )


def test_files_of_others_are_decoded_in_a_process_of_their_own() -> None:
    (
        archrule("what may crash on a damaged picture is no part of the diary's process")
        .match("diary*")
        .exclude("diary.imaging.*_program", "diary.imaging.decode", "diary.imaging.formats")
        .exclude("diary.imaging.rewrite")
        .should_not_import("diary.imaging.decode", "diary.imaging.rewrite", "diary.imaging.colour")
        .should_not_import("pi_heif*")
        .check(diary, only_direct_imports=True)
    )


def test_opencv_is_loaded_only_by_processes_of_its_own() -> None:
    opencv = ["diary.imaging.face_detector", "diary.imaging.face_mesh", "diary.imaging.faces"]
    (
        archrule("what takes 90 MB is no part of the diary's process")
        .match("diary*")
        .exclude("diary.imaging.*_program", "diary.imaging.decode", "diary.imaging.overlay")
        .exclude(*opencv)
        .should_not_import("cv2*", "diary.imaging.overlay", *opencv)
        .check(diary, only_direct_imports=True)
    )


def test_charts_are_drawn_without_a_window() -> None:
    (
        archrule("a chart is a function of a figure and plain values")
        .match("diary.charts*")
        .may_import("diary.charts*", "diary.domain*", "diary.words", "diary.errors")
        .should_not_import("diary*", QT, "sqlcipher3*", "matplotlib.pyplot")
        .check(diary, only_direct_imports=True)
    )


def test_the_report_and_the_exports_never_reach_up() -> None:
    (
        archrule("reports and exports are made from plain values")
        .match("diary.report*", "diary.exchange*")
        .should_not_import("diary.journal*", "diary.ui*", "diary.cli", "diary.app", "diary.store*")
        .should_not_import(QT)
        .check(diary, only_direct_imports=True)
    )


def test_the_journal_never_knows_who_is_asking() -> None:
    (
        archrule("the journal serves the window and the command line alike")
        .match("diary.journal*", "diary.sample*")
        .should_not_import("diary.ui*", "diary.cli", "diary.app", QT)
        .check(diary)
    )


def test_the_window_reaches_the_data_through_the_journal() -> None:
    (
        archrule("pages and dialogs never open the vault or decode a file")
        .match("diary.ui*")
        .should_not_import("diary.store*", "diary.imaging*", "diary.cli", "diary.app")
        .check(diary, only_direct_imports=True, skip_type_checking=True)
    )


def test_the_command_line_needs_no_window() -> None:
    (
        archrule("the verbs run where there is no display")
        .match("diary.cli", "diary.verbs", "diary.*_verb", "diary.terminal")
        .should_not_import("diary.ui*", "diary.app", "diary.store*", QT)
        .check(diary, only_direct_imports=True)
    )
