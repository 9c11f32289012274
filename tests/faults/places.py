"""Where a struck diary lies: in a copied folder, or on a disk of its own whose power is cut."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 24
"""Megabytes of a disk: the smallest round number that holds its journal and every diary here."""

# commit: the disk writes nothing by itself while a diary is struck. noauto_da_alloc: it does not
# guess that a renamed file should be written, as other file systems do not either.
MOUNT = "loop,commit=600,noauto_da_alloc"

Cut = Callable[[], None]
"""Cuts the power: what was not asked of the disk is gone from the folder."""


@contextmanager
def copied(original: Path, work: Path) -> Iterator[tuple[Path, Cut]]:
    root = work / "root"
    shutil.copytree(original, root)
    try:
        yield root, lambda: None
    finally:
        shutil.rmtree(root)


@contextmanager
def mounted(original: Path, work: Path, data: str) -> Iterator[tuple[Path, Cut]]:
    """A copy of the disk image `original`; `data` is the ext4 mode, ordered or writeback."""
    image, after, root = work / "disk", work / "disk after the cut", work / "mounted"
    root.mkdir(exist_ok=True)
    shutil.copyfile(original, image)

    def cut() -> None:
        shutil.copyfile(image, after)  # what the disk was given so far, and nothing else
        _run("umount", root)
        _run("mount", "-o", f"{MOUNT},data={data}", after, root)

    _run("mount", "-o", f"{MOUNT},data={data}", image, root)
    try:
        yield root, cut
    finally:
        _run("umount", root)


def new_disk(image: Path, fill: Callable[[Path], None]) -> None:
    """Make an ext4 image, filled by `fill` in a folder."""
    with image.open("wb") as file:
        file.truncate(SIZE * 2**20)
    _run("mkfs.ext4", "-q", "-b", "4096", "-I", "256", "-E", "lazy_itable_init=0", image)
    root = image.with_suffix(".mounted")
    root.mkdir()
    _run("mount", "-o", "loop", image, root)
    try:
        fill(root)
    finally:
        _run("umount", root)
        root.rmdir()


def refusal(work: Path) -> str | None:
    """Why this machine mounts no disk images, in a sentence."""
    try:
        new_disk(work / "trial", lambda _root: None)
    except subprocess.CalledProcessError as error:
        return f"This machine mounts no disk images: {error.stderr.strip()}"
    return None


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
