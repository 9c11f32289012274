"""Two photos beside each other, on which the patient points at the same three places."""

from functools import partial

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diary.domain.alignment import BY_HAND, Pair, mismatch, spread_of
from diary.domain.photo import Photo, view_name
from diary.journal import Journal
from diary.ui import theme
from diary.ui.covering import Covering
from diary.ui.dialogs.points.plate import Plate
from diary.ui.local import long_date
from diary.ui.pictures import preview
from diary.ui.session import Session
from diary.ui.widgets.button import Button, Kind
from diary.ui.widgets.notice import Notice, Tone
from diary.ui.widgets.scrolled import scrolled
from diary.ui.widgets.text import label

USUAL = QSize(980, 700)
PADDING, GAP = 24, 12

NARROW = 0.05
"""Parts of the photo's longer side: points all closer than that turn the photo with every slip."""

DIFFERENT = 0.1
"""How far the places lie from each other after the best fit, in parts of how far they are apart. A
slip of 6 of 1200 pixels gives 0.02; one place mistaken for its neighbour 0.1 and more."""

Found = tuple[tuple[Pair, ...], QImage, QImage]


class PointsDialog(QDialog):
    """Opened over `parent` and destroyed with it, so that locking leaves nothing of it behind.

    What `covering` covers stays covered until it is pressed, here as on the page below.
    """

    def __init__(
        self, session: Session, covering: Covering, parent: QWidget, fixed: Photo, moving: Photo
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._over = parent
        self._fixed, self._moving = fixed, moving
        self._before: tuple[Pair, ...] = ()
        self._doubted: tuple[Pair, ...] = ()
        self.setWindowTitle(self.tr("Skin Diary"))
        self.setAccessibleName(self.tr("Align by three points"))
        self.finished.connect(self.deleteLater)
        self.left, self.right = (Plate(_name(photo), photo, covering) for photo in (fixed, moving))
        self.said = Notice(Tone.CAUTION)
        self.remove = Button(self.tr("Remove points"), Kind.DELETE)
        self.cancel = Button(self.tr("Cancel"))
        self.save = Button(self.tr("Save points"), Kind.PRIMARY)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        usual = QSize(theme.current().px(USUAL.width()), theme.current().px(USUAL.height()))
        self.resize(usual.boundedTo(self._over.window().size()))
        super().open()
        self.left.setFocus()
        self._session.ask(
            partial(_find, fixed=self._fixed, moving=self._moving), self._show_found, self
        )

    def _show_found(self, found: Found) -> None:
        pairs, fixed, moving = found
        self._before = pairs
        self.left.show_image(fixed)
        self.right.show_image(moving)
        self.left.set_points(tuple(pair[0] for pair in pairs))
        self.right.set_points(tuple(pair[1] for pair in pairs))
        self.remove.setVisible(bool(pairs))
        if fixed.isNull() or moving.isNull():
            self._say(
                self.tr("One of the files is damaged. A backup brings it back: see Settings.")
            )

    @Slot()
    def _save(self) -> None:
        pairs = tuple(zip(self.left.points, self.right.points, strict=False))
        missing = 2 * BY_HAND - len(self.left.points) - len(self.right.points)
        if missing:
            self._say(
                self.tr(
                    "Point at three places on both photos, the same three on each. Still to"
                    " place: {n}."
                ).format(n=missing)
            )
        elif min(map(spread_of, zip(*pairs, strict=True))) < NARROW:
            self._say(self.tr("These places lie close together. Choose three that are far apart."))
        elif mismatch(pairs) > DIFFERENT and pairs != self._doubted:
            self._doubted = pairs
            self._say(
                self.tr(
                    "These places do not match well: one of them may be another spot. Look at each"
                    " number again, or save all the same."
                )
            )
        else:
            self._push(self.tr("points for aligning"), pairs)

    @Slot()
    def _remove(self) -> None:
        self._push(self.tr("points removed"), ())

    def _push(self, text: str, pairs: tuple[Pair, ...]) -> None:
        if pairs != self._before:
            put = partial(_put, fixed_id=self._fixed.id, moving_id=self._moving.id)
            self._session.push(
                text,
                partial(put, pairs=pairs),
                partial(put, pairs=self._before),
                changed=self._session.photos_changed.emit,
            )
        self.accept()

    def _say(self, words: str) -> None:
        self.said.set_text(words)
        self.said.show()

    def _lay_out(self) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(label(self.tr("Align by three points"), "figure"))
        rows.addWidget(
            label(
                self.tr(
                    "Point at three places that you find on both photos and that are far apart:"
                    " a mole, the corner of an eye, the edge of the chin. Point at them in the"
                    " same order. Your photos stay as they were taken."
                ),
                "subtitle",
                wrap=True,
            )
        )
        photos = QHBoxLayout()
        photos.setSpacing(GAP)
        for photo, plate in ((self._fixed, self.left), (self._moving, self.right)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(_name(photo), "caption", wrap=True))
            column.addWidget(plate, 1)
            photos.addLayout(column, 1)
        rows.addLayout(photos, 1)
        self.said.hide()
        rows.addWidget(self.said)
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        foot.setSpacing(8)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        self.remove.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.left.chosen.connect(self.right.choose)
        self.right.chosen.connect(self.left.choose)
        self.left.changed.connect(self.said.hide)
        self.right.changed.connect(self.said.hide)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.cancel.clicked.connect(self.reject)


def _name(photo: Photo) -> str:
    return f"{view_name(photo.view)} · {long_date(photo.taken.on)}"


def _find(journal: Journal, fixed: Photo, moving: Photo) -> Found:
    pairs = journal.alignment.points(fixed.id, moving.id)
    return pairs, preview(journal, fixed), preview(journal, moving)


def _put(journal: Journal, fixed_id: str, moving_id: str, pairs: tuple[Pair, ...]) -> None:
    journal.alignment.set_points(fixed_id, moving_id, pairs)
