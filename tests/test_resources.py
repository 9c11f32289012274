"""Resources are found in a checkout and in an installed package."""

import subprocess
import sys
import venv
from pathlib import Path

from diary import resources

CHECKOUT = Path(__file__).resolve().parents[1]


def test_a_checkout_uses_the_files_a_designer_edits() -> None:
    assert resources.path("vault-readme.txt") == CHECKOUT / "resources" / "vault-readme.txt"


def test_an_installed_wheel_carries_every_resource(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, CHECKOUT],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    (site,) = (tmp_path / "venv").rglob("site-packages")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", site, wheel],
        check=True,
    )
    listing = (
        f"import sys; sys.path.insert(0, {str(site)!r}); from diary import resources; "
        "root = resources.path(''); "
        "print(sorted(str(p.relative_to(root)) for p in root.rglob('*') if p.is_file()))"
    )
    found = subprocess.run(
        [sys.executable, "-I", "-c", listing], capture_output=True, text=True, check=True
    ).stdout
    here = CHECKOUT / "resources"
    expected = sorted(str(p.relative_to(here)) for p in here.rglob("*") if p.is_file())
    assert found.strip() == str(expected)
