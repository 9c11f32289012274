"""The finished PDF, read as a doctor's program reads it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from diary.domain.diary import Diary
from diary.domain.look import Look
from diary.domain.visits import Question
from diary.report.document import photos_for, write_report
from diary.report.options import Paper, ReportOptions, Section
from tests.report.conftest import build, shots

PASSWORD = "correct horse"  # noqa: S105 - protects nothing but a test


class Reader:
    """A report opened by Qt's PDF reader."""

    def __init__(self, pdf: bytes, password: str = "") -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.setPassword(password)
        self._document.load(self._buffer)

    @property
    def error(self) -> QPdfDocument.Error:
        return self._document.error()

    @property
    def pages(self) -> list[str]:
        count = range(self._document.pageCount())
        return [self._document.getAllText(page).text().replace("\r\n", "\n") for page in count]

    @property
    def words(self) -> str:
        """All text, with every line break read as a space."""
        return " ".join(" ".join(self.pages).split())

    def page_size(self) -> tuple[int, int]:
        size = self._document.pagePointSize(0)
        return round(size.width()), round(size.height())


def report(diary: Diary, options: ReportOptions | None = None) -> bytes:
    return write_report(diary, options or ReportOptions(), shots(diary))


@pytest.fixture
def opened(diary: Diary) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(report(diary))) as pdf:
        yield pdf


def test_page_one_answers_the_appointments_questions(qapp: object, diary: Diary) -> None:
    first, second = Reader(report(diary)).pages
    for said in (
        "Isotretinoin course summary",
        "1,920 mg, 28 mg/kg",
        "5 days without a record",
        "Since last appointment, 5 November",
        "month two",
        "1 of 2",
        "Recorded by the patient in Skin Diary.",
    ):
        assert said in first
    assert "Baseline" in second
    assert "2 of 2" in second


def test_what_the_patient_typed_prints_as_typed(qapp: object, diary: Diary) -> None:
    typed = '#import "x" then *a_b* $x$ <l> @r \\ // `c` é ñ Ω'
    asked = replace(diary, questions=(Question("q", typed),))
    assert typed in Reader(report(asked)).words


def test_text_without_a_glyph_is_boxed_and_the_box_explained(qapp: object, diary: Diary) -> None:
    asked = replace(diary, questions=(Question("q", "Is 皮 dry?\u202e\x07"),))
    words = Reader(report(asked)).words
    assert "Is □ dry?" in words
    assert "□ stands for a sign this file cannot show." in words
    assert "□" not in Reader(report(diary)).words


def test_long_words_stay_on_the_page(qapp: object, diary: Diary) -> None:
    asked = replace(diary, questions=(Question("q", "x" * 300),))
    assert Reader(report(asked)).words.replace(" ", "").replace("\u200b", "").count("x" * 300) == 1


@pytest.mark.parametrize("days", [1, 54, 300])
def test_short_and_long_courses_are_two_pages(qapp: object, days: int) -> None:
    assert len(Reader(report(build(days))).pages) == 2


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_both_papers_hold_the_same_two_pages(
    qapp: object, diary: Diary, paper: Paper, size: tuple[int, int]
) -> None:
    pdf = Reader(report(diary, ReportOptions(paper=paper)))
    assert pdf.page_size() == size
    assert len(pdf.pages) == 2


@pytest.mark.parametrize("paper", list(Paper))
def test_remarks_on_the_photos_keep_to_their_page(qapp: object, diary: Diary, paper: Paper) -> None:
    """Every photo blurred, dark and glaring: three remarks of nine places each."""
    looks = {photo.id: Look(0.1, 20, 30, 0.3, 60, 60) for photo in diary.photos}
    pdf = Reader(report(replace(diary, looks=looks), ReportOptions(paper=paper)))
    assert len(pdf.pages) == 2
    assert "Compare with care. Front, Baseline" in pdf.words


def test_without_photos_there_is_one_page(qapp: object, diary: Diary) -> None:
    assert len(Reader(report(diary, ReportOptions(views=frozenset()))).pages) == 1


def test_an_empty_diary_still_makes_a_report(qapp: object, diary: Diary) -> None:
    empty = replace(diary, days=(), photos=(), labs=(), visits=(), questions=())
    (only,) = Reader(report(empty)).pages
    assert "0 of 54 days" in only
    assert "Trend" not in only


