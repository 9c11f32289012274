"""The key that this computer remembers, in the keyring of the system.

Only keyrings that seal what they keep are used, and a key counts as kept once it was read back.
"""

import base64
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from diary.errors import DiaryError, KeyringRefused, WrongDeviceKey
from diary.store.keys import new_device_key
from diary.words import translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "Skin Diary"
"""What the keyring shows; beside it stands only the diary's random name."""

ALLOWED = {
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
}
"""Others keep secrets in plain files, or keep nothing and say that they did."""

SECONDS = 60.0
"""Long enough to type the keyring's own password, which it may ask for."""


def keep(diary_id: str) -> "Future[bytes]":
    """Make a new key and let the keyring keep it; fails with `KeyringRefused`."""
    return _in_time(lambda: _keep(diary_id))


def kept(diary_id: str) -> "Future[bytes]":
    """The key for a diary; fails with `KeyringRefused`, or `WrongDeviceKey` if there is none."""
    return _in_time(lambda: _kept(diary_id))


def drop(diary_id: str) -> "Future[None]":
    """Take the key out of the keyring, if it is there; fails with `KeyringRefused`."""
    return _in_time(lambda: _drop(diary_id))


def _keep(diary_id: str) -> bytes:
    keyring, key = _backend(), new_device_key()
    written = base64.b64encode(key).decode()
    keyring.set_password(SERVICE, diary_id, written)
    if keyring.get_password(SERVICE, diary_id) != written:
        raise KeyringRefused(
            translate("Device", "The keyring of this computer did not keep what it was given.")
        )
    return key


def _kept(diary_id: str) -> bytes:
    written = _backend().get_password(SERVICE, diary_id)
    if written is None:
        raise WrongDeviceKey(
            translate("Device", "The keyring of this computer no longer knows this diary.")
        )
    try:
        return base64.b64decode(written, validate=True)
    except ValueError as error:
        raise WrongDeviceKey(
            translate("Device", "What the keyring of this computer kept is not a key.")
        ) from error


def _drop(diary_id: str) -> None:
    from keyring.errors import PasswordDeleteError

    with suppress(PasswordDeleteError):  # it was not there
        _backend().delete_password(SERVICE, diary_id)


def _backend() -> "KeyringBackend":
    """The system's keyring, looked for among several if there are. Raises `KeyringRefused`."""
    import keyring

    found = keyring.get_keyring()
    candidates: list[KeyringBackend] = [found, *getattr(found, "backends", ())]
    for backend in candidates:
        if _name(type(backend)) in ALLOWED:
            return backend
    raise KeyringRefused(
        translate("Device", "This computer has no keyring that Skin Diary can trust.")
    )


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _in_time(work: Callable[[], T]) -> "Future[T]":
    """Do `work` on a thread of its own: a keyring may wait for ever for a prompt nobody answers."""
    future: Future[T] = Future()
    threading.Thread(target=_answer, args=(future, work), daemon=True, name="keyring").start()
    late = threading.Timer(SECONDS, _give_up, args=(future,))
    late.daemon = True
    late.start()
    future.add_done_callback(lambda _done: late.cancel())
    return future


def _answer(future: "Future[T]", work: Callable[[], T]) -> None:
    with suppress(InvalidStateError):  # too late
        try:
            future.set_result(work())
        except DiaryError as error:
            future.set_exception(error)
        except Exception as error:  # noqa: BLE001 - back ends raise whatever their system does
            future.set_exception(_refused(error))


def _refused(error: Exception) -> KeyringRefused:
    refusal = KeyringRefused(
        translate("Device", "The keyring of this computer is locked or did not answer.")
    )
    refusal.__cause__ = error
    return refusal


def _give_up(future: "Future[T]") -> None:
    with suppress(InvalidStateError):  # just in time
        future.set_exception(
            KeyringRefused(translate("Device", "The keyring of this computer did not answer."))
        )
