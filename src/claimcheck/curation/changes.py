"""What differs between two bases, record by record and field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal

from claimcheck.evidence.base import EvidenceBase
from claimcheck.frozen import dataclass

What = Literal["added", "removed", "changed"]
#: every field of a record by its YAML path, `outcomes[treats-pnd].n`; items without an id are counted from 1
Flat = dict[str, object]


@dataclass(frozen=True)
class FieldChange:
    """A field that is not the same; None stands for one that is not there."""

    path: str
    old: object
    new: object


@dataclass(frozen=True)
class RecordChange:
    """A record that is not the same; `fields` tell what changed in one that both bases hold."""

    kind: str
    id: str
    what: What
    fields: tuple[FieldChange, ...] = ()


def changes(old: EvidenceBase, new: EvidenceBase) -> tuple[RecordChange, ...]:
    """All differences between two bases, by kind and id."""
    before, after = dict(_records(old)), dict(_records(new))
    order = dict.fromkeys([*before, *after])
    found = (_change(*key, before.get(key), after.get(key)) for key in sorted(order, key=_place(order)))
    return tuple(change for change in found if change)


def _place(order: Mapping[tuple[str, str], None]) -> Any:
    kinds = list(dict.fromkeys(kind for kind, _ in order))
    return lambda key: (kinds.index(key[0]), key[1])


def _records(base: EvidenceBase) -> Iterator[tuple[tuple[str, str], Any]]:
    """Everything of a base under its kind and id."""
    yield ("base", "base.yaml"), base.manifest
    for kind, records in (("study", base.studies()), ("claim", base.claims()), ("concept", base.concepts())):
        yield from (((kind, record.id), record) for record in records)
    language = base.language
    for kind, listed in (("relation", language.relations), ("lead-in", language.lead_ins), ("cue", language.cues)):
        yield from (((kind, record.id), record) for record in listed)
    yield ("language", "folding"), language.folding
    yield from ((("language", name), data) for name, data in language.data.items())
    yield from ((("policy", name), data) for name, data in base.policies.items())


def _change(kind: str, name: str, old: Any, new: Any) -> RecordChange | None:
    if old is None or new is None:
        return RecordChange(kind, name, "added" if old is None else "removed")
    if old == new:
        return None
    before, after = flat(old), flat(new)
    paths = [path for path in dict.fromkeys([*before, *after]) if before.get(path) != after.get(path)]
    told = tuple(_field_change(path, before.get(path), after.get(path)) for path in paths)
    return RecordChange(kind, name, "changed", told) if told else None


def _field_change(path: str, old: object, new: object) -> FieldChange:
    """A text in a list is named by itself within `flat`; that need not be said twice."""
    return FieldChange(path.removesuffix(f"[{new if old is None else old}]"), old, new)


def flat(record: Any) -> Flat:
    """The fields of a record, or of plain data, that hold something."""
    return {path.removeprefix("."): value for path, value in _leaves(record, "") if value is not None}


def _leaves(value: Any, path: str) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name), f"{path}.{field.metadata.get('key', field.name)}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}")
    elif isinstance(value, tuple | list):
        for number, item in enumerate(value, 1):
            yield from _leaves(item, f"{path}[{_name(item) or number}]")
    else:
        yield path, value


def _name(item: Any) -> str | None:
    """The id of an item, so that one that moved is the same; a text is its own."""
    if isinstance(item, str):
        return item
    name = item.get("id") if isinstance(item, Mapping) else getattr(item, "id", None)
    return name if isinstance(name, str) else None
