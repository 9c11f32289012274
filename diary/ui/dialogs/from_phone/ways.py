"""The ways from a phone to this computer, in words, for each phone and each system."""

import sys
from enum import StrEnum
from typing import NamedTuple

from diary.words import translate


class Phone(StrEnum):
    """What the patient has in hand."""

    IPHONE = "iphone"
    ANDROID = "android"


class System(StrEnum):
    """What this computer runs."""

    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"


class Way(NamedTuple):
    """How it is called, and what to do."""

    name: str
    text: str


def system_here() -> System:
    return {"win32": System.WINDOWS, "darwin": System.MAC}.get(sys.platform, System.LINUX)


def ways(phone: Phone, system: System) -> list[Way]:
    """What works without help of another program first, then by Wi-Fi, then by a cloud."""
    if phone is Phone.IPHONE:
        return {
            System.WINDOWS: [_iphone_to_windows(), _icloud_for_windows(), _kde_connect(), _cloud()],
            System.MAC: [_airdrop(), _iphone_to_mac(), _photos_app(), _cloud()],
            System.LINUX: [_iphone_to_linux(), _kde_connect(), _cloud()],
        }[system]
    return {
        System.WINDOWS: [
            _android_to_windows(),
            _phone_link(),
            _quick_share(),
            _syncthing(),
            _kde_connect(),
            _cloud(),
        ],
        System.MAC: [_android_to_mac(), _syncthing(), _cloud()],
        System.LINUX: [_android_to_linux(), _kde_connect(), _syncthing(), _cloud()],
    }[system]


def tips() -> list[Way]:
    """What makes photos of different days worth comparing."""
    return [
        Way(
            translate("FromPhone", "Same place"),
            translate(
                "FromPhone",
                "The same wall behind you, the phone at the height of your eyes and at the same "
                "distance, such as on a shelf. For the sides, turn halfway to the left and to the "
                "right.",
            ),
        ),
        Way(
            translate("FromPhone", "Same light"),
            translate(
                "FromPhone",
                "Daylight from a window in front of you, about the same time of day, lamps and "
                "flash off.",
            ),
        ),
        Way(
            translate("FromPhone", "Same camera"),
            translate(
                "FromPhone",
                "The same camera of the same phone, without zoom, portrait mode, filters or "
                "beauty settings. Hair back, face at rest.",
            ),
        ),
    ]


def messengers() -> str:
    return translate(
        "FromPhone",
        "Messengers make pictures smaller and often take away their date. Better send them to "
        "yourself in one of the ways above.",
    )


def _cable() -> str:
    return translate("FromPhone", "Cable")


def _iphone_to_windows() -> Way:
    return Way(
        _cable(),
        translate(
            "FromPhone",
            "Connect the phone, unlock it and tap Trust. In the Photos app of Windows choose "
            "Import, then your phone, the pictures, and a folder for them. If the phone is not "
            "listed, install Apple Devices from the Microsoft Store.",
        ),
    )


def _icloud_for_windows() -> Way:
    return Way(
        translate("FromPhone", "iCloud for Windows"),
        translate(
            "FromPhone",
            "With iCloud Photos switched on in both, your pictures are listed under Pictures, "
            "iCloud Photos. Right-click those you want here and choose “Always keep on this "
            "device”: the diary fetches nothing from a cloud.",
        ),
    )


def _airdrop() -> Way:
    return Way(
        translate("FromPhone", "AirDrop"),
        translate(
            "FromPhone",
            "In Photos on the phone select the pictures, tap Share, then Options and switch on "
            "All Photos Data, then AirDrop and your Mac. They arrive in Downloads.",
        ),
    )


def _iphone_to_mac() -> Way:
    return Way(
        _cable(),
        translate(
            "FromPhone",
            "Connect the phone, unlock it and tap Trust. Open Image Capture on the Mac, select "
            "the phone and the pictures, and import them into a folder.",
        ),
    )


def _photos_app() -> Way:
    return Way(
        translate("FromPhone", "iCloud Photos"),
        translate(
            "FromPhone",
            "Photos on the Mac keeps its pictures in a library of its own, which the diary does "
            "not read. Select them there and choose File, Export, Export Unmodified Originals.",
        ),
    )


def _iphone_to_linux() -> Way:
    return Way(
        _cable(),
        translate(
            "FromPhone",
            "Connect the phone, unlock it and tap Trust. Your file manager lists it, the pictures "
            "are in the folder DCIM. If it is not listed, install libimobiledevice and the part "
            "of your file manager for iPhones.",
        ),
    )


def _android_to_windows() -> Way:
    return Way(
        _cable(),
        translate(
            "FromPhone",
            "Connect the phone, unlock it, tap the notice about USB and choose File transfer. File "
            "Explorer lists the phone; the pictures are in DCIM, Camera. Copy them into a folder.",
        ),
    )


def _android_to_mac() -> Way:
    return Way(
        _cable(),
        translate(
            "FromPhone",
            "A Mac needs a program that can read Android phones, such as OpenMTP. Connect the "
            "phone, choose File transfer in its notice about USB, and copy the pictures from "
            "DCIM, Camera into a folder.",
        ),
    )


def _android_to_linux() -> Way:
    return Way(
        _cable(),
        translate(
            "FromPhone",
            "Connect the phone, unlock it, tap the notice about USB and choose File transfer. Your "
            "file manager lists the phone; the pictures are in DCIM, Camera. Copy them into a "
            "folder.",
        ),
    )


def _phone_link() -> Way:
    return Way(
        translate("FromPhone", "Phone Link"),
        translate(
            "FromPhone",
            "Phone Link of Windows shows the newest pictures of the phone. Save those you want "
            "into a folder.",
        ),
    )


def _quick_share() -> Way:
    return Way(
        translate("FromPhone", "Quick Share"),
        translate(
            "FromPhone",
            "Quick Share for Windows, by Google, was called Nearby Share before. Share pictures "
            "from the phone to this computer; they arrive in Downloads.",
        ),
    )


def _syncthing() -> Way:
    return Way(
        translate("FromPhone", "Syncthing"),
        translate(
            "FromPhone",
            "Syncthing here and Syncthing-Fork on the phone copy the camera’s folder to this "
            "computer, without a company between them. Make the folder “Send Only” on the "
            "phone, so that nothing done here changes it.",
        ),
    )


def _kde_connect() -> Way:
    return Way(
        translate("FromPhone", "KDE Connect"),
        translate(
            "FromPhone",
            "With KDE Connect on both and in the same Wi-Fi, share pictures from the phone to "
            "this computer. They arrive in Downloads, unless you choose another folder there.",
        ),
    )


def _cloud() -> Way:
    return Way(
        translate("FromPhone", "A cloud folder of yours"),
        translate(
            "FromPhone",
            "Nextcloud, OneDrive, Dropbox and others upload new pictures from the phone into a "
            "folder that is also on this computer. The pictures are then with that service too. "
            "Let it keep the folder on this computer.",
        ),
    )
