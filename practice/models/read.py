"""Reading: rows come back as frozen dataclasses, never as live model rows."""

from typing import Any, TypeVar

T = TypeVar("T")


def rows(query: Any, kind: type[T]) -> list[T]:
    """Every row of the query as a `kind`, whose fields carry the selected names."""
    return list(query.objects(kind))


def one(query: Any, kind: type[T]) -> T:
    """The row of the query as a `kind`; raises peewee's DoesNotExist where there is none."""
    found: T = query.objects(kind).get()
    return found


def first(query: Any, kind: type[T]) -> T | None:
    """The first row of the query as a `kind`, if there is one."""
    found: T | None = query.objects(kind).first()
    return found


def tuples(query: Any) -> list[tuple[Any, ...]]:
    """Every row of the query as a tuple."""
    return list(query.tuples())
