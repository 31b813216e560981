"""Records as plain data, which `marshal` can hold, and back.

A record's plain form is the list `[class name, {field: value}, {field: value that holds records} or None]`. Fields that
were not given are left out and read as the class's defaults, so that a compiled base is small. A record is made without
running its `__init__`: the binder has checked the values.
"""

from __future__ import annotations

from typing import Any, Final

from claimcheck.evidence import model

#: str, int, float, bool, None, tuples and dicts of these, and lists (records, tuples of records)
Plain = Any

#: stands for the class name where a tuple holds records
_SEVERAL: Final = ""
_CLASSES: Final = vars(model)
_new: Final = object.__new__
#: frozen records refuse a plain assignment
_set: Final = object.__setattr__


def make(cls: type, fields: dict[str, Any]) -> Any:
    """The record with these fields; it keeps the dictionary as its own."""
    made: Any = _new(cls)
    _set(made, "__dict__", fields)
    return made


def flatten(value: Any) -> Plain:
    """The plain form of a record or of a tuple of records; other values are plain as they are."""
    if _is_record(value):
        return [type(value).__name__, *_flat_and_nested(value.__dict__)]
    return [_SEVERAL, list(map(flatten, value)), None] if _holds_records(value) else value


def _flat_and_nested(fields: dict[str, Any]) -> tuple[dict[str, Plain], dict[str, Plain] | None]:
    nested = {name: flatten(value) for name, value in fields.items() if _is_record(value) or _holds_records(value)}
    return {name: value for name, value in fields.items() if name not in nested}, nested or None


def _is_record(value: object) -> bool:
    return hasattr(value, "__dict__")


def _holds_records(value: object) -> bool:
    return type(value) is tuple and any(map(_is_record, value))


def revive(plain: Plain) -> Any:
    """What a plain form stands for. Uses the form up: its dictionaries become those of the records."""
    return _revive(plain) if type(plain) is list else plain


def _revive(plain: list[Any]) -> Any:
    name, fields, nested = plain
    if name == _SEVERAL:
        return tuple(map(_revive, fields))
    if nested:
        for field, value in nested.items():
            fields[field] = _revive(value)
    made = _new(_CLASSES[name])  # as `make` does it, for half of the time goes into calls here
    _set(made, "__dict__", fields)
    return made
