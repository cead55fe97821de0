"""The windows. PySide6 is used here alone."""

from practice.ui.immortal import keep_alive

keep_alive()