def test_every_day_s_notes_follow_on_their_own_pages(qapp: object, diary: Diary) -> None:
    days = tuple(replace(day, note="A line of words. " * 30) for day in diary.days)
    options = ReportOptions(sections=frozenset(Section))
    pages = Reader(report(replace(diary, days=days), options)).pages
    assert len(pages) > 3
    assert pages[2].startswith("Daily notes")


def test_the_same_diary_gives_the_same_bytes(diary: Diary) -> None:
    assert report(diary) == report(diary)


def test_the_file_is_dated_by_the_diary_and_not_by_the_clock(opened: pikepdf.Pdf) -> None:
    assert str(opened.docinfo["/CreationDate"]).startswith("D:20261123000000")


def test_only_the_photos_that_are_shown_are_asked_for(diary: Diary) -> None:
    needed = {photo.id for photo in photos_for(diary, ReportOptions())}
    pictures = {id: shot for id, shot in shots(diary).items() if id in needed}  # noqa: A001
    assert len(needed) == 9
    assert write_report(diary, ReportOptions(), pictures) == report(diary)


def test_the_file_says_that_it_is_archivable_and_accessible(opened: pikepdf.Pdf) -> None:
    metadata = opened.open_metadata()
    assert metadata.pdfa_status == "2A"
    assert metadata["pdfuaid:part"] == "1"
    assert metadata["dc:title"] == "Isotretinoin course summary"
    assert opened.Root.Lang == "en"
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.StructTreeRoot is not None


def test_headings_tables_and_pictures_are_tagged(opened: pikepdf.Pdf) -> None:
    tags = [obj for obj in map(as_dictionary, opened.objects) if obj is not None and "/S" in obj]
    kinds = [str(tag.S) for tag in tags if isinstance(tag.S, pikepdf.Name)]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/L"} <= set(kinds)
    told = [str(tag.Alt) for tag in tags if "/Alt" in tag]
    assert kinds.count("/Figure") == len(told) == 10
    assert any(words.startswith("Acne, 49 days, first week 6.6, last week 3.4") for words in told)
    assert "Front photo, Baseline: 1 Oct 2026, day 1; acne 7   dryness 0.0" in told


def as_dictionary(obj: pikepdf.Object) -> pikepdf.Dictionary | None:
    return obj if isinstance(obj, pikepdf.Dictionary) else None


def test_every_font_is_inside_the_file(opened: pikepdf.Pdf) -> None:
    described = [
        o for o in map(as_dictionary, opened.objects) if o is not None and "/FontName" in o
    ]
    assert described
    assert all("/FontFile2" in font for font in described)
    assert all("DejaVuSans" in str(font.FontName) for font in described)


def test_photos_are_the_very_bytes_that_were_handed_over(diary: Diary, opened: pikepdf.Pdf) -> None:
    inside = {
        bytes(obj.read_raw_bytes())
        for obj in opened.objects
        if isinstance(obj, pikepdf.Stream) and obj.get("/Filter") == pikepdf.Name.DCTDecode
    }
    shown = {shots(diary)[photo.id].jpeg for photo in photos_for(diary, ReportOptions())}
    assert inside == shown


def test_a_protected_report_opens_only_with_its_password(qapp: object, diary: Diary) -> None:
    pdf = report(diary, ReportOptions(password=PASSWORD))
    assert Reader(pdf).error == QPdfDocument.Error.IncorrectPassword
    assert Reader(pdf, "wrong horse").error == QPdfDocument.Error.IncorrectPassword
    assert "Alex Sample" in Reader(pdf, PASSWORD).words


def test_a_protected_report_is_sealed_with_aes_256_and_claims_no_archive(diary: Diary) -> None:
    pdf = report(diary, ReportOptions(password=PASSWORD))
    assert b"pdfaid" not in pdf
    with pikepdf.open(BytesIO(pdf), password=PASSWORD) as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
        assert opened.open_metadata().pdfa_status == ""
        assert opened.open_metadata()["pdfuaid:part"] == "1"
        assert opened.Root.StructTreeRoot is not None


def test_unrecorded_days_are_said_and_no_dose_is_called_missed(
    qapp: object, diary: Diary, changed_day: Callable[..., Diary]
) -> None:
    unrecorded = changed_day(date(2026, 11, 20), dose=None)
    words = Reader(report(unrecorded)).words
    assert "6 days without a record" in words
    assert "missed" not in words
    assert "No dose skipped" not in words
