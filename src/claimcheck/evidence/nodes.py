"""YAML as a tree that knows its lines: what the loader makes and the binder reads.

Scalars keep the text that stands in the file. Their meaning comes from the field they are bound to, so `yes`,
`1.10`, `2026-11-20` or `010` are never read as something else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?([0-9]{1,300}\.[0-9]{0,300}|\.[0-9]{1,300}|[0-9]{1,300}(?=[eE]))([eE][-+]?[0-9]{1,3})?")
#: texts that stand for nothing unless they are quoted
NULLS = frozenset({"", "~", "null"})
_BOOLS = {"true": True, "false": False}


class Scalar(NamedTuple):
    """A text; `plain` tells whether it stood without quotes or block mark. `line` counts from 1."""

    line: int
    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing stands here (or `null` or `~`)."""
        return self.plain and self.text in NULLS

    def boolean(self) -> bool | None:
        """`true` or `false`, else None."""
        return _BOOLS.get(self.text) if self.plain else None

    def integer(self) -> int | None:
        """A decimal whole number, else None."""
        return int(self.text) if self.plain and _INT.fullmatch(self.text) else None

    def number(self) -> float | None:
        """A finite decimal number, else None."""
        if not self.plain or not (_INT.fullmatch(self.text) or _FLOAT.fullmatch(self.text)):
            return None
        number = float(self.text)
        return number if abs(number) < 1e300 else None


class Items(NamedTuple):
    """A sequence."""

    line: int
    items: list[Node]


class Entries(NamedTuple):
    """A mapping: key -> (line of the key, value)."""

    line: int
    entries: dict[str, tuple[int, Node]]

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node = Scalar | Items | Entries


def as_data(node: Node) -> object:
    """Plain data for files without a model: text, numbers, true, false, None, lists and dicts."""
    if isinstance(node, Items):
        return [as_data(item) for item in node.items]
    if isinstance(node, Entries):
        return {key: as_data(value) for key, (_, value) in node.entries.items()}
    if node.is_null:
        return None
    for value in (node.boolean(), node.integer(), node.number()):
        if value is not None:
            return value
    return node.text


def line_of(node: Node, *where: str | int) -> int:
    """The line of what stands at a path of keys and indices, or of the nearest thing above it that exists."""
    line = node.line
    for step in where:
        if isinstance(node, Entries) and step in node.entries:
            line, node = node.entries[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line
