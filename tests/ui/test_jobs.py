"""Work leaves the UI thread and its result comes back to it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from diary.ui.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_result_arrives_on_the_ui_thread_though_the_work_ran_elsewhere(
    qtbot: QtBot, jobs: Jobs
) -> None:
    threads: list[threading.Thread] = []

    def arrived(worker: threading.Thread) -> None:
        threads.extend([worker, threading.current_thread()])

    jobs.run(threading.current_thread, arrived, jobs)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_jobs_for_the_diary_run_one_after_the_other_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    ran: list[int] = []
    for number in range(20):
        jobs.run(partial(ran.append, number), lambda _none: None, jobs)
    jobs.wait(lambda: None)
    assert ran == list(range(20))


def test_photos_are_decoded_while_the_diary_is_busy(qtbot: QtBot, jobs: Jobs) -> None:
    decoded = threading.Event()
    together: list[bool] = []
    jobs.run(lambda: decoded.wait(10), together.append, jobs)
    jobs.decode(decoded.set, lambda _none: None, jobs)
    qtbot.waitUntil(lambda: together == [True])


def test_a_page_that_is_gone_is_not_told(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []
    page, gone = QObject(), threading.Event()
    jobs.run(lambda: gone.wait(10), lambda _none: told.append("for the page"), page)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gone.set()
    jobs.run(lambda: "for the window", told.append, jobs)
    qtbot.waitUntil(lambda: told == ["for the window"])


def test_a_failure_reaches_the_one_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    failures: list[Exception] = []
    jobs.run(lambda: 1 / 0, lambda _number: None, jobs, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_failure_nobody_asked_about_is_announced(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.failed) as announced:
        jobs.run(lambda: 1 / 0, lambda _number: None, jobs)
    assert isinstance(announced.args[0], ZeroDivisionError)


def test_closing_waits_for_the_running_job_and_delivers_nothing_more(
    qtbot: QtBot, jobs: Jobs
) -> None:
    started, finished = threading.Event(), threading.Event()
    told: list[None] = []

    def work() -> None:
        started.set()
        finished.wait(10)

    jobs.run(work, told.append, jobs)
    started.wait(10)
    threading.Timer(0.05, finished.set).start()
    jobs.close()
    assert finished.is_set()
    QCoreApplication.sendPostedEvents(jobs)
    assert told == []


def test_what_is_asked_after_closing_is_dropped_in_silence(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[str] = []
    jobs.close()
    assert jobs.run(lambda: done.append("run"), print, jobs).cancelled()
    assert jobs.decode(lambda: done.append("decode"), print, jobs).cancelled()
    assert done == []


def test_what_is_under_way_elsewhere_is_delivered_on_the_ui_thread(
    qtbot: QtBot, jobs: Jobs
) -> None:
    future: Future[str] = Future()
    arrived: list[tuple[str, threading.Thread]] = []
    jobs.follow(future, lambda text: arrived.append((text, threading.current_thread())), jobs)
    threading.Thread(target=future.set_result, args=("done",)).start()
    qtbot.waitUntil(lambda: arrived == [("done", threading.main_thread())])


def test_a_window_destroyed_while_its_work_ends_brings_nothing_down() -> None:
    # in a process of its own, for what it looks for is a segmentation fault
    ended = subprocess.run(
        [sys.executable, "-c", DESTROYED_AMID_RESULTS],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


DESTROYED_AMID_RESULTS = """
import sys, threading
from concurrent.futures import Future
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from diary.ui.jobs import Jobs

sys.setswitchinterval(1e-5)
application = QCoreApplication([])
for _ in range(200):
    window = QObject()
    jobs = Jobs(window)
    results = [Future() for _ in range(100)]
    for result in results:
        jobs.follow(result, print, window)
    begun = threading.Event()

    def work():
        begun.set()
        for result in results:
            result.set_result(None)

    worker = threading.Thread(target=work)
    worker.start()
    begun.wait()
    shiboken6.delete(window)
    worker.join()
    application.processEvents()
"""
