"""The course in the database; written whole, for it is a dozen rows."""

from datetime import date

from sqlcipher3.dbapi2 import Connection

from diary.domain.course import Course, Step, Target, Weight


def get(connection: Connection) -> Course:
    start, product, low, high = connection.execute(
        "SELECT start, product, target_low, target_high FROM course"
    ).fetchone()
    steps = connection.execute("SELECT first_day, mg, with_food FROM step ORDER BY first_day")
    weights = connection.execute("SELECT on_date, kg FROM weight ORDER BY on_date")
    return Course(
        start=date.fromisoformat(start),
        product=product,
        steps=tuple(Step(date.fromisoformat(first), mg, bool(food)) for first, mg, food in steps),
        weights=tuple(Weight(date.fromisoformat(on), kg) for on, kg in weights),
        target=None if low is None else Target(low, high),
    )


def put(connection: Connection, course: Course) -> None:
    target = (course.target.low, course.target.high) if course.target else (None, None)
    connection.execute(
        "INSERT OR REPLACE INTO course VALUES (1, ?, ?, ?, ?)",
        (course.start.isoformat(), course.product, *target),
    )
    connection.execute("DELETE FROM step")
    connection.executemany(
        "INSERT INTO step VALUES (?, ?, ?)",
        [(step.first_day.isoformat(), step.mg, step.with_food) for step in course.steps],
    )
    connection.execute("DELETE FROM weight")
    connection.executemany(
        "INSERT INTO weight VALUES (?, ?)",
        [(weight.on.isoformat(), weight.kg) for weight in course.weights],
    )
