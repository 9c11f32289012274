"""The invented person's face from the side, looking to the left, eyes closed."""

from diary.sample import colours
from diary.sample.drawing import Board, blob, joined

PROFILE = [
    (262, 250), (240, 330), (232, 410), (236, 480), (234, 520), (214, 570), (186, 624), (158, 676),
    (164, 702), (206, 716), (220, 726), (214, 752), (196, 774), (200, 796), (216, 806), (204, 820),
    (206, 840), (226, 860), (226, 890), (214, 924), (230, 976), (280, 1002), (352, 994),
]  # fmt: skip
JAW = [(352, 994), (450, 956), (530, 900), (590, 800), (620, 640), (640, 420), (520, 240)]
FACE = joined(PROFILE, JAW, [(520, 240), (262, 250)])


def draw(board: Board) -> None:
    _body(board)
    _skin(board)
    _eye_and_nose(board)
    _mouth(board)
    _hair(board)
    _ear(board)


def _body(board: Board) -> None:
    nape = [(690, 600), (672, 850), (684, 960), (740, 1060)]
    throat = [(420, 1080), (404, 1010), (400, 940), (440, 860)]
    board.fill(joined(nape, [(740, 1240), (420, 1240)], throat), colours.DEEP_SHADE)
    collar = [(716, 968), (660, 1034), (560, 1070), (460, 1068), (386, 1032)]
    chest = [(386, 1032), (300, 1062), (210, 1120), (150, 1260)]
    back = [(930, 1260), (884, 1120), (810, 1036), (716, 968)]
    board.fill(joined(collar, chest, back), colours.SHIRT)
    seam = [(372, 1040), (450, 1098), (560, 1104), (680, 1066), (740, 988)]
    board.fill(joined(collar, seam), colours.SHIRT_SHADE)


def _skin(board: Board) -> None:
    board.fill(FACE, colours.SKIN)
    shadow = joined(
        [(600, 620), (560, 790), (470, 890), (330, 950), (250, 990)],
        [(330, 1040), (560, 960), (680, 760), (600, 620)],
    )
    board.fill(shadow, colours.SHADE, within=FACE)


def _eye_and_nose(board: Board) -> None:
    brow = joined(
        [(252, 514), (296, 492), (344, 494), (384, 516)],
        [(384, 524), (340, 512), (296, 512), (252, 514)],
    )
    board.fill(brow, colours.HAIR)
    board.stroke([(270, 572), (310, 562), (352, 574)], colours.DEEP_SHADE, 6)
    board.stroke([(258, 594), (280, 612), (312, 618), (346, 604)], colours.INK, 11)
    board.stroke([(256, 676), (264, 704), (248, 722), (228, 718)], colours.LINE, 8)


def _mouth(board: Board) -> None:
    upper = [(212, 756), (196, 774), (200, 796), (216, 806)]
    lower = [(204, 820), (207, 838), (222, 848), (246, 836), (276, 812)]
    board.fill(joined(upper, lower, [(276, 806), (244, 778), (212, 756)]), colours.LIP)
    board.stroke([(214, 806), (246, 802), (280, 812)], colours.LIP_SHADE, 6)


def _hair(board: Board) -> None:
    crown = [
        (254, 288), (238, 230), (260, 160), (330, 90), (450, 52), (580, 66), (700, 140),
        (772, 270), (788, 430), (764, 590), (712, 720), (670, 790),
    ]  # fmt: skip
    nape = [(670, 790), (630, 770), (606, 720), (612, 640)]
    temple = [(612, 640), (566, 600), (546, 646), (528, 700)]
    sideburn = [(528, 700), (506, 640), (508, 540), (492, 450), (448, 360), (372, 300), (254, 288)]
    hair = joined(crown, nape, temple, sideburn)
    board.fill(hair, colours.HAIR)
    shade = blob(
        [(690, 800), (640, 700), (680, 560), (700, 380), (660, 200), (800, 200), (850, 600)]
    )
    board.fill(shade, colours.HAIR_SHADE, within=hair)
    board.stroke([(330, 210), (430, 150), (550, 150), (640, 220)], colours.HAIR_SHADE, 7)
    board.stroke([(420, 240), (510, 220), (590, 270), (630, 370)], colours.HAIR_SHADE, 6)


def _ear(board: Board) -> None:
    ear = blob(
        [(546, 596), (566, 556), (604, 552), (624, 590), (616, 640), (596, 690), (572, 720),
         (550, 704), (544, 650)]
    )  # fmt: skip
    board.fill(ear, colours.DEEP_SHADE)
    board.stroke([(566, 606), (590, 590), (602, 612), (590, 652), (572, 680)], colours.LINE, 7)
