"""Records as plain data and back.

A record is the list `[class name, {field: value}, {field: value that holds records}]`; fields that were not
given are left out and read as the class's defaults. So a compiled base is small, `marshal` can hold it, and a record
is made without running its `__init__`: the binder has checked the values.
"""

from __future__ import annotations

from typing import Any

from claimcheck.evidence import model

#: what a bound value is made of: str, int, float, bool, None, tuples and dicts of these, and records (lists)
Plain = Any

_RECORDS = ""


def record(cls: type, values: dict[str, Plain]) -> Plain:
    """The plain form of a record of a class in `model`."""
    flat = {name: value for name, value in values.items() if not _holds_records(value)}
    nested = {name: value for name, value in values.items() if name not in flat}
    return [cls.__name__, flat, nested]


def several(values: list[Plain]) -> Plain:
    """The plain form of a tuple."""
    return [_RECORDS, values, None] if any(map(_holds_records, values)) else tuple(values)


def _holds_records(value: Plain) -> bool:
    return type(value) is list


def revive(plain: Plain) -> Any:
    """The record, tuple or scalar that a plain form stands for."""
    if type(plain) is not list:
        return plain
    name, flat, nested = plain
    if name == _RECORDS:
        return tuple([revive(item) for item in flat])
    made = object.__new__(getattr(model, name))
    fields = made.__dict__
    fields.update(flat)
    for field, value in nested.items():
        fields[field] = revive(value)
    return made
