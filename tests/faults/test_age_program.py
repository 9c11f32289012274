"""The program `age` opens the photos by the words of the diary's README.txt."""

import hashlib
import shlex
import shutil
import subprocess
from pathlib import Path

from diary.store.vault import Vault
from tests.files import format_1
from tests.store.test_independent_reader import follow, words_in


def test_age_opens_each_photo_with_the_line_of_the_readme(tmp_path: Path) -> None:
    assert shutil.which("age"), "The readers need the Debian package age."
    folder = format_1.copy_to(tmp_path / "mine.skindiary")
    Vault.open(folder, passphrase=format_1.PASSPHRASE).close()
    words = words_in(folder)
    (line,) = [line for line in words.splitlines() if line.strip().startswith("age --decrypt")]
    keys = follow(folder, format_1.PASSPHRASE, words)
    (folder / "identity.txt").write_text(keys.identity, encoding="utf-8")
    for photo in format_1.PHOTOS:
        name = photo.object_name
        command = shlex.split(line.replace("objects/ab/abcdef…", f"objects/{name[:2]}/{name}"))
        subprocess.run(command, cwd=folder, check=True)
        opened = (folder / "photo.jpg").read_bytes()
        assert hashlib.sha256(opened).hexdigest() == photo.digest
