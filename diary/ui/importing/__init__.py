"""Add many photos without stopping the window, and look at them first if something is unsure."""

from diary.ui.importing.importer import Importer
from diary.ui.importing.search import MOST
from diary.ui.importing.source import Source
from diary.ui.importing.words import in_diary_already, looking_for_pictures

__all__ = ["MOST", "Importer", "Source", "in_diary_already", "looking_for_pictures"]
