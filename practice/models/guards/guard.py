"""A rule the database itself keeps: a trigger that refuses, and the words a person reads then."""

from dataclasses import dataclass

from practice.models.keyed import KeyedDatabase

NO_REASON = "COALESCE((SELECT reason FROM operation WHERE finished IS NULL), '') = ''"
NOT_UNDOING = "(SELECT undoes FROM operation WHERE finished IS NULL) IS NULL"


@dataclass(frozen=True)
class Guard:
    """`when` is SQL over NEW and OLD; the event is refused while it is true."""

    name: str
    file: KeyedDatabase
    events: tuple[str, ...]
    table: str
    when: str
    words: str

    def triggers(self) -> dict[str, str]:
        """Trigger name to SQL, one for each event."""
        return {
            f"guard_{self.name}_{event.split()[0].lower()}_{self.table}": (
                f'CREATE TRIGGER "guard_{self.name}_{event.split()[0].lower()}_{self.table}" '
                f'BEFORE {event} ON "{self.table}" WHEN {self.when} '
                f"BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
            )
            for event in self.events
        }
