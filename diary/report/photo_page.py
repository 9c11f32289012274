"""The photo page: one row per view, each photo with its date, day and that day's scores."""

from diary.domain.day import Day
from diary.domain.diary import Diary
from diary.domain.photo import Photo, View, view_name
from diary.report.options import PhotoColumn, ReportOptions
from diary.report.parts import Column, Frame, Line, PhotoPage, Row
from diary.report.photo_choice import Choice, chosen_photos
from diary.report.wording import decimal, short_full_date
from diary.words import translate


def photo_page(diary: Diary, options: ReportOptions) -> PhotoPage | None:
    chosen = chosen_photos(diary, options)
    if not chosen:
        return None
    shared = {column: _shared_date(diary, column, chosen) for column in _ticked(options)}
    columns = tuple(Column(_title(column), date) for column, date in shared.items())
    rows = tuple(
        Row(
            view_name(view),
            tuple(_frame(diary, view, column, choice, shared[column]) for column in shared),
        )
        for view, choice in chosen.items()
    )
    return PhotoPage(translate("Report", "Photos"), columns, rows, _notes())


def _ticked(options: ReportOptions) -> list[PhotoColumn]:
    return [column for column in PhotoColumn if column in options.columns]


def _shared_date(diary: Diary, column: PhotoColumn, chosen: dict[View, Choice]) -> str:
    """The date and day of a column, if all its photos were taken on it."""
    days = {choice[column].taken.on for choice in chosen.values() if column in choice}
    photo = next((choice[column] for choice in chosen.values() if column in choice), None)
    return _date(diary, photo) if photo and len(days) == 1 else ""


def _frame(
    diary: Diary, view: View, column: PhotoColumn, choice: Choice, shared_date: str
) -> Frame:
    photo = choice.get(column)
    if photo is None:
        return Frame(None, (translate("Report", "no photo"),), "")
    date, scores = _date(diary, photo), _scores(diary, photo)
    alternative = translate("Report", "{view} photo, {moment}: {date}; {scores}").format(
        view=view_name(view), moment=_title(column), date=date, scores=scores
    )
    return Frame(photo.id, (scores,) if shared_date else (date, scores), alternative)


def _date(diary: Diary, photo: Photo) -> str:
    on, number = photo.taken.on, diary.course.day_number(photo.taken.on)
    if number < 1:
        return translate("Report", "{date}, before the course").format(date=short_full_date(on))
    return translate("Report", "{date}, day {n}").format(date=short_full_date(on), n=number)


def _scores(diary: Diary, photo: Photo) -> str:
    """A dash for what was not answered that day."""
    day = next((day for day in diary.days if day.on == photo.taken.on), Day(photo.taken.on))
    acne = "–" if day.acne is None else str(day.acne)
    dryness = "–" if day.dryness is None else decimal(day.dryness)
    return translate("Report", "acne {acne}   dryness {dryness}").format(acne=acne, dryness=dryness)


def _title(column: PhotoColumn) -> str:
    return {
        PhotoColumn.BASELINE: translate("Report", "Baseline"),
        PhotoColumn.MONTH_1: translate("Report", "Month 1"),
        PhotoColumn.MONTH_2: translate("Report", "Month 2"),
        PhotoColumn.NOW: translate("Report", "Now"),
    }[column]


def _notes() -> tuple[Line, Line]:
    return (
        Line(
            translate("Report", "How to read these."),
            translate(
                "Report",
                "Taken by the patient at home and shown as taken: neither aligned nor changed in "
                "light or colour. Light, distance and angle can differ between photos.",
            ),
        ),
        Line(
            translate("Report", "Scores"),
            translate(
                "Report",
                "are the patient’s own, for the day each photo was taken. Acne 0 clear to 10 "
                "worst. Dryness is the mean of lips, skin, eyes and nose, 0 none to 10 worst.",
            ),
        ),
    )
