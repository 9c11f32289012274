"""The few flat colours of the invented person."""

from diary.sample.drawing import Colour

SKIN: Colour = (222, 175, 140)
SHADE: Colour = (208, 157, 120)
DEEP_SHADE: Colour = (196, 143, 107)
LINE: Colour = (178, 124, 90)
HAIR: Colour = (82, 61, 53)
HAIR_SHADE: Colour = (66, 48, 42)
INK: Colour = (58, 43, 38)
LIP: Colour = (190, 122, 104)
LIP_SHADE: Colour = (150, 86, 74)
SHIRT: Colour = (140, 156, 150)
SHIRT_SHADE: Colour = (117, 135, 127)
