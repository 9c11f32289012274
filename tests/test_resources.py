"""Resources are found in a checkout and in an installed package."""

import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from diary import resources
from diary.imaging import face_download, face_models

CHECKOUT = Path(__file__).resolve().parents[1]

A_VISIT = """
from diary.cli import main
for verb in (
    ["new", "a", "--start", "2026-10-01", "--no-passphrase"],
    ["--diary", "a", "add-photos", "face.png", "--view", "front", "--date", "2026-11-01"],
    ["--diary", "a", "report", "--out", "summary.pdf"],
    ["--diary", "a", "mirror", "usb"],
):
    assert main(verb) == 0, verb
"""


WHERE_FACES_ARE_FOUND = "from diary.imaging import face_models; print(face_models.built_in())"

APACHE_2_0 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
"""SHA-256 of the licence as the Apache Software Foundation gives it out."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program was installed from a wheel."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, CHECKOUT],
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    (site,) = (folder / "venv").rglob("site-packages")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", site, wheel],
        check=True,
    )
    return site


def run_installed(site: Path, program: str, folder: Path) -> str:
    """What a program prints that finds Skin Diary in `site` before anywhere else."""
    found = f"import sys; sys.path.insert(0, {str(site)!r})\n{program}"
    return subprocess.run(
        [sys.executable, "-I", "-c", found], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def test_a_checkout_uses_the_files_a_designer_edits() -> None:
    assert resources.path("vault-readme.txt") == CHECKOUT / "resources" / "vault-readme.txt"


def test_an_installed_wheel_carries_every_resource(site: Path, tmp_path: Path) -> None:
    listing = (
        "from diary import resources; "
        "root = resources.path(''); "
        "print(sorted(str(p.relative_to(root)) for p in root.rglob('*') if p.is_file()))"
    )
    found = run_installed(site, listing, tmp_path)
    here = CHECKOUT / "resources"
    expected = sorted(str(p.relative_to(here)) for p in here.rglob("*") if p.is_file())
    assert found.strip() == str(expected)


def test_an_installed_wheel_has_the_licences_of_the_networks_that_find_faces(
    site: Path, tmp_path: Path
) -> None:
    folder = Path(run_installed(site, WHERE_FACES_ARE_FOUND, tmp_path).strip())
    assert folder.is_relative_to(site)
    assert {path.name for path in folder.glob("*.tflite")} == set(face_models.DIGESTS)
    notice = (folder / "NOTICE.txt").read_text("utf-8")
    assert "SPDX-License-Identifier: Apache-2.0" in notice
    assert f"{face_download.NAME} {face_download.VERSION}" in notice
    assert "Copyright © 2021,2024 Patrick Levin" in notice
    assert all(name in notice for name in face_models.DIGESTS)
    licence = (folder / "Apache-2.0.txt").read_bytes()
    assert sha256(licence).hexdigest() == APACHE_2_0
    (told,) = site.glob("skin_diary-*.dist-info")
    assert "\nLicense-Expression: MIT AND Apache-2.0\n" in (told / "METADATA").read_text("utf-8")
    assert (told / "licenses" / "LICENSE").read_bytes() == (CHECKOUT / "LICENSE").read_bytes()
    assert (told / "licenses" / "resources" / "faces" / "Apache-2.0.txt").read_bytes() == licence


def test_an_installed_wheel_reads_photos_and_writes_a_report_and_a_mirror(
    site: Path, tmp_path: Path
) -> None:
    Image.new("RGB", (64, 64), "teal").save(tmp_path / "face.png")
    (tmp_path / "usb").mkdir()
    said = run_installed(site, A_VISIT, tmp_path)
    assert "1 added, 0 already in the diary, 0 refused." in said
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    (mirror,) = (tmp_path / "usb").iterdir()
    assert "Skin Diary" in (mirror / "README.txt").read_text("utf-8")
