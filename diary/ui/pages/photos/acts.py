"""What can be done with selected photos, each undoable as one step."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from diary.domain.album import Entry
from diary.domain.photo import Photo, View, view_name
from diary.journal import Journal
from diary.ui import messages
from diary.ui.local import short_date
from diary.ui.pages.photos.shown import photo_count
from diary.ui.session import Session
from diary.words import translate


def set_view(session: Session, entries: Sequence[Entry], view: View) -> None:
    ids = [entry.photo_id for entry in entries if entry.view is not view]
    if ids:
        words = translate("Photos", "view {view} of {photos}")
        text = words.format(view=view_name(view).lower(), photos=photo_count(len(ids)))
        _change(session, text, partial(_set_view, ids=ids, view=view))


def set_date(session: Session, entries: Sequence[Entry], on: date) -> None:
    ids = [entry.photo_id for entry in entries if entry.on != on]
    if ids:
        words = translate("Photos", "date {date} of {photos}")
        text = words.format(date=short_date(on), photos=photo_count(len(ids)))
        _change(session, text, partial(_set_date, ids=ids, on=on))


def shift(session: Session, entries: Sequence[Entry], days: int) -> None:
    ids = [entry.photo_id for entry in entries]
    if ids and days:
        text = translate("Photos", "dates of {photos}").format(photos=photo_count(len(ids)))
        _change(session, text, partial(_shift, ids=ids, days=days))


def ask_to_delete(
    parent: QWidget, session: Session, photo_ids: Sequence[str], spoken: str = ""
) -> None:
    """Asks once for all. `spoken` names a single photo."""
    count = photo_count(len(photo_ids))
    if len(photo_ids) == 1:
        question = translate("Photos", "Delete this photo? {photo}").format(photo=spoken)
        details = translate(
            "Photos",
            "It stays under Deleted photos for 30 days, from where it can be restored or "
            "deleted for good.",
        )
    else:
        question = translate("Photos", "Delete {photos}?").format(photos=count)
        details = translate(
            "Photos",
            "They stay under Deleted photos for 30 days, from where they can be restored or "
            "deleted for good.",
        )
    then = partial(_delete, session, tuple(photo_ids))
    messages.confirm(parent, question, translate("Photos", "Delete"), then, details=details)


def _delete(session: Session, photo_ids: Sequence[str]) -> None:
    text = translate("Photos", "{photos} deleted").format(photos=photo_count(len(photo_ids)))
    session.push(
        text,
        lambda journal: journal.album.delete(photo_ids),
        lambda journal: journal.album.restore(photo_ids),
        changed=session.photos_changed.emit,
    )


Act = Callable[[Journal], list[Photo]]


class _Change:
    """Remembers what the photos were like before, which only the diary's thread knows."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._before: list[Photo] = []

    def do(self, journal: Journal) -> None:
        self._before = self._act(journal)

    def undo(self, journal: Journal) -> None:
        journal.album.put_back(self._before)


def _change(session: Session, text: str, act: Act) -> None:
    change = _Change(act)
    session.push(text, change.do, change.undo, changed=session.photos_changed.emit)


def _set_view(journal: Journal, ids: list[str], view: View) -> list[Photo]:
    return journal.album.set_view(ids, view)


def _set_date(journal: Journal, ids: list[str], on: date) -> list[Photo]:
    return journal.album.set_date(ids, on)


def _shift(journal: Journal, ids: list[str], days: int) -> list[Photo]:
    return journal.album.shift(ids, days)
