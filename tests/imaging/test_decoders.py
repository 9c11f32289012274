"""A picture may crash, hang or bloat its decoder; the diary goes on and says a sentence."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from diary.errors import PhotoRefused, ReadingStopped
from diary.imaging import intake
from diary.imaging.decoder import Decoder, DecoderLost
from diary.imaging.decoders import Decoders
from diary.imaging.stopping import Stop
from tests.imaging.planted import HANGS, ITEMS_UNCHECKED, Started, decoding, is_gone
from tests.imaging.test_intake import TODAY
from tests.pictures.phone import photo, portrait

FACE = photo(portrait().resize((64, 64)))
DEADLY_HEIC = photo(portrait().resize((64, 64)), "HEIF", taken="2026:11:03 08:12:34").replace(
    b"\x00Exif\x00", b"\x00E\xeaif\x00"
)
"""Ends the process whose decoder does not look at the item types first."""

Use = Callable[[str], Started]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    """Have pictures read by processes with a fault."""
    used: list[Decoders] = []

    def use_fault(fault: str) -> Started:
        started = Started(fault)
        used.append(Decoders(started))
        monkeypatch.setattr(intake, "decoders", used[-1])
        return started

    yield use_fault
    for decoders in used:
        decoders.dismiss()


def refusal_of(data: bytes, *stops: Stop) -> str:
    with pytest.raises(PhotoRefused) as refused:
        intake.read_bytes(data, "face.jpg", TODAY, *stops)
    return str(refused.value)


def test_a_file_that_crashes_its_decoder_is_refused_and_the_next_one_is_read(use: Use) -> None:
    started = use(ITEMS_UNCHECKED)

    with pytest.raises(DecoderLost):
        Decoders(started).decode(DEADLY_HEIC)
    assert "“face.jpg” is damaged" in refusal_of(DEADLY_HEIC)
    assert intake.read_bytes(FACE, "face.jpg", TODAY).width == 64
    assert is_gone(started.decoders[0].pid)


def test_a_crash_of_a_used_decoder_is_not_held_against_the_picture(use: Use) -> None:
    use(
        decoding("fault.seen += 1; return real(data) if fault.seen == 1 else os._exit(1)")
        + "fault.seen = 0"
    )

    for _ in range(3):
        assert intake.read_bytes(FACE, "face.jpg", TODAY).width == 64


@pytest.mark.parametrize("fault", ["os.abort()", "os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_every_death_of_a_decoder_is_survived(use: Use, fault: str) -> None:
    use(decoding(fault))

    assert "is damaged" in refusal_of(FACE)


def test_a_picture_that_takes_too_long_is_given_up(use: Use) -> None:
    started = use(HANGS)

    assert "could not be read within 2 seconds" in refusal_of(FACE)
    assert is_gone(started.decoders[0].pid)


def test_memory_beyond_the_limit_is_refused(use: Use) -> None:
    use("from diary.imaging import decode; decode._decode = lambda *_: bytes(3_000_000_000)")

    assert "more pixels than this diary can open" in refusal_of(FACE)


def test_a_decoder_cannot_write_a_file(use: Use, tmp_path: Path) -> None:
    stolen = tmp_path / "stolen"
    use(decoding(f"open({str(stolen)!r}, 'wb', 0).write(data)"))

    refusal_of(FACE)

    assert not stolen.exists() or stolen.stat().st_size == 0


def test_a_decoder_knows_nothing_of_the_surroundings(
    use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKIN_DIARY_PASSPHRASE_FILE", "secret")
    use(decoding("return os.abort() if 'SKIN_DIARY_PASSPHRASE_FILE' in os.environ else real(data)"))

    assert intake.read_bytes(FACE, "face.jpg", TODAY).width == 64


def test_a_decoder_that_prints_does_not_garble_its_answer(use: Use) -> None:
    use(decoding("os.write(1, b'warning'); print('warning'); return real(data)"))

    assert intake.read_bytes(FACE, "face.jpg", TODAY).width == 64


def test_one_decoder_reads_many_pictures_but_none_after_a_damaged_one(use: Use) -> None:
    started = use("")
    for _ in range(3):
        intake.read_bytes(FACE, "face.jpg", TODAY)
    assert len(started.decoders) == 1

    refusal_of(FACE[:1000])
    intake.read_bytes(FACE, "face.jpg", TODAY)

    assert len(started.decoders) == 2


def test_a_decoder_that_is_at_work_while_all_are_dismissed_reads_no_more() -> None:
    """It may have been started without what is there by now."""
    started = Started("")
    decoders = Decoders(started)

    def dismissed_meanwhile(decoder: Decoder) -> int:
        decoders.dismiss()
        return decoder.pid

    pid = decoders.run(dismissed_meanwhile, keep=lambda _pid: True)
    assert is_gone(pid)
    decoders.decode(FACE)
    assert len(started.decoders) == 2
    decoders.dismiss()


def test_many_threads_share_two_decoders(use: Use) -> None:
    started = use("")

    with ThreadPoolExecutor(6) as pool:
        pictures = list(pool.map(lambda n: intake.read_bytes(FACE, f"{n}.jpg", TODAY), range(24)))

    assert [picture.file_name for picture in pictures] == [f"{n}.jpg" for n in range(24)]
    assert len(started.decoders) == 2


def test_a_stop_ends_a_reading_that_hangs(use: Use) -> None:
    use(HANGS)
    stop = Stop()
    threading.Timer(0.2, stop.ask).start()

    with pytest.raises(ReadingStopped, match="Reading “face"):
        intake.read_bytes(FACE + bytes(50_000_000), "face.heic", TODAY, stop)


def test_after_a_stop_nothing_more_is_read_for_the_one_who_asked(use: Use) -> None:
    started = use("")
    stop = Stop()
    assert intake.read_bytes(FACE, "face.jpg", TODAY, stop).width == 64
    stop.ask()

    with pytest.raises(ReadingStopped):
        intake.read_bytes(FACE, "face.jpg", TODAY, stop)
    assert intake.read_bytes(FACE, "face.jpg", TODAY).width == 64
    assert len(started.decoders) == 1


def test_decoders_without_work_go_away() -> None:
    started = Started()
    decoders = Decoders(started, idle_seconds=0.05)
    decoders.decode(FACE)
    (decoder,) = started.decoders

    pause = threading.Event()
    assert any(is_gone(decoder.pid) or pause.wait(0.05) for _ in range(200))


def test_a_system_that_starts_no_process_is_named(
    use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    use("")

    assert "no room to read pictures" in refusal_of(FACE)
