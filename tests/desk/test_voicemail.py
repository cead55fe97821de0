"""What is said on a voicemail."""

from practice.desk.voicemail import DEFAULT, filled


def test_the_default_names_nobody_but_the_caller() -> None:
    words = filled(DEFAULT, {"name": "Dana", "caller": "Nora", "phone": "518-555-0140"})
    assert words == (
        "Hello, this is a message for Dana. My name is Nora. "
        "Please call me back at 518-555-0140. Thank you."
    )
    assert "{practice}" not in DEFAULT


def test_what_is_not_known_is_a_blank_and_names_are_never_read_as_places() -> None:
    assert filled("{name}: {phone}", {"name": "{phone}"}) == "{phone}: ____"
