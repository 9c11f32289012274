"""Put a photo into the report, and say so once the diary has it."""

from functools import partial

from diary.domain.panels import Moment, PanelChoice, Panels, moment_name
from diary.domain.photo import Photo, View
from diary.journal import Journal
from diary.ui.local import short_date
from diary.ui.pages.compare.to_report import Place
from diary.ui.session import Session
from diary.ui.widgets.notice import Notice, Tone


class AddedNotice(Notice):
    """Seen as long as the report shows the photo that was added last for its moment."""

    def __init__(self, session: Session) -> None:
        super().__init__(Tone.INFO)
        self._session = session
        self._place: Place | None = None
        self.offer_to_close()
        self.closed.connect(self.forget)
        self.hide()

    def add(self, place: Place, panels: Panels) -> None:
        """Let a photo stand for a moment; `panels` are those of its view until now."""
        before = panels.get(place.moment)
        own = before.photo if before and before.own else None
        view, moment = place.photo.view, place.moment
        self._place = place
        self._session.push(
            self.tr("photo for {moment}").format(moment=moment_name(moment)),
            partial(_put, view=view, moment=moment, photo=place.photo),
            partial(_put, view=view, moment=moment, photo=own),
            changed=self._session.photos_changed.emit,
        )

    def follow(self, panels: Panels) -> None:
        """Say what the report shows now; nothing if it is not what was added."""
        place = self._place
        there = panels.get(place.moment) if place else None
        if place is None or there is None or there.photo.id != place.photo.id:
            self.hide()
            return
        said = self.tr("The photo of {date} stands for “{moment}” in the report’s photos.")
        date, name = short_date(place.photo.taken.on), moment_name(place.moment)
        self.set_text(said.format(date=date, moment=name), self.tr("Report"))
        self.show()

    def forget(self) -> None:
        self._place = None
        self.hide()


def _put(journal: Journal, view: View, moment: Moment, photo: Photo | None) -> None:
    """None for the photo that the program proposes."""
    if photo is None:
        journal.panels.propose(view, moment)
    else:
        journal.panels.choose(PanelChoice(view, moment, photo.id))
