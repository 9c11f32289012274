"""Blood test results in the database, in the unit of the lab report."""

from datetime import date

from sqlcipher3.dbapi2 import Connection

from diary.domain.labs import Analyte, LabResult


def all_results(connection: Connection) -> list[LabResult]:
    """Every result, oldest first, then in the order of the analytes."""
    rows = connection.execute(
        "SELECT id, on_date, analyte, value, unit, low, high, fasting FROM lab"
    )
    order = list(Analyte)
    return sorted(map(_result, rows), key=lambda one: (one.on, order.index(one.analyte)))


def put(connection: Connection, result: LabResult) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO lab VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            result.id,
            result.on.isoformat(),
            result.analyte.value,
            result.value,
            result.unit,
            result.low,
            result.high,
            result.fasting,
        ),
    )


def remove(connection: Connection, result_id: str) -> None:
    connection.execute("DELETE FROM lab WHERE id = ?", (result_id,))


def _result(row: tuple[str, str, str, float, str, float | None, float | None, int]) -> LabResult:
    result_id, on, analyte, value, unit, low, high, fasting = row
    return LabResult(
        id=result_id,
        on=date.fromisoformat(on),
        analyte=Analyte(analyte),
        value=value,
        unit=unit,
        low=low,
        high=high,
        fasting=None if fasting is None else bool(fasting),
    )
