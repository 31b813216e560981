"""A tree of nodes -> a record, guided by the type hints of the model.

Every mistake is collected with its line; a value that is wrong gives `WRONG`, which the caller drops.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from claimcheck.evidence.nearest import did_you_mean
from claimcheck.evidence.nodes import NULLS, Entries, Items, Node, Scalar
from claimcheck.evidence.plain import make
from claimcheck.evidence.problems import Problem

#: stands for a value that could not be read
WRONG: Any = object()


class Spot:
    """Where we are: the file, the record in it, the path of keys; collects what is wrong."""

    def __init__(self, path: str, label: str, problems: list[Problem]) -> None:
        self.path = path
        self.label = label
        self.problems = problems
        self.keys: list[str] = []

    def wrong(self, line: int, code: str, message: str, hint: str | None = None) -> Any:
        """Notes a mistake."""
        self.problems.append(Problem("error", self.path, line, self.label, code, message, hint))
        return WRONG

    def expected(self, node: Node, wanted: str) -> Any:
        """Notes that something else stands here than what is wanted."""
        name = ".".join(self.keys) or "this"
        return self.wrong(node.line, "wrong-type", f"{name} must be {wanted}, not {_shown(node)}")


Reader = Callable[[Node, Spot], Any]


def _shown(node: Node) -> str:
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Entries):
        return "a mapping"
    if node.is_null:
        return "empty"
    return f'"{node.text[:40]}"' if not node.plain or node.number() is None else node.text[:40]


def is_null(node: Node) -> bool:
    """Whether nothing stands here."""
    return isinstance(node, Scalar) and node.is_null


@cache
def reader(hint: Any) -> Reader:
    """The function that reads values of a type."""
    origin = get_origin(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    if origin is Literal:
        return _choice_reader(get_args(hint))
    if origin in (Union, types.UnionType):
        return reader(next(arm for arm in get_args(hint) if arm is not type(None)))
    if origin is tuple:
        return _tuple_reader(get_args(hint)[0])
    if origin is dict:
        return _dict_reader(get_args(hint)[1])
    return _SCALARS[hint]


def _read_text(node: Node, spot: Spot) -> Any:
    if isinstance(node, Scalar) and not node.is_null and (text := node.text.strip()):
        return text
    return spot.expected(node, "text")


def _read_int(node: Node, spot: Spot) -> Any:
    value = node.integer() if isinstance(node, Scalar) else None
    return spot.expected(node, "a whole number") if value is None else value


def _read_float(node: Node, spot: Spot) -> Any:
    value = node.number() if isinstance(node, Scalar) else None
    return spot.expected(node, "a number") if value is None else value


def _read_bool(node: Node, spot: Spot) -> Any:
    value = node.boolean() if isinstance(node, Scalar) else None
    return spot.expected(node, "true or false") if value is None else value


_SCALARS: dict[Any, Reader] = {str: _read_text, int: _read_int, float: _read_float, bool: _read_bool}


def _choice_reader(choices: tuple[str, ...]) -> Reader:
    known = dict.fromkeys(choices)

    def read(node: Node, spot: Spot) -> Any:
        if isinstance(node, Scalar) and node.text in known:
            return node.text
        name, listed = spot.keys[-1], ", ".join(choices)
        hint = did_you_mean(node.text, choices) if isinstance(node, Scalar) else None
        return spot.wrong(node.line, "unknown-value", f"{name} must be one of {listed}; not {_shown(node)}", hint)

    return read


def _tuple_reader(hint: Any) -> Reader:
    read_item = reader(hint)

    def read(node: Node, spot: Spot) -> Any:
        if hint is str and isinstance(node, Scalar):
            node = Items(node.line, [node])
        if not isinstance(node, Items):
            return spot.expected(node, "a list")
        texts = _texts(node.items) if hint is str else None
        if texts is not None:
            return texts
        values = [read_item(item, spot) for item in node.items]
        return WRONG if WRONG in values else tuple(values)

    return read


def _texts(nodes: Sequence[Node]) -> tuple[str, ...] | None:
    """The texts of a list of plain words, of which a base has tens of thousands; None where one needs a closer look."""
    texts = tuple([node.text.strip() for node in nodes if type(node) is Scalar])
    return texts if len(texts) == len(nodes) and NULLS.isdisjoint(texts) else None


def _dict_reader(hint: Any) -> Reader:
    read_value = reader(hint)

    def read(node: Node, spot: Spot) -> Any:
        if not isinstance(node, Entries):
            return spot.expected(node, "a mapping")
        values = {}
        for key, (_, value) in node.entries.items():
            spot.keys.append(key)
            values[key] = read_value(value, spot)
            spot.keys.pop()
        return WRONG if WRONG in values.values() else values

    return read


def yaml_key(field: Field[Any]) -> str:
    """The key of a field in YAML."""
    return str(field.metadata.get("key", field.name))


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _record_reader(cls: type) -> Reader:
    hints = get_type_hints(cls)
    known = {yaml_key(field): (field.name, reader(hints[field.name])) for field in fields(cls)}
    required = [yaml_key(field) for field in fields(cls) if _is_required(field)]

    def read(node: Node, spot: Spot) -> Any:
        if not isinstance(node, Entries):
            return spot.expected(node, "a mapping")
        values: dict[str, Any] = {}
        for key, (line, value) in node.entries.items():
            if key not in known:
                spot.wrong(line, "unknown-key", f'unknown key "{key}"', did_you_mean(key, known))
            elif not is_null(value):
                name, read_value = known[key]
                spot.keys.append(key)
                values[name] = read_value(value, spot)
                spot.keys.pop()
        missing = [key for key in required if known[key][0] not in values]
        for key in missing:
            spot.wrong(node.line, "missing-key", f'{".".join(spot.keys)} lacks "{key}"'.lstrip())
        return WRONG if missing or WRONG in values.values() else make(cls, values)

    return read
