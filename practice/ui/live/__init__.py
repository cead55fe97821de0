"""The session window beside the call: who is there, what was said, and nothing in the way."""

from practice.ui.live.window import LiveWindow

__all__ = ["LiveWindow"]
