"""What the patient of `visit.py` does with photos: add, compare, mark, copy, look at new ones.

Steps yield what has to be true before the next one, as those of `visit.py` do.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

Ready = Callable[[], bool]
Settle = Callable[[], Iterator[Ready]]


def add(view: Any, files: list[str], settle: Settle) -> Iterator[Ready]:
    """Drop pictures on the Photos page, and look at the table before they are added."""
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDropEvent
    from PySide6.QtTest import QTest

    from diary.ui.dialogs.import_review import Review
    from diary.ui.dialogs.import_review.table import DraftTable

    view.show_page("photos")
    yield from settle()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(file) for file in files])
    view.page.dropEvent(
        QDropEvent(
            QPointF(100, 100),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    yield lambda: view.findChild(Review) is not None
    review = view.findChild(Review)
    rows = review.findChild(DraftTable)
    rows.select(range(len(files)))
    QTest.keyClick(rows, Qt.Key.Key_1)
    review.grab()
    review.submit()
    yield from settle()
    yield from _back(view)
    assert view.findChild(Review) is None
    found: list[int] = []
    view.session.ask(_count, found.append, view)
    yield partial(bool, found)
    assert found == [len(files)]


def look(view: Any, plan: dict[str, Any], settle: Settle) -> Iterator[Ready]:
    """See two photos in all the ways there are, and let one of them out."""
    photos: list[Any] = []
    view.session.ask(_all, photos.extend, view)
    yield partial(bool, photos)
    yield from _view(view, settle)
    view.show_comparison(*photos)
    yield from settle()
    view.grab()
    yield from _mark(view, photos[-1], settle)
    yield from _play(view, settle)
    yield from _watch(view, Path(plan["phone"]), settle)
    yield from _copy(view, photos[0], Path(plan["copy"]), settle)


def _view(view: Any, settle: Settle) -> Iterator[Ready]:
    """Open the first photo large, at all its pixels."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from diary.ui.pages.photos.canvas import Canvas
    from diary.ui.pages.photos.grid import PhotoGrid

    view.show_page("photos")
    yield from settle()
    grid = view.page.findChild(PhotoGrid)
    grid.move_to(0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    yield lambda: any(one.isVisible() for one in view.page.findChildren(Canvas))
    yield from settle()
    view.page.findChild(Canvas).zoom_to(1.0)
    yield from settle()
    view.grab()


def _mark(view: Any, photo: Any, settle: Settle) -> Iterator[Ready]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from diary.ui.pages.marks.canvas import MarkCanvas

    view.show_marks(photo)
    yield from settle()
    canvas = view.page.findChild(MarkCanvas)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    yield from settle()
    view.grab()
    marked: list[int] = []
    view.session.ask(_count_marks, marked.append, view)
    yield partial(bool, marked)
    assert marked == [1]


def _play(view: Any, settle: Settle) -> Iterator[Ready]:
    """Look at a time-lapse without saving it."""
    from diary.ui.dialogs.timelapse import TimeLapseDialog

    photos: list[Any] = []
    view.session.ask(_all, photos.extend, view)
    yield partial(bool, photos)
    dialog = TimeLapseDialog(view.session, view.page, photos, None)
    dialog.open()
    yield lambda: not dialog.work.running
    yield from settle()
    dialog.grab()
    dialog.reject()
    yield from _back(view)


def _watch(view: Any, folder: Path, settle: Settle) -> Iterator[Ready]:
    """Watch a folder with a new picture, look at the picture, and leave it out."""
    from diary.ui.dialogs.import_review import Review
    from diary.ui.dialogs.import_review.table import DraftTable

    view.show_page("photos")
    watching = view.session.watching
    watching.choose(folder, only_new=False)
    yield lambda: bool(watching.news.pictures)
    files = [one.path for one in watching.news.pictures]
    view.page.importer.add_files(files, [None], ask=True)
    yield lambda: view.findChild(Review) is not None
    review = view.findChild(Review)
    review.findChild(DraftTable).select([0])
    review.grab()
    review.reject()
    watching.leave_out([one.digest for one in watching.news.pictures])
    yield lambda: not watching.news.pictures
    yield from settle()
    yield from _back(view)


def _copy(view: Any, photo: Any, target: Path, settle: Settle) -> Iterator[Ready]:
    """Save a copy, and put the picture on the clipboard, where it is until the diary locks."""
    from PySide6.QtGui import QGuiApplication

    from diary.ui.dialogs.copy_out import CopyOutDialog

    made: list[Any] = []
    view.session.ask(partial(_stripped, photo=photo), made.append, view)
    yield partial(bool, made)
    session = view.session
    session.journal.copies_out.save(made.pop(), target, on_diary=session.gate.on_diary)
    dialog = CopyOutDialog(view.session, view.page, photo)
    dialog.open()
    yield lambda: bool(dialog.held.text())
    dialog.copy.click()
    yield lambda: QGuiApplication.clipboard().mimeData().hasImage()
    yield from settle()
    dialog.reject()
    yield from _back(view)


def _back(view: Any) -> Iterator[Ready]:
    """Give the window the keys again, as a desktop does once a dialog is closed."""
    view.window().activateWindow()
    yield view.window().isActiveWindow


def _all(journal: Any) -> Any:
    return journal.photos.all()


def _count(journal: Any) -> int:
    return len(journal.photos.all())


def _count_marks(journal: Any) -> int:
    return len(journal.marks.all())


def _stripped(journal: Any, photo: Any) -> Any:
    return journal.copies_out.stripped(journal.copies_out.data(photo))
