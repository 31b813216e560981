"""A card: what `study`, `claim`, `list` and `explain` show, as data that each writer lays out in its own way."""

from __future__ import annotations

from dataclasses import field

from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Fields:
    """Label and value pairs; empty values are left out by `fields`."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """A table row; `note` is a longer text that stands beneath it."""

    cells: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True)
class Table:
    """Rows under column heads."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Lines:
    """Sentences, one below the other."""

    items: tuple[str, ...]


Part = Fields | Table | Lines


@dataclass(frozen=True)
class Section:
    """Parts under a heading; no heading where `title` is empty."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Card:
    """A titled page. `lead` stands under the title."""

    title: str
    lead: str = ""
    sections: tuple[Section, ...] = field(default=())


def fields(*rows: tuple[str, str | None]) -> Fields:
    """Fields without those that are not known."""
    return Fields(tuple((label, value) for label, value in rows if value))


def section(title: str, *parts: Part) -> tuple[Section, ...]:
    """One section, or none where all its parts are empty; to be unpacked into a card."""
    filled = tuple(part for part in parts if _holds_something(part))
    return (Section(title, filled),) if filled else ()


def _holds_something(part: Part) -> bool:
    return bool(part.items if isinstance(part, Lines) else part.rows)
