"""A text button whose words stand flush with what is around them."""

from diary.ui.widgets.button import Button, Kind

FLUSH = "padding: {above}px 0; text-align: {side};"


class Link(Button):
    """`side` is "left" or "right"; a `tight` one has two lines, high enough without a margin."""

    def __init__(self, text: str = "", side: str = "left", *, tight: bool = False) -> None:
        super().__init__(text, Kind.TEXT)
        self.setStyleSheet(FLUSH.format(above=1 if tight else 6, side=side))
