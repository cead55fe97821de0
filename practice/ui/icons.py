"""Our own icons: 24 × 24 strokes in `resources/icons`, drawn in a colour of the theme on demand."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from practice.paths import resource
from practice.ui.theme import SIZE, Role, follow, theme


class Icon(Enum):
    """Every icon there is; the value is the file's name without `.svg`."""

    ARCHIVE = "archive"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    BOLT = "bolt"
    CALENDAR = "calendar"
    CALENDAR_X = "calendar-x"
    CHECK = "check"
    CHECK_CIRCLE = "check-circle"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_DASHED = "circle-dashed"
    CLOCK = "clock"
    COPY = "copy"
    DOWNLOAD = "download"
    DRIVE = "drive"
    EDIT = "edit"
    END = "end"
    ENTER = "enter"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FIGURES = "figures"
    FLAG = "flag"
    FOLDER = "folder"
    GRIP = "grip"
    GROUP = "group"
    HELP = "help"
    HOME = "home"
    INBOX = "inbox"
    INFO = "info"
    KEY = "key"
    KEYBOARD = "keyboard"
    LEFT_EARLY = "left-early"
    LOCK = "lock"
    MEMBERS = "members"
    MINUS = "minus"
    MONITOR = "monitor"
    MONITOR_OFF = "monitor-off"
    MORE = "more"
    NOTE = "note"
    PAUSE = "pause"
    PERSON = "person"
    PERSON_PLUS = "person-plus"
    PHONE = "phone"
    PHONE_AUDIO = "phone-audio"
    PHONE_MISSED = "phone-missed"
    PIN = "pin"
    PLAY = "play"
    PLUS = "plus"
    PRINTER = "printer"
    REDO = "redo"
    REFRESH = "refresh"
    REPORT = "report"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD_CHECK = "shield-check"
    SIGNATURE = "signature"
    STAR = "star"
    TAG = "tag"
    TODAY = "today"
    TRASH = "trash"
    UNDO = "undo"
    UNLOCK = "unlock"
    UPLOAD = "upload"
    VIDEO = "video"
    WARNING = "warning"
    X = "x"
    X_CIRCLE = "x-circle"


@lru_cache(maxsize=128)
def _source(name: Icon) -> str:
    return resource("icons", f"{name.value}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def image(name: Icon, color: str, size: int, ratio: float) -> QImage:
    """The icon drawn once at `size` logical pixels for a screen of `ratio` pixels to each."""
    pixels = round(size * ratio)
    made = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("currentColor", color)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def draw(painter: QPainter, box: QRectF, name: Icon, role: Role) -> None:
    """Draw into a square box, crisp on the screen the painter paints for."""
    ratio = painter.device().devicePixelRatioF()
    drawn = image(name, theme().colors.of(role), round(box.width()), ratio)
    corner = QPointF(round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio)
    painter.drawImage(corner, drawn)


def icon(name: Icon, role: Role = Role.TEXT, size: int = SIZE.icon) -> QIcon:
    """A QIcon in today's colours, for every pixel ratio among the screens, muted when disabled."""
    made = QIcon()
    colors = theme().colors
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        for mode, ink in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, Role.MUTED)):
            made.addPixmap(QPixmap.fromImage(image(name, colors.of(ink), size, ratio)), mode)
        chosen = QPixmap.fromImage(image(name, colors.of(role), size, ratio))
        made.addPixmap(chosen, QIcon.Mode.Selected)
    return made


class _Keeper(QObject):
    """Belongs to an action or button and gives it its icon again when the theme changes."""

    def __init__(self, target: QAction | QAbstractButton, name: Icon, role: Role) -> None:
        super().__init__(target)
        self._target, self._name, self._role = target, name, role
        follow(self._renew)

    def _renew(self) -> None:
        self._target.setIcon(icon(self._name, self._role))


def keep_icon(target: QAction | QAbstractButton, name: Icon, role: Role = Role.TEXT) -> None:
    """Give an action or a plain Qt button an icon that follows the theme."""
    _Keeper(target, name, role)
