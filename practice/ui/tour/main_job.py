"""The main job from end to end, on the demo of Tuesday 17 November 2026.

The day is fixed, so that pictures and figures stay the same.
"""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from practice import clock, paths
from practice.ui import files, theme
from practice.ui.background import InlineLane
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.ui.theme import ARGUMENTS, Scheme
from practice.ui.tour import after, before, desk, figures, keeping, session
from practice.ui.tour.guide import (
    Hours,
)
from practice.ui.tour.record import CheckFailed, Record
from practice.ui.tour.steps import BEGIN, DAY, Tour
from practice.ui.zones import system_zone
from practice.vault.folder import harden
from practice.vault.keys import QUICKEST


def tour(out: Path, home: Path) -> Record:
    """Drive the windows through everything; what failed stands in the record."""
    harden()
    qInstallMessageHandler(_quiet)
    app = QApplication.instance() or QApplication([*ARGUMENTS])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    files.keep_no_places()
    theme.apply(app, Scheme.LIGHT)
    record, hours = Record(out), Hours(datetime.combine(DAY, BEGIN, ZoneInfo(system_zone())))
    shell = Shell(Start(paths.demo_folder(), demo=True, cost=QUICKEST), InlineLane())
    taken = Tour(record, hours, shell, home)
    try:
        for name, step in STEPS.items():
            with record.step(name):
                step(taken)
    except Exception as error:  # the record says what failed; the tour ends
        record.picture("failed", QApplication.activeWindow() or shell)
        if not isinstance(error, CheckFailed):
            raise
    finally:
        shell.lock_at_once()
        shell.hold.let_go()
        clock.use(None)
    return record


def _quiet(kind: QtMsgType, _context: object, words: str) -> None:
    """What the screenless platform can't do is no news."""
    if not words.startswith("This plugin does not support"):
        sys.stderr.write(f"{kind.name}: {words}\n")


STEPS = {
    "Unlock the demo practice": before.unlock,
    "Today": before.today,
    "Add a member": before.add_member,
    "Diagnosis and goal": before.plan_of_member,
    "A full group": before.full_group,
    "The week": desk.schedule,
    "Reach out": desk.reach,
    "Begin the session": session.begin_session,
    "Attendance by keys": session.mark_attendance,
    "Lines while it runs": session.write_lines,
    "Curtain and lock": session.curtain_and_lock,
    "End": session.end_session,
    "Wrap-up": after.wrap_up,
    "Sign": after.sign,
    "Addendum": after.addendum,
    "Progress report": after.report,
    "Attendance figures": figures.overview,
    "Settings and backup": keeping.settings,
    "Recovery kit": keeping.recovery_kit,
    "Lock and restore": keeping.lock_and_restore,
}
