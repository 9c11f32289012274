"""Small pictures are sealed, and their cache never gets in the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from diary.domain.alignment import Laid
from diary.domain.face import COUNT, Face
from diary.domain.similarity import Similarity
from diary.store.pictures import PictureCache

KEY = bytes(range(32))


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    cache = PictureCache(tmp_path, KEY)
    cache.put("1", b"thumbnail" * 2000, b"preview" * 2000)
    return cache


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "thumbs.db"


def reopened(cache: PictureCache, tmp_path: Path) -> PictureCache:
    cache.close()
    return PictureCache(tmp_path, KEY)


def test_pictures_are_there_again_after_closing(cache: PictureCache, tmp_path: Path) -> None:
    again = reopened(cache, tmp_path)
    assert again.thumbnail("1") == b"thumbnail" * 2000
    assert again.preview("1") == b"preview" * 2000
    assert again.thumbnail("2") is None


def test_a_forgotten_photo_leaves_no_picture(cache: PictureCache) -> None:
    cache.forget("1")
    assert cache.thumbnail("1") is None
    assert cache.preview("1") is None


def test_pictures_are_sealed_and_backups_may_skip_them(cache: PictureCache, database: Path) -> None:
    cache.close()
    content = database.read_bytes()
    assert b"thumbnail" not in content
    assert not content.startswith(b"SQLite format 3")
    assert (
        (database.parent / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172")
    )


def scribble(path: Path) -> None:
    path.write_bytes(b"scribble" * 1000)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\0" * (len(content) - len(content) // 2)
    path.write_bytes(content)


def make_plain(path: Path) -> None:
    path.unlink()
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE picture (photo_id, thumbnail, preview)")
    plain.close()


@pytest.mark.parametrize("hurt", [scribble, cut, flip, make_plain, Path.unlink])
def test_a_hurt_cache_is_thrown_away_and_made_again(
    cache: PictureCache, tmp_path: Path, database: Path, hurt: Callable[[Path], None]
) -> None:
    cache.close()
    hurt(database)
    again = PictureCache(tmp_path, KEY)
    assert again.preview("1") is None
    again.put("1", b"new thumbnail", b"new preview")
    assert again.thumbnail("1") == b"new thumbnail"
    again.close()
    assert b"new" not in database.read_bytes()


def test_a_place_that_takes_no_cache_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file in the way")
    cache = PictureCache(tmp_path, KEY)
    cache.put("1", b"thumbnail", b"preview")
    assert cache.thumbnail("1") is None


FACE = Face(tuple((n / 1000, 1 - n / 1000) for n in range(COUNT)), 3.5, -2.0, 1.25, 0.97)


def test_a_face_is_kept_for_the_finder_that_found_it(cache: PictureCache, tmp_path: Path) -> None:
    cache.put_face("1", "1", FACE)
    cache.put_face("2", "1", None)
    again = reopened(cache, tmp_path)
    kept = again.face("1", "1")
    assert kept is not None
    assert kept[0] is not None
    assert kept[0].points[467] == pytest.approx(FACE.points[467], abs=1e-6)
    assert (kept[0].yaw, kept[0].roll) == (3.5, 1.25)
    assert again.face("2", "1") == (None,)
    assert again.face("1", "2") is None
    assert again.face("3", "1") is None


def test_a_forgotten_photo_leaves_no_face(cache: PictureCache) -> None:
    cache.put_face("1", "1", FACE)
    cache.forget("1")
    assert cache.face("1", "1") is None


def test_a_cache_from_before_faces_takes_them(cache: PictureCache, tmp_path: Path) -> None:
    cache._connection().execute("DROP TABLE face")  # noqa: SLF001 - as older programs left it
    again = reopened(cache, tmp_path)
    again.put_face("1", "1", FACE)
    assert again.face("1", "1") is not None
    assert again.thumbnail("1") == b"thumbnail" * 2000


LAID = Laid(Similarity(0.9, 0.1, 0.02, -0.03), sure=True)


def test_how_photos_lie_is_kept_for_the_way_it_was_found(
    cache: PictureCache, tmp_path: Path
) -> None:
    cache.put_laid("1", "2", "1", LAID)
    cache.put_laid("1", "3", "1", None)
    again = reopened(cache, tmp_path)
    assert again.laid("1", "2", "1") == (LAID,)
    assert again.laid("1", "3", "1") == (None,)
    assert again.laid("1", "2", "2") is None
    assert again.laid("2", "1", "1") is None


@pytest.mark.parametrize("photo_id", ["1", "2"])
def test_a_forgotten_photo_lies_over_no_other(cache: PictureCache, photo_id: str) -> None:
    cache.put_laid("1", "2", "1", LAID)
    cache.forget(photo_id)
    assert cache.laid("1", "2", "1") is None
