"""What the practice and the person are called, as first run asks and Settings changes it."""

from dataclasses import replace

from practice.desk.practice import PracticeDetails, UserDetails, checked_practice, checked_user
from practice.models.enums.practice import PAPER_WORDS, Paper
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.zones import ZoneInput

PART2 = "Substance use treatment under 42 CFR Part 2"
PART2_HELP = (
    "Then a report needs a recipient and a consent date, and says on every page that it may not "
    "be passed on."
)


class PracticeForm(Form):
    """Name, address, phone, time zone, paper, Part 2."""

    def __init__(self, details: PracticeDetails) -> None:
        super().__init__()
        self._details = details
        self.name = Field(
            "name", "Practice name", LineInput(), required="Give the practice a name."
        )
        self.address = Field("address", "Address", TextInput(lines=3))
        self.phone = Field("phone", "Phone", LineInput(limit=40))
        self.email = Field("email", "E-mail", LineInput())
        self.zone = Field("time_zone", "Time zone", ZoneInput())
        paper: Choice[Paper] = Choice([(paper, PAPER_WORDS[paper]) for paper in Paper])
        self.paper = Field("paper", "Paper", paper)
        self.part2 = Field("part2", "", Check(PART2), help=PART2_HELP)
        self.add(self.name)
        self.add(self.address)
        self.add(self.phone, self.email)
        self.add(self.zone, self.paper)
        self.add(self.part2)
        self.show_details(details)

    def show_details(self, details: PracticeDetails) -> None:
        """Show what is on record."""
        self._details = details
        self.name.set_value(details.name)
        self.address.set_value(details.address)
        self.phone.set_value(details.phone)
        self.email.set_value(details.email)
        self.zone.set_value(details.time_zone)
        self.paper.set_value(details.paper)
        self.part2.set_value(details.part2)

    def value(self) -> PracticeDetails:
        """As it would be stored; raises Refused at the field that is wrong."""
        return checked_practice(
            replace(
                self._details,
                name=self.name.value(),
                address=self.address.value(),
                phone=self.phone.value(),
                email=self.email.value(),
                time_zone=self.zone.value(),
                paper=self.paper.value(),
                part2=self.part2.value(),
            )
        )


class PersonForm(Form):
    """Name, credentials, licence, NPI, usual location: what stands under a signed note."""

    def __init__(self, details: UserDetails) -> None:
        super().__init__()
        self._details = details
        self.name = Field("name", "Your name", LineInput(), required="Write your name.")
        self.credentials = Field("credentials", "Credentials", LineInput(hint="LCSW"))
        self.licence = Field("licence", "Licence", LineInput(hint="State and number"))
        self.npi = Field("npi", "NPI, if you have one", LineInput(limit=20))
        self.location = Field(
            "location", "Where you usually work from", LineInput(hint="Office, Albany")
        )
        self.add(self.name, self.credentials)
        self.add(self.licence, self.npi)
        self.add(self.location)
        self.show_details(details)

    def show_details(self, details: UserDetails) -> None:
        """Show what is on record."""
        self._details = details
        self.name.set_value(details.name)
        self.credentials.set_value(details.credentials)
        self.licence.set_value(details.licence)
        self.npi.set_value(details.npi)
        self.location.set_value(details.location)

    def value(self) -> UserDetails:
        """As they would be stored; raises Refused at the field that is wrong."""
        return checked_user(
            UserDetails(
                name=self.name.value(),
                credentials=self.credentials.value(),
                licence=self.licence.value(),
                npi=self.npi.value(),
                location=self.location.value(),
                role=self._details.role,
            )
        )
