"""Step 1: the practice and the clinician."""

from practice.desk.practice import PracticeDetails, UserDetails
from practice.ui.details import PersonForm, PracticeForm
from practice.ui.first_run.step import Step
from practice.ui.theme import Type
from practice.ui.widgets.text import Text
from practice.ui.zones import system_zone


class AboutYou(Step):
    """Everything can be changed in Settings later."""

    title = "You and your practice"
    lead = "What stands on reports and under signed notes. Everything can be changed later."

    def __init__(self) -> None:
        super().__init__()
        self.practice_form = PracticeForm(PracticeDetails(name="", time_zone=system_zone()))
        self.person_form = PersonForm(UserDetails(name=""))
        self.practice = PracticeDetails(name="", time_zone=system_zone())
        self.person = UserDetails(name="")
        self.body.addWidget(Text("Your practice", Type.STRONG))
        self.body.addWidget(self.practice_form)
        self.body.addWidget(Text("You", Type.STRONG))
        self.body.addWidget(self.person_form)
        self.setFocusProxy(self.practice_form.name)

    def finish(self) -> None:
        right = self.person_form.submit(self._read_person)
        if self.practice_form.submit(self._read_practice) and right:
            self.done.emit()

    def _read_practice(self) -> None:
        self.practice = self.practice_form.value()

    def _read_person(self) -> None:
        self.person = self.person_form.value()
