"""A second reader of age v1 files with an X25519 recipient, written from the format's description.

It shares no code with the library that seals the photos: only libsodium's primitives and `hmac`.
"""

import hashlib
import hmac
from base64 import b64decode
from itertools import count

from nacl.bindings import (
    crypto_aead_chacha20poly1305_ietf_decrypt,
    crypto_scalarmult,
    crypto_scalarmult_base,
)

_BECH32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
_CHUNK = 64 * 1024 + 16


def decrypt(sealed: bytes, identity: str) -> bytes:
    """The plain bytes. Raises `ValueError` or `CryptoError` for another key or a changed file."""
    head, _, rest = sealed.partition(b"\n--- ")
    line, _, payload = rest.partition(b"\n")
    file_key = _file_key(head.decode("ascii").splitlines(), _secret(identity))
    mac = hmac.digest(_hkdf(file_key, b"", b"header"), head + b"\n---", "sha256")
    if not hmac.compare_digest(mac, _decode(line.decode("ascii"))):
        raise ValueError("The header was changed.")
    return _open_payload(payload[16:], _hkdf(file_key, payload[:16], b"payload"))


def _file_key(lines: list[str], secret: bytes) -> bytes:
    assert lines[0] == "age-encryption.org/v1"
    for place, line in enumerate(lines):
        if line.startswith("-> X25519 "):
            share = _decode(line.split()[2])
            salt = share + crypto_scalarmult_base(secret)
            shared = crypto_scalarmult(secret, share)
            key = _hkdf(shared, salt, b"age-encryption.org/v1/X25519")
            return _open(_decode(lines[place + 1]), bytes(12), key)
    raise ValueError("No recipient of the kind X25519.")


def _open_payload(payload: bytes, key: bytes) -> bytes:
    plain = b""
    for number in count():
        chunk, payload = payload[:_CHUNK], payload[_CHUNK:]
        plain += _open(chunk, number.to_bytes(11, "big") + bytes([not payload]), key)
        if not payload:
            return plain
    raise AssertionError


def _open(box: bytes, nonce: bytes, key: bytes) -> bytes:
    return bytes(crypto_aead_chacha20poly1305_ietf_decrypt(box, None, nonce, key))


def _hkdf(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """HKDF-SHA256 to 32 bytes, which is its first block."""
    drawn = hmac.digest(salt or bytes(32), secret, hashlib.sha256)
    return hmac.digest(drawn, purpose + b"\1", hashlib.sha256)


def _secret(identity: str) -> bytes:
    """The 32 bytes of a Bech32 text, whose last six signs are its checksum."""
    letters = identity.removeprefix("AGE-SECRET-KEY-1")[:-6]
    bits = "".join(f"{_BECH32.index(letter):05b}" for letter in letters)
    return int(bits[:256], 2).to_bytes(32, "big")


def _decode(text: str) -> bytes:
    return b64decode(text + "=" * (-len(text) % 4))
