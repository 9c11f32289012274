"""The window; the only folder that opens QtWidgets."""

from diary.ui.constants import keep_alive

keep_alive()
