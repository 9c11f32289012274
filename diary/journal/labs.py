"""What a person can do with blood test results."""

from collections.abc import Iterable

from diary.domain.labs import LabResult
from diary.store import labs
from diary.store.vault import Vault


class Labs:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def all(self) -> list[LabResult]:
        """Every result, oldest first."""
        return labs.all_results(self._vault.connection)

    def put(self, *results: LabResult) -> None:
        """Add results, or replace those with the same id, all or none."""
        self.swap((), results)

    def remove(self, *results: LabResult) -> None:
        """Remove results; putting them again undoes it."""
        self.swap(results, ())

    def swap(self, before: Iterable[LabResult], after: Iterable[LabResult]) -> None:
        """Put `after` in place of `before`, all or none; swapping back undoes it."""
        with self._vault.transaction() as connection:
            for result in before:
                labs.remove(connection, result.id)
            for result in after:
                labs.put(connection, result)
