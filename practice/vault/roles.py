"""Who may open what. A role is the set of keys it holds; there is no other check behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from practice.errors import Refused
from practice.models.enums.practice import Role


class Key(Enum):
    """The keys of a practice, 32 random bytes each."""

    OFFICE = "office"
    CLINICAL = "clinical"
    ADMIN = "admin"
    """Reaches every slot of the header: adding people, resetting passphrases."""
    DEVICE = "device"
    """This computer's share; sealed only into the recovery kit."""


GRANTS: Mapping[Role, frozenset[Key]] = {
    Role.OWNER: frozenset({Key.OFFICE, Key.CLINICAL, Key.ADMIN}),
    Role.CLINICIAN: frozenset({Key.OFFICE, Key.CLINICAL}),
    Role.SUPERVISOR: frozenset({Key.OFFICE, Key.CLINICAL}),
    Role.FRONT_DESK: frozenset({Key.OFFICE}),
}

ADDABLE = (Role.CLINICIAN, Role.FRONT_DESK)
"""Whom an owner can add so far."""

DATABASES: Mapping[Key, str] = {Key.OFFICE: "office.db", Key.CLINICAL: "clinical.db"}
"""The files, each under the key of that name."""

ROLE_MEANS: Mapping[Role, str] = {
    Role.OWNER: "Everything, and the settings of the practice",
    Role.CLINICIAN: "Members, groups, sessions, notes and reports",
    Role.SUPERVISOR: "Members, groups, sessions, notes and reports",
    Role.FRONT_DESK: "Members, groups and attendance; no notes, diagnoses or goals",
}
ROLE_WORDS: Mapping[Role, str] = {
    Role.OWNER: "Owner",
    Role.CLINICIAN: "Clinician",
    Role.SUPERVISOR: "Supervisor",
    Role.FRONT_DESK: "Front desk",
}


@dataclass(frozen=True)
class Keys:
    """Keys in hand. They are never shown or logged, and `wipe` overwrites them."""

    _held: dict[Key, bytearray] = field(repr=False)

    @classmethod
    def of(cls, held: Mapping[Key, bytes | bytearray]) -> "Keys":
        """Copies of these keys."""
        return cls({key: bytearray(value) for key, value in held.items()})

    def __getitem__(self, key: Key) -> bytearray:
        if key not in self._held:
            raise Refused("Your role does not open this. Ask the owner of the practice.")
        return self._held[key]

    def __contains__(self, key: Key) -> bool:
        return key in self._held

    def __iter__(self) -> Iterator[Key]:
        return iter(self._held)

    def only(self, wanted: frozenset[Key]) -> "Keys":
        """Copies of just these; Refused where one is not held."""
        return Keys.of({key: self[key] for key in wanted})

    def plus(self, key: Key, value: bytes) -> "Keys":
        """Copies of these and one more."""
        return Keys.of({**self._held, key: value})

    def wipe(self) -> None:
        """Overwrite every key in memory; afterwards none is held."""
        for value in self._held.values():
            value[:] = bytes(len(value))
        self._held.clear()
