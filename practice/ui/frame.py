"""The unlocked window: what has to be said above the pages, and the pages."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care.leftovers import Leftover
from practice.ui import demo, reading
from practice.ui.context import Context, Place
from practice.ui.help.chapters import Chapter
from practice.ui.help.pages import FOR_PLACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.workspace import Workspace


class Frame(QWidget):
    """Banners above the workspace. The demo's never goes away; the others can be put away."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.banners: list[Banner] = []
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(0)
        self.workspace = Workspace(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(self.workspace, 1)
        if context.demo:
            self._add(Banner(BannerKind.WARNING, demo.BANNER, flush=True))

    @property
    def chapter(self) -> Chapter:
        """Where the manual tells about the page that is shown."""
        return FOR_PLACE[self.workspace.place]

    def tell(self, words: str, kind: BannerKind = BannerKind.WARNING) -> None:
        """Say something until it is put away."""
        if words:
            close = Button("Close", ButtonKind.QUIET)
            banner = Banner(kind, words, close, flush=True)
            close.setAccessibleName(f"Close: {words}")
            close.clicked.connect(partial(banner.say, ""))
            self._add(banner)

    def offer(self, leftover: Leftover) -> None:
        """Offer the way back to what was left open."""
        button = Button("Open", ButtonKind.SECONDARY)
        banner = Banner(BannerKind.INFO, leftover.words, button, flush=True)
        button.setAccessibleName(f"Open: {leftover.words}")
        button.clicked.connect(partial(self._open, leftover))
        button.clicked.connect(partial(banner.say, ""))
        self._add(banner)

    def _open(self, leftover: Leftover) -> None:
        if leftover.member_id:
            self.context.go.emit(Place.MEMBERS, leftover.member_id)
        else:
            self.context.open_session.emit(leftover.session_id)

    def _add(self, banner: Banner) -> None:
        self.banners.append(banner)
        self._above.addWidget(banner)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading.step(self, forward=forward)
