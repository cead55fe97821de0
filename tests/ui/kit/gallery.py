"""Every part in every scheme and size, as pictures to look at.

`QT_QPA_PLATFORM=offscreen python -m tests.ui.kit.gallery FOLDER` leaves the PNGs in FOLDER.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import ARGUMENTS, SPACE, Role, Scheme, Type, apply
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.card import Card, Ground
from practice.ui.widgets.chip import Chip, SegmentedControl
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput, SecretInput, TextInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.navigation import NavigationItem, NavigationList
from practice.ui.widgets.notices import Banner, BannerKind, EmptyState, UndoBar
from practice.ui.widgets.page import ScrollPage
from practice.ui.widgets.pill import KeyCap, KeyCaps, PillKind, StatusPill
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.rows import ActionRow, ListRow, SectionHeader
from practice.ui.widgets.session import PlanBar, PlanPart, TimerLabel
from practice.ui.widgets.text import Text

ROSTER = (
    ("Dana R.", "12:02  Named first cue: payday. Calm, open.", PillKind.PRESENT, "Present"),
    ("Luis M.", "Third miss in a row: on outreach list", PillKind.NO_SHOW, "No-show"),
    ("Aya K.", "11:48  Practised wave image twice", PillKind.PRESENT, "Present"),
    ("Tom B.", "No note yet", PillKind.LATE, "Late 6 min"),
    ("Ravi N.", "Sent a message at 13:10: shift changed", PillKind.EXCUSED, "Excused"),
    ("Sam W.", "12:20  Urge high", PillKind.LEFT_EARLY, "Left 12:30"),
    ("Ines C.", "No note yet", PillKind.TO_MARK, "To mark"),
)
PLAN = (
    PlanPart("Check in", 3),
    PlanPart("Teach", 5),
    PlanPart("Practise", 9),
    PlanPart("Close", 3),
)


def line(*parts: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Parts side by side."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    for part in parts:
        row.addWidget(part)
    if stretch:
        row.addStretch(1)
    return row


def checked(button: Chip | IconButton | Button) -> QWidget:
    """The same, switched on."""
    button.setCheckable(True)
    button.setChecked(True)
    return button


def disabled(part: QWidget) -> QWidget:
    """The same, not to be used now."""
    part.setEnabled(False)
    return part


def parts() -> QWidget:
    """Text, buttons, pills, chips and notices."""
    page = ScrollPage("Parts", "Everything pages are made of")
    page.add_action(Button("Walk-in", icon=Icon.PLUS))
    page.add_action(Button("Open session notes", ButtonKind.PRIMARY, Icon.NOTE))
    card = Card()
    for type_ in Type:
        card.body.addWidget(Text(f"{type_.name.capitalize()} 17 November, 08:30 <b>&", type_))
    card.body.addLayout(
        line(*(Button(each.value.capitalize(), each, Icon.PAUSE) for each in ButtonKind))
    )
    card.body.addLayout(
        line(
            disabled(Button("Disabled", ButtonKind.PRIMARY)),
            disabled(Button("Disabled")),
            checked(Button("Checked")),
            IconButton(Icon.MONITOR_OFF, "Hide from screen share"),
            checked(IconButton(Icon.PIN, "Keep on top", checkable=True)),
            IconButton(Icon.MORE, "More"),
        )
    )
    pills = FlowLayout()
    for kind in PillKind:
        pills.addWidget(StatusPill(kind, kind.value.capitalize()))
    card.body.addLayout(pills)
    flow = FlowLayout()
    flow.addWidget(checked(Chip("Urge surfing", Icon.TAG)))
    for word in ("CBT", "Breathing", "Homework", "Values & goals"):
        flow.addWidget(Chip(word))
    card.body.addLayout(flow)
    card.body.addLayout(
        line(KeyCap("A"), KeyCap("Enter", Icon.ENTER), KeyCaps(("Ctrl", "K")), Text("keys"))
    )
    page.body.addWidget(card)
    for banner in BannerKind:
        words = "This is the demo practice. Nothing here is about a real person."
        page.body.addWidget(Banner(banner, words, Button("Leave", ButtonKind.QUIET)))
    page.body.addWidget(Remark("Names another member (Mina).", Icon.WARNING, Role.LATE, inked=True))
    undo = UndoBar()
    undo.offer("Moved Elif D. to Tue 15:30")
    page.body.addWidget(undo)
    page.body.addWidget(EmptyState("No groups yet.", Button("New group"), Icon.GROUP))
    return page


def form() -> QWidget:
    """Fields, with and without errors."""
    page = ScrollPage("New member", "Only the name is needed today")
    card, made = Card(), Form()
    made.add(
        Field("name", "Name", LineInput(hint="As on the insurance card"), required="Write a name."),
        Field("pronouns", "Pronouns", LineInput(), help="As the member says them."),
    )
    birth, start = Field("birth", "Birth date", DateInput()), Field("start", "Start", TimeInput())
    made.add(birth, start)
    made.add(Field("kind", "Kind of group", Choice([(1, "Recovery skills"), (2, "Process")])))
    made.add(Field("secret", "Passphrase", SecretInput(), help="At least 14 characters."))
    made.add(Field("note", "Note", TextInput(lines=3)))
    made.add(Field("part2", "", Check("This practice is a Part 2 program & says so")))
    made.add(Field("asked", "", Check("Asked today")))
    made.fields["asked"].set_value(True)
    birth.set_value(date(1990, 3, 5))
    birth.set_error("There is no 31 February 2026: February has 28 days that year.")
    made.banner.say("The group has ten members. Add this one to the waiting list instead.")
    card.body.addWidget(made)
    page.body.addWidget(card)
    page.body.addStretch(1)
    return page


def sidebar() -> QWidget:
    """The navigation."""
    side = Ground()
    column = QVBoxLayout(side)
    pages = NavigationList[str]("Pages")
    for words, icon in (
        ("Today", Icon.TODAY),
        ("Schedule", Icon.CALENDAR),
        ("Groups", Icon.GROUP),
        ("Members", Icon.MEMBERS),
        ("Notes to finish", Icon.NOTE),
        ("Outreach", Icon.PHONE_MISSED),
        ("Reports", Icon.REPORT),
    ):
        pages.add(words, words, icon)
    pages.select("Today")
    pages.items["Notes to finish"].set_count(3, PillKind.LATE)
    pages.items["Outreach"].set_count(5, PillKind.NO_SHOW)
    column.addWidget(pages)
    column.addStretch(1)
    column.addWidget(NavigationItem("Settings", Icon.SETTINGS))
    column.addWidget(NavigationItem("Lock now", Icon.LOCK, checkable=False))
    column.addWidget(Remark("On this computer only", Icon.DRIVE, wrap=False))
    return side


def today() -> QWidget:
    """A page as a person sees it."""
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(sidebar())
    page = ScrollPage("Tuesday 17 November", "Good afternoon, Maria. 2 sessions left today.")
    page.add_action(Button("Walk-in", icon=Icon.PLUS))
    card = Card()
    card.body.addLayout(line(StatusPill(PillKind.ACCENT, "In 6 min"), Text("14:00 – 14:20")))
    card.body.addWidget(Text("Tuesday micro-group", Type.TITLE))
    card.body.addWidget(Text("Urge surfing · session 7 of 12", Type.SMALL))
    page.body.addWidget(card)
    day = Card(margin=SPACE.s)
    day.body.setSpacing(2)
    day.body.addWidget(SectionHeader("Today", "4 of 6 done", inset=SPACE.m))
    for number, (name, detail, kind, words) in enumerate(ROSTER):
        time = Text(f"{8 + number:02}:30", Type.SECONDARY, tabular=True)
        item = ListRow(name, detail, leading=time, trailing=(StatusPill(kind, words),))
        item.set_selected(number == 4)
        day.body.addWidget(ActionRow(item))
    page.body.addWidget(day)
    finish = Card(margin=SPACE.s)
    finish.body.addWidget(
        SectionHeader("Notes to finish", "oldest 2 days", Icon.NOTE, Role.LATE, inset=SPACE.m)
    )
    for name in ("Micro-group B", "Mina S."):
        button = Button("Finish", ButtonKind.QUIET)
        finish.body.addWidget(ListRow(name, "not signed", trailing=(button,), dense=True))
    page.body.addWidget(finish)
    page.body.addStretch(1)
    row.addWidget(page, 1)
    return window


def session(*, dense: bool = False) -> QWidget:
    """The companion window."""
    window = QWidget()
    column = QVBoxLayout(window)
    head = Card(spacing=6)
    pin = checked(IconButton(Icon.PIN, "Keep on top", checkable=True))
    title = line(Text("Tuesday micro-group", Type.STRONG), stretch=True)
    for part in (IconButton(Icon.MONITOR_OFF, "Hide"), pin, IconButton(Icon.MORE, "More")):
        title.addWidget(part)
    head.body.addLayout(title)
    clock = TimerLabel()
    clock.show_seconds(761)
    times = QVBoxLayout()
    times.setSpacing(0)
    times.addWidget(Text("of 20:00", Type.SMALL))
    times.addWidget(Text("Practise · 4:19 left", Type.SMALL))
    controls = line(clock)
    controls.insertLayout(1, times)
    controls.addWidget(Button("Pause", icon=Icon.PAUSE))
    controls.addWidget(Button("End", icon=Icon.CHECK_CIRCLE))
    head.body.addLayout(controls)
    plan = PlanBar(PLAN)
    plan.set_elapsed(12.6)
    head.body.addWidget(plan)
    column.addWidget(head)
    column.addWidget(roster(dense))
    column.addWidget(composer())
    return window


def roster(dense: bool) -> QWidget:
    """The members with their digits."""
    card = Card(margin=6, spacing=0)
    card.body.addWidget(
        SectionHeader("10 members", "6 present · 1 late · 1 to mark", inset=SPACE.m)
    )
    for number, (name, detail, kind, words) in enumerate(ROSTER, 1):
        cap = KeyCap(str(number))
        pill = StatusPill(kind, words)
        item = ListRow(name, detail, leading=cap, trailing=(pill,), dense=dense)
        item.add_beside(Text("6→3", Type.SECONDARY))
        cap.set_selected(number == 3)
        item.set_selected(number == 3)
        card.body.addWidget(item)
    return card


def composer() -> QWidget:
    """Where lines are written."""
    card = Card(margin=SPACE.m)
    card.set_border(Role.ACCENT)
    whom = SegmentedControl("Note for", [(1, "Aya K."), (2, "Whole group")])
    card.body.addLayout(line(Text("Note for", Type.SECONDARY), whom))
    area = TextInput(lines=2)
    area.set_value("Practised wave image twice, urge 7 to 4. Partner exercise went well. ;pl")
    area.setAccessibleName("Note")
    card.body.addWidget(area)
    card.body.addLayout(
        line(checked(Chip("Urge surfing", Icon.TAG)), Chip("CBT"), Chip("Breathing"))
    )
    card.body.addWidget(Remark("Saved 2 s ago, encrypted", Icon.CHECK_CIRCLE, Role.PRESENT))
    return card


PAGES: dict[str, tuple[Callable[[], QWidget], int]] = {
    "parts": (parts, 860),
    "form": (form, 640),
    "today": (today, 1000),
    "session": (session, 430),
    "session-dense": (lambda: session(dense=True), 430),
}


def main(folder: Path) -> None:
    """Write a picture of every page in every scheme at 100 and 150 %."""
    app = QApplication.instance() or QApplication([*ARGUMENTS])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST):
        for scale in (1.0, 1.5):
            apply(app, scheme, scale)
            for name, (build, width) in PAGES.items():
                page = build()
                page.resize(round(width * scale), round(800 * scale))
                page.show()
                app.processEvents()
                page.grab().save(str(folder / f"{name}-{scheme.name.lower()}-{scale:.0%}.png"))
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
