"""Days in the database: one row for each answered day, none for the others."""

from datetime import date, datetime

from sqlcipher3.dbapi2 import Connection

from diary.domain.day import Day, Dose, DoseState
from diary.domain.scales import Severity

_NUMBERS = ("acne", "lips", "skin", "eyes", "nose", "mood", "inflamed", "nodules", "comedones")
_COLUMNS = (
    "on_date",
    *_NUMBERS,
    "dose_state",
    "dose_mg",
    "dose_with_food",
    "dose_reason",
    "medicines",
    "note",
)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM day"  # noqa: S608 - our own column names
_UPSERT = (
    f"INSERT INTO day ({', '.join(_COLUMNS)}, changed_at) "  # noqa: S608 - as above
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 1))}) ON CONFLICT (on_date) DO UPDATE SET "
    + ", ".join(f"{column} = excluded.{column}" for column in (*_COLUMNS[1:], "changed_at"))
)


def get(connection: Connection, on: date) -> Day:
    """The day's answers; an empty day where there are none."""
    return next(iter(between(connection, on, on)), Day(on))


def between(connection: Connection, first: date, last: date) -> list[Day]:
    """The answered days from `first` to `last`, oldest first."""
    period = (first.isoformat(), last.isoformat())
    symptoms: dict[str, dict[str, Severity | None]] = {}
    for on, name, severity in connection.execute(
        "SELECT on_date, name, severity FROM symptom WHERE on_date BETWEEN ? AND ?", period
    ):
        symptoms.setdefault(on, {})[name] = Severity(severity) if severity else None
    care: dict[str, set[str]] = {}
    for on, name in connection.execute(
        "SELECT on_date, name FROM care WHERE on_date BETWEEN ? AND ?", period
    ):
        care.setdefault(on, set()).add(name)
    rows = connection.execute(f"{_SELECT} WHERE on_date BETWEEN ? AND ? ORDER BY on_date", period)
    return [_day(row, symptoms.get(row[0], {}), frozenset(care.get(row[0], ()))) for row in rows]


def last(connection: Connection) -> date | None:
    """The last answered day."""
    (on,) = connection.execute("SELECT max(on_date) FROM day").fetchone()
    return date.fromisoformat(on) if on else None


def put(connection: Connection, day: Day, changed_at: datetime) -> None:
    """Write the whole day; a day without answers leaves no row."""
    on = day.on.isoformat()
    if day.is_empty:
        connection.execute("DELETE FROM day WHERE on_date = ?", (on,))
        return
    dose = day.dose
    connection.execute(
        _UPSERT,
        (
            on,
            *(getattr(day, column) for column in _NUMBERS),
            *((dose.state.value, dose.mg, dose.with_food, dose.reason) if dose else _NO_DOSE),
            day.medicines,
            day.note,
            changed_at.isoformat(timespec="seconds"),
        ),
    )
    connection.execute("DELETE FROM symptom WHERE on_date = ?", (on,))
    connection.executemany(
        "INSERT INTO symptom VALUES (?, ?, ?)",
        [(on, name, severity and severity.value) for name, severity in day.symptoms.items()],
    )
    connection.execute("DELETE FROM care WHERE on_date = ?", (on,))
    connection.executemany("INSERT INTO care VALUES (?, ?)", [(on, name) for name in day.care])


_NO_DOSE = (None, None, None, "")


def _day(
    row: tuple[object, ...], symptoms: dict[str, Severity | None], care: frozenset[str]
) -> Day:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Day(
        on=date.fromisoformat(str(values["on_date"])),
        **{column: values[column] for column in _NUMBERS},  # type: ignore[arg-type]
        dose=_dose(values),
        symptoms=symptoms,
        care=care,
        medicines=str(values["medicines"]),
        note=str(values["note"]),
    )


def _dose(values: dict[str, object]) -> Dose | None:
    if values["dose_state"] is None:
        return None
    with_food = values["dose_with_food"]
    return Dose(
        DoseState(str(values["dose_state"])),
        float(str(values["dose_mg"])),
        None if with_food is None else bool(with_food),
        str(values["dose_reason"]),
    )
