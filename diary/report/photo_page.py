"""The photo page: one row per view, each photo with its date, day and that day's scores."""

from collections.abc import Mapping

from diary.domain.day import Day
from diary.domain.diary import Diary
from diary.domain.look import Difference, Look, difference_name, differences, remarks
from diary.domain.panels import (
    Moment,
    Panels,
    Shot,
    Span,
    Treatment,
    all_panels,
    moment_name,
    reference,
    treatment_name,
)
from diary.domain.photo import Photo, View, view_name
from diary.report.options import ReportOptions
from diary.report.parts import Column, Frame, Line, PhotoPage, Row
from diary.report.period import period_of
from diary.report.wording import decimal, short_full_date
from diary.words import translate

Rows = dict[View, Panels]


def photo_rows(diary: Diary, options: ReportOptions) -> Rows:
    """The panels of each ticked view that has a photo in a ticked column."""
    period = period_of(diary, options)
    span = Span(period.first, period.last)
    rows = all_panels(diary.photos, diary.course, span, diary.panels, diary.looks)
    ticked = {
        view: {moment: panel for moment, panel in row.items() if moment in options.columns}
        for view, row in rows.items()
        if view in options.views
    }
    return {view: row for view, row in ticked.items() if row}


def photo_page(diary: Diary, options: ReportOptions, shots: Mapping[str, Shot]) -> PhotoPage | None:
    """`shots` has the pictures by photo; one that is not in it counts as taken."""
    chosen = photo_rows(diary, options)
    if not chosen:
        return None
    done = {photo_id: shot.treatment for photo_id, shot in shots.items()}
    shared = {moment: _shared_date(diary, moment, chosen) for moment in _ticked(options)}
    columns = tuple(Column(moment_name(moment), date) for moment, date in shared.items())
    rows = tuple(
        Row(
            view_name(view),
            tuple(_frame(diary, view, moment, row, shared[moment], done) for moment in shared),
        )
        for view, row in chosen.items()
    )
    notes = (*_notes(chosen, done), *_covered(options), *_remarks(diary, chosen, shots))
    return PhotoPage(translate("Report", "Photos"), columns, rows, notes)


def _ticked(options: ReportOptions) -> list[Moment]:
    return [moment for moment in Moment if moment in options.columns]


def _shared_date(diary: Diary, moment: Moment, chosen: Rows) -> str:
    """The date and day of a column, if all its photos were taken on it."""
    photos = [row[moment].photo for row in chosen.values() if moment in row]
    days = {photo.taken.on for photo in photos}
    return _date(diary, photos[0]) if len(days) == 1 else ""


def _frame(
    diary: Diary,
    view: View,
    moment: Moment,
    row: Panels,
    shared_date: str,
    done: Mapping[str, Treatment],
) -> Frame:
    if moment not in row:
        return Frame(None, (translate("Report", "no photo"),), "")
    photo = row[moment].photo
    date, scores = _date(diary, photo), _scores(diary, photo)
    alternative = translate("Report", "{view} photo, {moment}: {date}; {scores}").format(
        view=view_name(view), moment=moment_name(moment), date=date, scores=scores
    )
    caption = [scores] if shared_date else [date, scores]
    if _stands_out(photo, row, done):
        caption.append(treatment_name(Treatment.AS_TAKEN))
        alternative += "; " + treatment_name(Treatment.AS_TAKEN)
    return Frame(photo.id, tuple(caption), alternative)


def _stands_out(photo: Photo, row: Panels, done: Mapping[str, Treatment]) -> bool:
    """Whether a photo is as taken while others of its row are cropped or aligned."""
    if photo == reference(row) or _done(photo, done) is not Treatment.AS_TAKEN:
        return False
    return any(_done(panel.photo, done) is not Treatment.AS_TAKEN for panel in row.values())


def _done(photo: Photo, done: Mapping[str, Treatment]) -> Treatment:
    return done.get(photo.id, Treatment.AS_TAKEN)


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


def _covered(options: ReportOptions) -> tuple[Line, ...]:
    if not options.cover_eyes:
        return ()
    words = translate("Report", "are covered. A photo on which no face was found is left out.")
    return (Line(translate("Report", "Eyes"), words),)


def _notes(chosen: Rows, done: Mapping[str, Treatment]) -> tuple[Line, Line]:
    return (
        Line(translate("Report", "How to read these."), _what_was_done(chosen, done)),
        Line(
            translate("Report", "Scores"),
            translate(
                "Report",
                "are the patient’s own, for the day each photo was taken. Acne 0 clear to 10 "
                "worst. Dryness is the mean of lips, skin, eyes and nose, 0 none to 10 worst.",
            ),
        ),
    )


def _what_was_done(chosen: Rows, done: Mapping[str, Treatment]) -> str:
    """Only what was really adjusted in the photos of this page."""
    photos = [panel.photo for row in chosen.values() for panel in row.values()]
    done_here = {_done(photo, done) for photo in photos} - {Treatment.AS_TAKEN}
    if not done_here:
        return translate(
            "Report",
            "Taken by the patient at home and shown as taken: neither aligned nor changed in "
            "light or colour. Light, distance and angle can differ between photos.",
        )
    said = {
        (Treatment.ALIGNED,): translate("Report", "Aligned by the app"),
        (Treatment.CROPPED,): translate("Report", "Cropped by the app"),
        (Treatment.ALIGNED, Treatment.CROPPED): translate(
            "Report", "Aligned and cropped by the app"
        ),
    }[tuple(sorted(done_here))]
    marked = any(
        _stands_out(panel.photo, row, done) for row in chosen.values() for panel in row.values()
    )
    return translate("Report", "Taken by the patient at home. {done}{except_for}; {rest}").format(
        done=said,
        except_for=translate("Report", ", except where it says “as taken”") if marked else "",
        rest=translate(
            "Report",
            "lighting and colour as taken. Light and angle can differ between photos.",
        ),
    )


def _differs(diary: Diary, look: Look, row: Panels, *, angle: bool) -> str:
    """In what a photo differs from the one that its row is compared with.

    The angle is left out where the alignment has said it already.
    """
    first = diary.looks.get(reference(row).id)
    found = [
        difference_name(one)
        for one in (differences(look, first) if first else ())
        if angle or one is not Difference.ANGLE
    ]
    if not found:
        return ""
    words = translate("Report", "Not like the first photo of the row: {how}.")
    return words.format(how=", ".join(found))


def _remarks(diary: Diary, chosen: Rows, shots: Mapping[str, Shot]) -> tuple[Line, ...]:
    """What makes photos hard to compare, each photo named once for all that is said of it alone."""
    places: dict[str, list[str]] = {}
    for view, row in chosen.items():
        for moment, panel in row.items():
            photo_id = panel.photo.id
            look, shot = diary.looks.get(photo_id), shots.get(photo_id)
            said = remarks(look, None, view) if look else ()
            aligned = shot.said if shot else ""
            beside = _differs(diary, look, row, angle=not aligned) if look else ""
            for remark in filter(None, (*said, beside, aligned)):
                place = f"{view_name(view)}, {moment_name(moment)}"
                places.setdefault(remark, []).append(place)
    if not places:
        return ()
    said_of: dict[str, list[str]] = {}
    for remark, where in places.items():
        said_of.setdefault("; ".join(where), []).append(remark)
    text = " ".join(f"{where}: {' '.join(found)}" for where, found in said_of.items())
    return (Line(translate("Report", "Compare with care."), text),)
