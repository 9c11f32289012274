"""The keyring of this computer: used where it can be trusted, and never waited for without end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from diary.errors import KeyringRefused, WrongDeviceKey
from diary.store import device
from tests import keyrings

DIARY = "0123456789abcdef"
Use = Callable[[KeyringBackend], None]


@pytest.fixture
def use() -> Iterator[Use]:
    """Make a keyring the computer's own, for this test only."""
    with ExitStack() as leaving:
        yield lambda ring: leaving.enter_context(keyrings.own(ring))


def test_a_key_is_kept_found_again_and_dropped(use: Use) -> None:
    use(keyrings.Working())
    key = device.keep(DIARY).result()
    assert len(key) == 32
    assert device.kept(DIARY).result() == key
    device.drop(DIARY).result()
    with pytest.raises(WrongDeviceKey, match="no longer knows this diary"):
        device.kept(DIARY).result()


def test_dropping_what_is_not_there_is_no_problem(use: Use) -> None:
    use(keyrings.Working())
    device.drop(DIARY).result()


def test_the_keyring_learns_nothing_about_health(use: Use) -> None:
    ring = keyrings.Working()
    use(ring)
    device.keep(DIARY).result()
    assert list(ring.kept) == [("Skin Diary", DIARY)]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (null.Keyring, "no keyring that Skin Diary can trust"),
        (fail.Keyring, "no keyring that Skin Diary can trust"),
        (keyrings.Plaintext, "no keyring that Skin Diary can trust"),
        (keyrings.Forgetful, "did not keep what it was given"),
        (keyrings.Locked, "locked or did not answer"),
    ],
)
def test_a_keyring_that_cannot_be_trusted_is_refused_with_its_reason(
    use: Use, kind: type[KeyringBackend], words: str
) -> None:
    use(kind())
    with pytest.raises(KeyringRefused, match=words):
        device.keep(DIARY).result()


def test_a_plain_keyring_is_not_used_even_beside_a_good_one(
    use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, good = keyrings.Plaintext(), keyrings.Working()
    monkeypatch.setattr(keyrings.Several, "backends", [plain, good])
    use(keyrings.Several())
    device.keep(DIARY).result()
    assert (len(plain.kept), len(good.kept)) == (0, 1)


@pytest.mark.parametrize("ask", [device.keep, device.kept, device.drop])
def test_a_keyring_that_waits_for_ever_is_given_up(
    use: Use, monkeypatch: pytest.MonkeyPatch, ask: Callable[[str], object]
) -> None:
    monkeypatch.setattr(device, "SECONDS", 0.05)
    use(keyrings.Hanging())
    with pytest.raises(KeyringRefused, match="did not answer"):
        ask(DIARY).result()  # type: ignore[attr-defined]


def test_what_is_no_key_is_told(use: Use) -> None:
    ring = keyrings.Working()
    ring.set_password(device.SERVICE, DIARY, "scribble?")
    use(ring)
    with pytest.raises(WrongDeviceKey, match="is not a key"):
        device.kept(DIARY).result()
