"""The questions of a day: their keys, ranges, directions and names."""

from enum import StrEnum

from diary.words import translate

LOW, HIGH = 0, 10
"""Every scored question is a numeric rating scale from 0 to 10, which nobody owns."""

MOST_SPOTS = 999
"""Three digits fit the stepper; a larger count is a typing mistake."""


class Scale(StrEnum):
    """A question answered with a whole number from 0 to 10."""

    ACNE = "acne"
    LIPS = "lips"
    SKIN = "skin"
    EYES = "eyes"
    NOSE = "nose"
    MOOD = "mood"


DRYNESS = (Scale.LIPS, Scale.SKIN, Scale.EYES, Scale.NOSE)


class Count(StrEnum):
    """Spots the patient may count."""

    INFLAMED = "inflamed"
    NODULES = "nodules"
    COMEDONES = "comedones"


class Severity(StrEnum):
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


SYMPTOMS = ("nosebleed", "headache", "tired", "joint_pain", "sunburn", "rash")
CARE = ("moisturiser", "lip_balm", "sunscreen")


def name(key: str) -> str:
    """The patient's word for a scale, count, symptom, kind of care or severity.

    A symptom the patient wrote is its own name.
    """
    return {
        "acne": translate("Scales", "Acne"),
        "lips": translate("Scales", "Lips"),
        "skin": translate("Scales", "Skin"),
        "eyes": translate("Scales", "Eyes"),
        "nose": translate("Scales", "Nose"),
        "mood": translate("Scales", "Mood"),
        "inflamed": translate("Scales", "Inflamed spots"),
        "nodules": translate("Scales", "Nodules"),
        "comedones": translate("Scales", "Blackheads, whiteheads"),
        "nosebleed": translate("Scales", "Nosebleed"),
        "headache": translate("Scales", "Headache"),
        "tired": translate("Scales", "Tired"),
        "joint_pain": translate("Scales", "Joint or muscle pain"),
        "sunburn": translate("Scales", "Sunburn"),
        "rash": translate("Scales", "Rash"),
        "moisturiser": translate("Scales", "Moisturiser"),
        "lip_balm": translate("Scales", "Lip balm"),
        "sunscreen": translate("Scales", "Sunscreen"),
        "mild": translate("Scales", "Mild"),
        "moderate": translate("Scales", "Moderate"),
        "severe": translate("Scales", "Severe"),
    }.get(key, key)
