"""Cut and hurt HEIC files are found by their boxes."""

from diary.imaging import bmff


def box(kind: bytes, content: bytes = b"") -> bytes:
    return (8 + len(content)).to_bytes(4) + kind + content


FILE_TYPE = box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic")
PIXELS = box(b"mdat", bytes(100))
WHOLE = FILE_TYPE + PIXELS


def with_items(*entries: bytes, version: int = 0) -> bytes:
    count = len(entries).to_bytes(4 if version else 2)
    table = box(b"iinf", bytes([version, 0, 0, 0]) + count + b"".join(entries))
    return FILE_TYPE + box(b"meta", bytes(4) + table) + PIXELS


def entry(kind: bytes, *, version: int = 2) -> bytes:
    identity = b"\x00\xe9" if version == 2 else b"\x00\x00\x00\xe9"
    return box(b"infe", bytes([version, 0, 0, 0]) + identity + bytes(2) + kind + b"\x00")


def test_a_whole_file_is_sound() -> None:
    assert bmff.is_sound(WHOLE)


def test_a_file_cut_anywhere_is_not_sound() -> None:
    between_boxes = {0, len(FILE_TYPE)}
    cuts = [length for length in range(len(WHOLE)) if bmff.is_sound(WHOLE[:length])]

    assert set(cuts) <= between_boxes


def test_a_last_box_without_a_length_goes_on_to_the_end() -> None:
    assert bmff.is_sound(FILE_TYPE + b"\x00\x00\x00\x00mdat" + bytes(50))


def test_a_box_of_64_bit_length_is_measured() -> None:
    long_box = b"\x00\x00\x00\x01mdat" + (16 + 40).to_bytes(8) + bytes(40)

    assert bmff.is_sound(FILE_TYPE + long_box)
    assert not bmff.is_sound(FILE_TYPE + long_box[:-1])


def test_what_a_phone_appends_after_the_last_box_is_not_taken_for_a_cut() -> None:
    assert bmff.is_sound(WHOLE + b"\x99\x99\x99\x99\x00\xe9\x01\x02 notes of the phone")


def test_a_length_shorter_than_a_box_does_not_go_round_in_circles() -> None:
    assert bmff.is_sound(FILE_TYPE + b"\x00\x00\x00\x03free" + PIXELS)


def test_items_say_in_text_what_they_are() -> None:
    assert bmff.is_sound(with_items(entry(b"hvc1"), entry(b"Exif")))
    assert bmff.is_sound(with_items(entry(b"hvc1", version=3), version=1))
    assert not bmff.is_sound(with_items(entry(b"hvc1"), entry(b"E\xeaif")))
    assert not bmff.is_sound(with_items(entry(b"E\xeaif", version=3), version=1))


def test_brands_are_the_major_and_the_compatible_ones() -> None:
    assert bmff.brands(WHOLE) == {b"heic", b"mif1"}
    assert bmff.brands(b"\xff\xd8\xff\xe0") == frozenset()
    assert bmff.brands(b"") == frozenset()
