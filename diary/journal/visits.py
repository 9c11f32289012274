"""What a person can do with dates to come and questions for the doctor."""

from diary.domain.visits import Question, Visit, VisitKind
from diary.journal.clock import Clock
from diary.store import visits
from diary.store.vault import Vault


class Visits:
    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def all(self) -> list[Visit]:
        """Every visit, oldest first."""
        return visits.all_visits(self._vault.connection)

    def next(self) -> Visit | None:
        """The next appointment, today's included."""
        today = self._clock().date()
        return next(
            (
                visit
                for visit in self.all()
                if visit.kind is VisitKind.APPOINTMENT and visit.on >= today
            ),
            None,
        )

    def put(self, visit: Visit) -> None:
        """Add a visit, or replace the one with the same id."""
        with self._vault.transaction() as connection:
            visits.put_visit(connection, visit)

    def remove(self, visit: Visit) -> None:
        """Remove a visit; putting it again undoes it."""
        with self._vault.transaction() as connection:
            visits.remove_visit(connection, visit.id)


class Questions:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def all(self) -> list[Question]:
        """Every question in the order they were asked."""
        return visits.all_questions(self._vault.connection)

    def put(self, question: Question, place: int | None = None) -> None:
        """Add a question last (or at `place`), or change the one with the same id."""
        with self._vault.transaction() as connection:
            visits.put_question(connection, question, place)

    def remove(self, question: Question) -> int:
        """Remove a question; returns its place, so that `put` can bring it back there."""
        with self._vault.transaction() as connection:
            return visits.remove_question(connection, question.id)
