"""Keyrings as they are met: one that works, and the several ways in which others do not."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import ClassVar

import keyring
from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import KeyringLocked, PasswordDeleteError

from diary.store import device


class Working(KeyringBackend):
    """Keeps what it is given for as long as it lives."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    @properties.classproperty
    def priority(cls) -> float:  # noqa: N805 - as the library writes it
        return 1

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.unlock()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.unlock()
        self.keep((service, username), password)

    def delete_password(self, service: str, username: str) -> None:
        self.unlock()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("No such password!")

    def unlock(self) -> None:
        pass

    def keep(self, name: tuple[str, str], password: str) -> None:
        self.kept[name] = password


class Forgetful(Working):
    """Says that it keeps what it is given, and does not."""

    def keep(self, name: tuple[str, str], password: str) -> None:
        pass


class Locked(Working):
    """Nobody unlocked it."""

    def unlock(self) -> None:
        raise KeyringLocked("Failed to unlock the collection!")


class Hanging(Working):
    """Waits for an answer to its prompt until the test lets go of it."""

    let_go = Event()

    def unlock(self) -> None:
        self.let_go.wait()


class Plaintext(Working):
    """Would keep secrets in a plain file, and is on nobody's list."""


class Several(Working):
    """Asks several keyrings, as the library does where there are more than one."""

    backends: ClassVar[list[KeyringBackend]] = []


ALLOWED = {
    f"{kind.__module__}.{kind.__qualname__}" for kind in (Working, Forgetful, Locked, Hanging)
}


@contextmanager
def own(ring: KeyringBackend) -> Iterator[None]:
    """Make a keyring the computer's own, and the kinds above ones to be trusted."""
    before, allowed = keyring.get_keyring(), set(device.ALLOWED)
    device.ALLOWED.update(ALLOWED)
    keyring.set_keyring(ring)
    Hanging.let_go.clear()
    try:
        yield
    finally:
        Hanging.let_go.set()
        keyring.set_keyring(before)
        device.ALLOWED.intersection_update(allowed)
