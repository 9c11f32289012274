"""Look into the memory of another process, which root may do even where others may not."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_REGION = re.compile(r"(?P<start>[0-9a-f]+)-(?P<end>[0-9a-f]+) r(?P<write>.)")


def count(process: int, secrets: Mapping[str, bytes]) -> dict[str, int]:
    """How often each secret stands in the memory that the process wrote."""
    found = dict.fromkeys(secrets, 0)
    for region in _regions(process):
        for name, secret in secrets.items():
            found[name] += region.count(secret)
    return found


def _regions(process: int) -> Iterator[bytes]:
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in _maps(process):
            region = _REGION.match(line)
            if region and region["write"] == "w":
                start, end = int(region["start"], 16), int(region["end"], 16)
                memory.seek(start)
                parts = []
                try:
                    while start < end and (part := memory.read(end - start)):
                        parts.append(part)
                        start += len(part)
                except OSError:
                    if line in _maps(process):
                        raise
                    # else it was given back to the system since the list was read
                yield b"".join(parts)


def _maps(process: int) -> list[str]:
    return Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
