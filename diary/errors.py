"""Problems that are explained to the patient in a sentence.

A `DiaryError` is the world's doing (a wrong passphrase, a full disk, a damaged photo): its text is
shown as it is, translated where it was raised. Any other exception is our bug and is reported.
"""


class DiaryError(Exception):
    """What happened, what was kept and what to do, in words the patient can act on."""


class InvalidInput(DiaryError):
    """A value outside what the diary can hold."""


class DiaryMissing(DiaryError):
    """There is no diary in the folder, or one of its files is gone."""


class DiaryExists(DiaryError):
    """The folder for a new diary is already taken."""


class DiaryInUse(DiaryError):
    """Another window or program has the diary open."""


class DiaryDamaged(DiaryError):
    """A file of the diary is not what was written."""


class NotRead(DiaryError):
    """The disk did not give back what was asked; it may the next time."""


class DiaryTooNew(DiaryError):
    """A newer version of the program wrote the diary."""


class WrongPassphrase(DiaryError):
    """The passphrase does not open the diary."""


class WrongRecoveryCode(DiaryError):
    """The recovery code has a typing mistake, belongs to another diary or was replaced."""


class WrongDeviceKey(DiaryError):
    """The key that a computer's keyring keeps belongs to another time or another diary."""


class KeyringRefused(DiaryError):
    """This computer's keyring did not give, take or keep a key."""


class NotEncrypted(DiaryError):
    """The database would be written in plain text; the program refuses to go on."""


class NotSaved(DiaryError):
    """The disk refused a write; what was on disk before is untouched."""


class DiskFull(NotSaved):
    """There is no room; the same write will do once there is."""


class NameTaken(NotSaved):
    """There is a file of that name, and nobody said that it may be replaced."""


class DiaryReadOnly(NotSaved):
    """The diary was opened for reading only; trying again changes nothing."""


class DiaryReplaced(NotSaved):
    """Another program put another file in place of the open database."""


class PhotoRefused(DiaryError):
    """A file that cannot become a photo of the diary."""


class DiskGone(PhotoRefused):
    """The disk or phone that a file is on does not answer any more; nor will it for the next."""


class ReadingStopped(PhotoRefused):
    """A file that was not read to its end because the patient cancelled."""


class CameraRefused(DiaryError):
    """No camera of this computer can be used."""


class BackupIncomplete(DiaryDamaged):
    """Files of a backup have not arrived or are damaged; the rest can be restored."""


class Stopped(DiaryError):
    """The patient cancelled; what was done is kept."""


class NotDownloaded(DiaryError):
    """What the program can do without did not arrive; trying again later may help."""
