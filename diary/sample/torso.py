"""The invented person's chest and back, in a sleeveless shirt."""

from diary.sample import colours
from diary.sample.drawing import Board, blob, joined, mirrored

SIDE = [
    (346, 40), (348, 180), (326, 262), (240, 318), (130, 356), (56, 430), (24, 560), (4, 760),
    (-20, 980), (-60, 1260),
]  # fmt: skip
BODY = joined(SIDE, mirrored(SIDE))


def draw_chest(board: Board) -> None:
    board.fill(BODY, colours.SKIN)
    _arms(board)
    _under_the_chin(board)
    _collar_bones(board)
    _shirt(board, neckline=840)


def draw_back(board: Board) -> None:
    board.fill(BODY, colours.SKIN)
    _arms(board)
    _spine(board)
    _back_of_the_head(board)
    _shirt(board, neckline=920)


def _arms(board: Board) -> None:
    shadow = joined(
        [(146, 660), (126, 740), (132, 900), (116, 1260)],
        [(150, 1260), (160, 900), (158, 740), (146, 660)],
    )
    for shape in (shadow, shadow.mirrored):
        board.fill(shape, colours.SHADE, within=BODY)
    far_side = joined(
        [(905, 380), (840, 520), (810, 800), (830, 1260)], [(1000, 1260), (1000, 380)]
    )
    board.fill(far_side, colours.SHADE, within=BODY)


def _under_the_chin(board: Board) -> None:
    shadow = joined(
        [(340, 60), (350, 150), (400, 226), (470, 250), (530, 226), (566, 160), (570, 40)]
    )
    board.fill(shadow, colours.DEEP_SHADE, within=BODY)
    jaw = [(230, -80), (270, 10), (350, 110), (450, 152)]
    board.fill(joined(jaw, mirrored(jaw)), colours.SKIN)
    board.stroke([(418, 62), (450, 70), (482, 62)], colours.SHADE, 8)


def _collar_bones(board: Board) -> None:
    for side in (list, mirrored):
        board.stroke(
            side([(418, 430), (380, 400), (310, 388), (220, 374), (150, 392)]), colours.LINE, 8
        )
        board.stroke(side([(372, 250), (392, 330), (424, 410)]), colours.SHADE, 9)
    board.stroke([(424, 436), (450, 452), (476, 436)], colours.LINE, 8)
    board.stroke([(450, 560), (452, 660), (450, 780)], colours.SHADE, 9)


def _spine(board: Board) -> None:
    board.stroke([(450, 300), (446, 480), (452, 680), (450, 1000)], colours.SHADE, 12)
    for side in (list, mirrored):
        board.stroke(side([(312, 500), (356, 580), (360, 680), (322, 770)]), colours.SHADE, 10)


def _back_of_the_head(board: Board) -> None:
    ear = blob([(276, -20), (248, -50), (226, -20), (238, 50), (268, 84), (290, 60)])
    board.fill(ear, colours.DEEP_SHADE)
    board.fill(ear.mirrored, colours.DEEP_SHADE)
    half = [(250, -100), (272, 10), (316, 100), (352, 176)]
    hairline = [(352, 176), (400, 206), (450, 196), (500, 206), (548, 176)]
    shadow = joined(hairline, [(560, 210), (500, 240), (450, 230), (400, 240), (340, 210)])
    board.fill(shadow, colours.SHADE, within=BODY)
    hair = joined(half, hairline, mirrored(half))
    board.fill(hair, colours.HAIR)
    shade = blob([(520, -100), (590, 0), (560, 120), (490, 230), (700, 150), (700, -100)])
    board.fill(shade, colours.HAIR_SHADE, within=hair)


def _shirt(board: Board, *, neckline: float) -> None:
    """A shirt with shoulder straps, its neck at height `neckline`."""
    armhole = [(182, 300), (196, 470), (190, 620), (160, 740), (138, 800)]
    neck = [(246, 280), (256, 470), (286, neckline - 140), (356, neckline - 34), (450, neckline)]
    hem = [
        (266, 280),
        (276, 470),
        (306, neckline - 158),
        (372, neckline - 62),
        (450, neckline - 30),
    ]
    half = joined(armhole, [(146, 1000), (132, 1260), (450, 1260)], neck[::-1])
    border = joined(neck, hem[::-1])
    for shape, colour in ((half, colours.SHIRT), (border, colours.SHIRT_SHADE)):
        board.fill(shape, colour, within=BODY)
        board.fill(shape.mirrored, colour, within=BODY)
