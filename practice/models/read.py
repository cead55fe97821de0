"""Reading: rows come back as frozen dataclasses, never as live model rows."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from peewee import SQL, NodeList

from practice.models.keyed import KeyedDatabase

P = ParamSpec("P")
T = TypeVar("T")


def kept(file: KeyedDatabase) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """For what is asked many times over: read again only once the file has changed.

    It reads nothing but this file, takes what can be hashed, and what it returns nobody changes.
    """

    def keeping(read: Callable[P, T]) -> Callable[P, T]:
        @wraps(read)
        def answer(*args: P.args, **kwargs: P.kwargs) -> T:
            answers, asked = file.answers(), (read, args, frozenset(kwargs.items()))
            if asked not in answers:
                answers[asked] = read(*args, **kwargs)
            found: T = answers[asked]
            return found

        return answer

    return keeping


def plain(column: Any) -> Any:
    """The column without its index, where the other conditions find far fewer rows.

    SQLite counts no rows of ours, so it may take the index that leads through ten years.
    """
    return NodeList((SQL("+"), column))


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
