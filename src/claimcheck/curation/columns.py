"""Columns of the spreadsheet tables: a name, a type that Frictionless knows, and how a cell comes from a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Literal, get_args

from claimcheck.frozen import dataclass

#: between the items of a list in one cell
SEPARATOR = "; "
Type = Literal["string", "integer", "number", "boolean", "year", "date"]


@dataclass(frozen=True)
class Column:
    """A column. `about` says what stands in it, where its name does not; `choices` are all values that it may hold."""

    name: str
    cell: Callable[[Any], object]
    kind: Type = "string"
    about: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its columns, the records that make its rows, what identifies a row, and what it refers to.

    `refers` tells of columns in which table and columns their values stand.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Any, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()


def field(path: str, kind: Type = "string", *, choices: Any = None, name: str = "", about: str = "") -> Column:
    """The column of a dotted path into the record ("csl.title"); empty where something on the way is missing."""
    parts = path.split(".")

    def cell(record: Any) -> object:
        for part in parts:
            record = getattr(record, part) if record is not None else None
        return record

    return Column(name or "_".join(parts), cell, kind, about, get_args(choices) if choices else ())


def cell_text(value: object) -> str:
    """A value as it stands in a cell: empty for nothing, lists joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.12g}"
    return SEPARATOR.join(map(cell_text, value)) if isinstance(value, tuple) else str(value)


def joined(items: Iterable[str | None]) -> tuple[str, ...]:
    """The texts that are there."""
    return tuple(item for item in items if item)


def required(column: Column) -> Column:
    """The column, never empty."""
    return replace(column, required=True)
