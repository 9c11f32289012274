"""The main job through the verbs: a diary, a week of answers, real photos, a summary, a backup."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import matplotlib as mpl
import pillow_heif
import skimage.data
from PIL import Image

START = date(2026, 10, 1)
GRACE_HOPPER = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    diary = folder / "mine.skindiary"
    verb("new", str(diary), "--start", f"{START}", "--dose-mg", "40", "--weight-kg", "68",
         "--no-passphrase")  # fmt: skip
    for day in range(14):
        verb("--diary", str(diary), "log", "--date", f"{START + timedelta(day)}",
             "--acne", f"{6 - day // 4}", "--lips", f"{day // 3}", "--skin", "1", "--eyes", "0",
             "--nose", "1", "--mood", "7", "--dose-mg", "40")  # fmt: skip
    photos = phone_photos(folder)
    added = json.loads(verb("--json", "--diary", str(diary), "add-photos", *map(str, photos)))
    assert [one["date"] for one in added] == ["2026-10-01", "2026-10-08"], added
    shown = json.loads(verb("--json", "--diary", str(diary), "show"))
    assert len(shown["days"]) == 14, shown
    assert shown["dose_mg"] == 560, shown
    report = folder / "summary.pdf"
    verb("--diary", str(diary), "report", "--to", "2026-10-14", "--out", str(report))
    assert report.read_bytes().startswith(b"%PDF-"), report
    backup = folder / "backup.zip"
    verb("--diary", str(diary), "backup", "--out", str(backup))
    verb("restore", str(backup), "--to", str(folder / "again.skindiary"))
    verb("--diary", str(folder / "again.skindiary"), "check", "--deep")
    print(f"main job: 14 days, {len(added)} photos, a summary of {report.stat().st_size} bytes")


def verb(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "main.py", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout


def phone_photos(folder: Path) -> list[Path]:
    """Two public-domain portraits, saved as two phones would: one as JPEG, one as HEIC."""
    pillow_heif.register_heif_opener()
    portraits = [Image.fromarray(skimage.data.astronaut()), Image.open(GRACE_HOPPER)]
    paths = []
    for number, portrait in enumerate(portraits):
        taken = START + timedelta(days=7 * number)
        exif = Image.Exif()
        exif[0x0112] = 6
        exif.get_ifd(0x8769)[0x9003] = f"{taken:%Y:%m:%d} 20:14:05"
        kind = ("JPEG", "HEIF")[number]
        path = folder / f"IMG_{number}.{kind}"
        portrait.transpose(Image.Transpose.ROTATE_90).save(path, kind, exif=exif.tobytes())
        paths.append(path)
    return paths


if __name__ == "__main__":
    main()
