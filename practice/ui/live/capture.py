"""Keeping the window out of screen sharing where the system can, and saying honestly if not.

Windows 10 2004 and later can (WDA_EXCLUDEFROMCAPTURE); what it answers is asked back. macOS has
NSWindowSharingNone, which ScreenCaptureKit ignores since macOS 15, so there it is never claimed.
X11 and Wayland have nothing of the kind.
"""

import ctypes
import sys
from enum import Enum

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

EXCLUDE = 0x11
SHARING_NONE = 0


class Capture(Enum):
    """Whether others see the window when the screen is shared."""

    HIDDEN = "hidden"
    UNSURE = "unsure"
    VISIBLE = "visible"


CAPTURE_WORDS = {
    Capture.HIDDEN: "Hidden from screen share",
    Capture.UNSURE: "May show in screen share",
    Capture.VISIBLE: "Visible in screen share",
}


def hide(window: QWidget) -> Capture:
    """Do what this system can, and say what came of it. The window must have been shown."""
    platform = QGuiApplication.platformName()
    if sys.platform == "win32" and platform == "windows":
        return _windows(int(window.winId()))
    if sys.platform == "darwin" and platform == "cocoa":
        return _mac(int(window.winId()))
    return Capture.VISIBLE


def _windows(handle: int) -> Capture:
    user32 = ctypes.CDLL("user32")
    found = ctypes.c_uint32(0)
    user32.SetWindowDisplayAffinity(ctypes.c_void_p(handle), ctypes.c_uint32(EXCLUDE))
    user32.GetWindowDisplayAffinity(ctypes.c_void_p(handle), ctypes.byref(found))
    return Capture.HIDDEN if found.value == EXCLUDE else Capture.VISIBLE


def _mac(view: int) -> Capture:
    objc = ctypes.CDLL("libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_msgSend.restype = ctypes.c_void_p
    objc.objc_msgSend.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    window = objc.objc_msgSend(view, objc.sel_registerName(b"window"))
    objc.objc_msgSend.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
    if window:
        objc.objc_msgSend(window, objc.sel_registerName(b"setSharingType:"), SHARING_NONE)
    return Capture.UNSURE
