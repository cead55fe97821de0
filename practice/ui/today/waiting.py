"""What still waits for someone: notes to finish, plans to review, sessions nobody recorded."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care.cosigning import Waits
from practice.care.reviews import Review
from practice.care.waiting import ToFinish
from practice.desk import calling_off, sessions
from practice.desk.schedule import SessionRow
from practice.models.enums.sessions import SessionState
from practice.ui.actions import Actions
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import Role, Type
from practice.ui.today.view import View
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.field import Field
from practice.ui.widgets.moments import TimeInput
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import count, day_near, long_day

LISTED = 5


class NotesToFinish(Section):
    """Oldest first; hidden while there is nothing, and for people without a key to notes."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Notes to finish", Icon.NOTE, Role.LATE, parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show the oldest few."""
        self.setVisible(bool(view.to_finish))
        if not view.to_finish:
            return
        age = (view.day - view.to_finish[0].session.starts.date()).days
        note = f"oldest {count(age, 'day')}" if age else "from today"
        total = len(view.to_finish)
        note = f"{LISTED} of {total} · {note}" if total > LISTED else note
        self.show_rows([self._row(w, view) for w in view.to_finish[:LISTED]], note=note)

    def _row(self, waiting: ToFinish, view: View) -> QWidget:
        session = waiting.session
        finish = Button("Finish", ButtonKind.QUIET)
        finish.setAccessibleName(f"Finish {session.title}")
        finish.clicked.connect(partial(self._context.wrap_up.emit, session.id))
        when = day_near(session.starts.date(), view.day)
        return ListRow(session.title, f"{when} · {waiting.words}", trailing=(finish,))


class ToCosign(Section):
    """Notes to co-sign, and those a supervisor returned; hidden while there are none."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Co-signatures", Icon.SIGNATURE, Role.LATE, parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show the oldest few."""
        total = len(view.cosign)
        self.setVisible(total > 0)
        note = f"{LISTED} of {total}" if total > LISTED else ""
        self.show_rows([self._row(wait, view) for wait in view.cosign[:LISTED]], note=note)

    def _row(self, wait: Waits, view: View) -> QWidget:
        session = wait.session
        open_ = _button("Read", f"Read the notes of {session.title}")
        open_.clicked.connect(partial(self._context.wrap_up.emit, session.id))
        when = day_near(session.starts.date(), view.day)
        return ListRow(session.title, f"{when} · {wait.words}", trailing=(open_,))


class ReviewsDue(Section):
    """Treatment plans to review soon or by now; hidden while there are none."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Plans to review", Icon.FLAG, Role.LATE, parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show those longest overdue."""
        total = len(view.reviews)
        self.setVisible(total > 0)
        note = f"{LISTED} of {total}" if total > LISTED else ""
        self.show_rows([self._row(review) for review in view.reviews[:LISTED]], note=note)

    def _row(self, review: Review) -> QWidget:
        open_ = _button("Open", f"Open the plan of {review.name}")
        open_.clicked.connect(partial(self._context.go.emit, Place.PLAN, review.member_id))
        words = f"Version {review.version} · {review.words}"
        return ListRow(review.name, words, trailing=(open_,))


class Unrecorded(Section):
    """Past sessions that were planned and nobody said anything about. Nothing decides for them."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Not recorded yet", Icon.CIRCLE_DASHED, Role.NEUTRAL, parent=parent)
        self._context = context

    def show_view(self, view: View) -> None:
        """Show the oldest few; an open form stays."""
        self.setVisible(bool(view.unrecorded) or self.form is not None)
        total = len(view.unrecorded)
        note = f"oldest {LISTED} of {total}" if total > LISTED else ""
        self.show_rows([self._row(s, view) for s in view.unrecorded[:LISTED]], note=note)

    def _row(self, session: SessionRow, view: View) -> QWidget:
        when = f"{day_near(session.starts.date(), view.day)}, {session.starts:%H:%M}"
        if not self._context.clinical:
            return self._desk_row(session, when)
        if session.state is SessionState.HELD:
            mark = _button("Mark", f"Mark who came to {session.title}, {when}")
            mark.clicked.connect(partial(self._context.open_session.emit, session.id))
            return ListRow(session.title, f"{when} · not everybody marked", trailing=(mark,))
        record = _button("Record", f"Record {session.title}, {when}")
        record.clicked.connect(partial(self._ask, session))
        return ListRow(session.title, when, trailing=(record, self._off(session, when)))

    def _off(self, session: SessionRow, when: str) -> Button:
        off = _button("Did not take place", f"{session.title}, {when}, did not take place")
        off.clicked.connect(partial(self._context.actions.run, calling_off.cancel, session.id))
        return off

    def _desk_row(self, session: SessionRow, when: str) -> QWidget:
        """For the front desk: who missed it; who came, and when, is for a clinician to say."""
        mark = _button("Attendance", f"Attendance of {session.title}, {when}")
        mark.clicked.connect(partial(self._context.go.emit, Place.SESSION, session.id))
        if session.state is SessionState.HELD:
            return ListRow(session.title, f"{when} · not everybody marked", trailing=(mark,))
        return ListRow(session.title, when, trailing=(mark, self._off(session, when)))

    def _ask(self, session: SessionRow) -> None:
        form = RecordForm(self._context.actions, session)
        form.saved.connect(partial(self._context.open_session.emit, session.id))
        self.open_form(form)


class RecordForm(EntryForm):
    """When a past session really began and ended; the planned times stand there to be changed."""

    def __init__(self, actions: Actions, session: SessionRow) -> None:
        super().__init__(actions, "Record this session", blame="stopped", kind=ButtonKind.SECONDARY)
        self._session = session
        when = long_day(session.starts.date())
        self.body.addWidget(Text(f"{session.title}, {when}", Type.EMPHASIS, wrap=True))
        self._started = Field("started", "It began", TimeInput(), required="Write when it began.")
        self._stopped = Field("stopped", "It ended", TimeInput(), required="Write when it ended.")
        self.add(self._started, self._stopped)
        self.add_buttons()
        self._started.set_value(session.starts.time())
        self._stopped.set_value(session.ends.time())

    def act(self) -> None:
        started, stopped = self._started.value(), self._stopped.value()
        if started is None or stopped is None:
            raise ValueError("the form asks for both")
        day = self._session.starts.date()
        begin, end = datetime.combine(day, started), datetime.combine(day, stopped)
        if end < begin:
            end += timedelta(days=1)
        sessions.record_afterwards(self._session.id, begin, end)


def _button(words: str, name: str) -> Button:
    button = Button(words, ButtonKind.QUIET)
    button.setAccessibleName(name)
    return button
