"""The invented person's face from the front, eyes closed."""

from diary.sample import colours
from diary.sample.drawing import Board, blob, joined, mirrored

CHEEK = [
    (450, 120), (570, 140), (655, 215), (694, 330), (702, 470), (694, 610), (668, 745),
    (618, 880), (545, 980),
]  # fmt: skip
FACE = blob([*CHEEK, (450, 1014), *mirrored(CHEEK)[:-1]])


def draw(board: Board) -> None:
    _body(board)
    _ears(board)
    _skin(board)
    _eyes(board)
    _nose(board)
    _mouth(board)
    _hair(board)


def _body(board: Board) -> None:
    neck = [(350, 800), (346, 940), (330, 1020), (290, 1070)]
    board.fill(joined(neck, [(290, 1240), (610, 1240)], mirrored(neck)), colours.DEEP_SHADE)
    collar = [(582, 1000), (530, 1062), (450, 1082), (370, 1062), (318, 1000)]
    shoulder = [(318, 1000), (240, 1036), (130, 1074), (40, 1140), (-40, 1260)]
    board.fill(joined(collar, shoulder, mirrored(shoulder)), colours.SHIRT)
    seam = [(296, 1010), (352, 1082), (450, 1112), (548, 1082), (604, 1010)]
    board.fill(joined(collar, seam), colours.SHIRT_SHADE)


def _ears(board: Board) -> None:
    ear = blob([(212, 560), (176, 540), (154, 572), (160, 640), (178, 700), (204, 722), (226, 690)])
    fold = [(204, 590), (182, 582), (180, 622), (196, 660)]
    board.fill(ear, colours.DEEP_SHADE)
    board.fill(ear.mirrored, colours.DEEP_SHADE)
    board.stroke(fold, colours.LINE, 6)
    board.stroke(mirrored(fold), colours.LINE, 6)


def _skin(board: Board) -> None:
    board.fill(FACE, colours.SKIN)
    shadow = joined(
        [(690, 420), (664, 640), (590, 830), (450, 965)],
        [(440, 1030), (640, 1010), (760, 700), (690, 420)],
    )
    board.fill(shadow, colours.SHADE, within=FACE)


def _eyes(board: Board) -> None:
    brow = joined(
        [(268, 538), (318, 506), (372, 500), (412, 512)],
        [(414, 526), (370, 520), (322, 525), (268, 538)],
    )
    board.fill(brow, colours.HAIR)
    board.fill(brow.mirrored, colours.HAIR)
    for side in (list, mirrored):
        board.stroke(side([(288, 586), (340, 570), (394, 584)]), colours.DEEP_SHADE, 6)
        board.stroke(
            side([(276, 606), (308, 624), (342, 630), (376, 624), (404, 608)]), colours.INK, 11
        )


def _nose(board: Board) -> None:
    board.stroke([(436, 560), (428, 640), (408, 706), (420, 738), (448, 746)], colours.LINE, 8)
    board.stroke([(448, 746), (474, 742), (488, 728)], colours.LINE, 8)


def _mouth(board: Board) -> None:
    upper = [(364, 858), (410, 842), (436, 838), (450, 843), (464, 838), (490, 842), (536, 858)]
    lower = [(536, 858), (500, 884), (450, 894), (400, 884), (364, 858)]
    board.fill(joined(upper, lower), colours.LIP)
    board.stroke([(368, 858), (412, 862), (450, 858), (488, 862), (532, 858)], colours.LIP_SHADE, 6)
    board.stroke([(418, 916), (450, 922), (482, 916)], colours.SHADE, 8)


def _hair(board: Board) -> None:
    crown = [
        (194, 566), (170, 440), (180, 290), (240, 160), (345, 78), (460, 54), (580, 80),
        (668, 160), (722, 290), (730, 440), (706, 566),
    ]  # fmt: skip
    fringe = [
        (706, 566), (694, 440), (660, 345), (600, 268), (500, 222), (400, 212), (318, 246),
        (258, 320), (214, 430), (194, 566),
    ]  # fmt: skip
    hair = joined(crown, fringe)
    board.fill(hair, colours.HAIR)
    side = blob([(706, 566), (690, 420), (650, 310), (660, 200), (620, 100), (760, 140)])
    board.fill(side, colours.HAIR_SHADE, within=hair)
    board.stroke([(330, 200), (400, 150), (500, 128), (590, 150)], colours.HAIR_SHADE, 7)
    board.stroke([(400, 190), (470, 166), (550, 176), (616, 220)], colours.HAIR_SHADE, 6)
