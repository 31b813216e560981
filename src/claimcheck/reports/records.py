"""Evidence records as plain data for JSON, under the keys that the YAML files use."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from claimcheck.evidence.model import Author, Csl


def as_data(record: Any) -> Any:
    """A record, tuple or scalar as what `json.dumps` takes; a reference becomes a CSL-JSON item."""
    if isinstance(record, Csl):
        return csl_item(record)
    if is_dataclass(record):
        return {field.metadata.get("key", field.name): as_data(getattr(record, field.name)) for field in fields(record)}
    if isinstance(record, tuple | list):
        return [as_data(item) for item in record]
    if isinstance(record, dict):
        return {key: as_data(value) for key, value in record.items()}
    return record


def csl_item(csl: Csl) -> dict[str, Any]:
    """The reference as CSL-JSON that citation managers read: unknown keys left out, the date in parts."""
    item = {field.metadata.get("key", field.name): getattr(csl, field.name) for field in fields(csl)}
    item["author"] = [_name(author) for author in csl.author]
    item["issued"] = {"date-parts": [[csl.issued]]}
    return {key: value for key, value in item.items() if value is not None}


def _name(author: Author) -> dict[str, str]:
    parts = {"family": author.family, "given": author.given, "literal": author.literal}
    return {key: value for key, value in parts.items() if value is not None}
