"""The pictures in folders that the patient gives as a whole, and what is left out of them."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR

from diary.imaging.intake import DISK_GONE, speakable
from diary.journal.picture_files import has_name_of_picture, is_hidden, is_put_away
from diary.store.long_work import Watch, unwatched
from diary.words import translate

_JUNCTION = 0xA0000003
"""Reparse tag of the links to folders that Windows has beside symbolic ones."""

NAMED = 3
"""Folders that a sentence names; of more, the others are counted."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """`files` were given as they are; `pictures` are in the folders, in order of their paths.

    `noted` says what was left out, `refused` what could not be had; both in sentences.
    """

    files: tuple[Path, ...] = ()
    pictures: tuple[Path, ...] = ()
    noted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def gather(paths: Iterable[Path], *, most: int | None = None, watch: Watch = unwatched) -> Gathered:
    """Look through the folders among `paths`; no file is opened, no link followed.

    `watch` is told how many pictures were found, of an unknown number. A folder with more than
    `most` pictures is refused. Raises `Stopped` from `watch`.
    """
    files: list[Path] = []
    pictures: dict[Path, None] = {}
    noted: list[str] = []
    refused: list[str] = []
    for path in dict.fromkeys(paths):
        if not os.path.isdir(path):  # noqa: PTH112 - a disk that does not answer raises nothing
            files.append(path)
            continue
        walk = _Walk(path, most, watch, len(pictures))
        walk.run()
        if not walk.has_too_many:
            pictures |= dict.fromkeys(sorted(walk.pictures))
            noted += walk.left_out.said(walk.name)
        refused += walk.refusals()
    for path in files:
        pictures.pop(path, None)
    return Gathered(tuple(files), tuple(pictures), tuple(noted), tuple(refused))


@dataclass(slots=True)
class _LeftOut:
    others: int = 0
    hidden: int = 0
    links: int = 0

    def said(self, folder: str) -> list[str]:
        counted = [
            words
            for count, words in (
                (self.others, _others(self.others)),
                (self.hidden, _hidden(self.hidden)),
                (self.links, _links(self.links)),
            )
            if count
        ]
        words = translate("Folder", "Left out of “{folder}”: {what}.")
        return [words.format(folder=folder, what=", ".join(counted))] if counted else []


@dataclass(slots=True)
class _Walk:
    """Through one folder and all below it."""

    root: Path
    most: int | None
    watch: Watch
    before: int
    """Pictures in the folders before this one."""
    pictures: list[Path] = field(default_factory=list)
    left_out: _LeftOut = field(default_factory=_LeftOut)
    unread: list[Path] = field(default_factory=list)
    is_gone: bool = False
    is_empty: bool = True
    _to_do: list[Path] = field(default_factory=list)

    @property
    def name(self) -> str:
        return speakable(self.root.absolute().name or str(self.root))

    @property
    def has_too_many(self) -> bool:
        return self.most is not None and self.before + len(self.pictures) > self.most

    def run(self) -> None:
        self._to_do.append(self.root)
        while self._to_do and not self.has_too_many:
            folder = self._to_do.pop()
            try:
                self._look_into(folder)
            except OSError as error:
                if error.errno in DISK_GONE or not os.path.exists(self.root):  # noqa: PTH110
                    self.is_gone = True
                    break
                self.unread.append(folder)

    def refusals(self) -> list[str]:
        """Why something in it, or all of it, is not offered."""
        if self.is_gone:
            return [_gone(self.name)]
        if self.is_empty and not self.unread:
            return [_empty(self.name)]
        found = [_too_many(self.name, self.most or 0)] if self.has_too_many else []
        if self.unread:
            names = [speakable(os.path.relpath(one, self.root.parent)) for one in self.unread]
            found.append(_unread(names))
        if not self.pictures and not found:
            found.append(_without(self.name))
        return found

    def _look_into(self, folder: Path) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                self.is_empty = False
                self._take(entry)
                self.watch(self.before + len(self.pictures), 0)
                if self.has_too_many:
                    return

    def _take(self, entry: "os.DirEntry[str]") -> None:
        if is_put_away(entry.name):
            self.left_out.hidden += 1
        elif entry.is_symlink():
            self.left_out.links += 1
        elif entry.is_dir(follow_symlinks=False) or _is_picture(entry):
            with suppress(FileNotFoundError):  # it went meanwhile
                self._follow(entry)
        else:
            self.left_out.others += 1

    def _follow(self, entry: "os.DirEntry[str]") -> None:
        """Take a folder or a picture, unless the system marks it as a link or as hidden."""
        status = entry.stat(follow_symlinks=False)
        if getattr(status, "st_reparse_tag", 0) == _JUNCTION:
            self.left_out.links += 1
        elif is_hidden(status):
            self.left_out.hidden += 1
        elif S_ISDIR(status.st_mode):
            self._to_do.append(Path(entry.path))
        else:
            self.pictures.append(Path(entry.path))


def _is_picture(entry: "os.DirEntry[str]") -> bool:
    return has_name_of_picture(entry.name) and entry.is_file(follow_symlinks=False)


def _others(count: int) -> str:
    if count == 1:
        return translate("Folder", "1 file that is no picture the diary reads")
    return translate("Folder", "%n files that are no pictures the diary reads", count)


def _hidden(count: int) -> str:
    if count == 1:
        return translate("Folder", "1 hidden file or folder")
    return translate("Folder", "%n hidden files or folders", count)


def _links(count: int) -> str:
    if count == 1:
        return translate("Folder", "1 link")
    return translate("Folder", "%n links", count)


def _gone(name: str) -> str:
    words = translate(
        "Folder",
        "The disk or phone with “{folder}” does not answer any more. Only what was found before is "
        "offered. Connect it again and add the folder once more.",
    )
    return words.format(folder=name)


def _empty(name: str) -> str:
    words = translate("Folder", "“{folder}” is empty, so nothing was added.")
    return words.format(folder=name)


def _without(name: str) -> str:
    words = translate(
        "Folder",
        "There is no picture in “{folder}” that this diary can read, so nothing was added. It "
        "reads JPEG, HEIC, PNG, WebP, AVIF and TIFF.",
    )
    return words.format(folder=name)


def _too_many(name: str, most: int) -> str:
    words = translate(
        "Folder",
        "There are more than %n pictures in “{folder}”, too many to look at together, so none of "
        "them was added. Add the folders in it one by one.",
        most,
    )
    return words.format(folder=name)


def _unread(names: list[str]) -> str:
    if len(names) == 1:
        words = translate(
            "Folder",
            "“{folder}” could not be read, so what is in it was left out. Look whether you may "
            "read it.",
        )
        return words.format(folder=names[0])
    listed = ", ".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
    words = translate(
        "Folder",
        "%n folders could not be read, so what is in them was left out: {names}. Look whether you "
        "may read them.",
        len(names),
    )
    return words.format(names=listed)
