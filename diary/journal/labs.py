"""What a person can do with blood test results."""

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
        with self._vault.transaction() as connection:
            for result in results:
                labs.put(connection, result)

    def remove(self, *results: LabResult) -> None:
        """Remove results; putting them again undoes it."""
        with self._vault.transaction() as connection:
            for result in results:
                labs.remove(connection, result.id)
