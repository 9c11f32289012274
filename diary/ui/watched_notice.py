"""A quiet line about new pictures in the folder that is watched."""

from PySide6.QtCore import Signal, Slot

from diary.ui.session import Session
from diary.ui.widgets.notice import Notice, Tone
from diary.words import translate


class WatchedNotice(Notice):
    """Hidden while there is nothing to say, or once it was put away, until more is new."""

    look_asked = Signal()

    def __init__(self, session: Session, *, tell_trouble: bool) -> None:
        super().__init__(Tone.INFO)
        self._watching = session.watching
        self._tell_trouble = tell_trouble
        self._put_away: frozenset[str] = frozenset()
        self.offer_to_close()
        self.closed.connect(self._remember)
        self.link_activated.connect(self.look_asked)
        self._watching.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        news = self._watching.news
        told = self._told()
        if news.pictures:
            self.set_text(new_pictures(len(news.pictures)), self.tr("Look at them"))
        elif news.trouble:
            self.set_text(news.trouble)
        self.setVisible(bool(told) and not told <= self._put_away)

    @Slot()
    def _remember(self) -> None:
        self._put_away = self._told()

    def _told(self) -> frozenset[str]:
        news = self._watching.news
        if news.pictures:
            return frozenset(one.digest for one in news.pictures)
        return frozenset({news.trouble} if news.trouble and self._tell_trouble else ())


def new_pictures(count: int) -> str:
    if count == 1:
        return translate("Watched", "1 new picture in your folder.")
    return translate("Watched", "%n new pictures in your folder.", count)
