"""The windows. PySide6 is used here alone."""

from practice.ui.immortal import keep_alive
from practice.ui.unread import read_no_source

keep_alive()
read_no_source()
