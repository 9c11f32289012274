"""The photos that the patient chose for the paired panels, in the database."""

from sqlcipher3.dbapi2 import Connection

from diary.domain.panels import Moment, PanelChoice
from diary.domain.photo import View


def all_choices(connection: Connection) -> list[PanelChoice]:
    rows = connection.execute("SELECT view, moment, photo_id FROM panel")
    return [PanelChoice(View(view), Moment(moment), photo_id) for view, moment, photo_id in rows]


def put(connection: Connection, choice: PanelChoice) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO panel VALUES (?, ?, ?)",
        (choice.view.value, choice.moment.value, choice.photo_id),
    )


def remove(connection: Connection, view: View, moment: Moment) -> None:
    connection.execute(
        "DELETE FROM panel WHERE view = ? AND moment = ?", (view.value, moment.value)
    )
