"""Dates to come and questions in the database."""

from datetime import date, time

from sqlcipher3.dbapi2 import Connection

from diary.domain.visits import Question, Visit, VisitKind


def all_visits(connection: Connection) -> list[Visit]:
    """Every visit, oldest first."""
    rows = connection.execute(
        "SELECT id, kind, on_date, at_time, detail FROM visit ORDER BY on_date, at_time, id"
    )
    return [
        Visit(
            visit_id,
            VisitKind(kind),
            date.fromisoformat(on),
            time.fromisoformat(at) if at else None,
            detail,
        )
        for visit_id, kind, on, at, detail in rows
    ]


def put_visit(connection: Connection, visit: Visit) -> None:
    at = visit.at.isoformat("minutes") if visit.at else None
    connection.execute(
        "INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?, ?)",
        (visit.id, visit.kind.value, visit.on.isoformat(), at, visit.detail),
    )


def remove_visit(connection: Connection, visit_id: str) -> None:
    connection.execute("DELETE FROM visit WHERE id = ?", (visit_id,))


def all_questions(connection: Connection) -> list[Question]:
    """Every question in the order they were asked."""
    rows = connection.execute("SELECT id, text, in_report FROM question ORDER BY place")
    return [Question(question_id, text, bool(ticked)) for question_id, text, ticked in rows]


def put_question(connection: Connection, question: Question, place: int | None) -> None:
    """Write a question: at `place`, else where it stands, else last."""
    connection.execute(
        "INSERT INTO question (id, place, text, in_report) "
        "VALUES (?1, coalesce(?2, (SELECT coalesce(max(place), 0) + 1 FROM question)), ?3, ?4) "
        "ON CONFLICT (id) DO UPDATE SET text = excluded.text, in_report = excluded.in_report",
        (question.id, place, question.text, question.in_report),
    )


def remove_question(connection: Connection, question_id: str) -> int:
    """Remove a question and say where it stood."""
    (place,) = connection.execute(
        "SELECT place FROM question WHERE id = ?", (question_id,)
    ).fetchone()
    connection.execute("DELETE FROM question WHERE id = ?", (question_id,))
    return int(place)
