"""Evidence records as plain data for JSON, under the keys that the YAML files use."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from claimcheck.evidence.model import Csl
from claimcheck.evidence.references import csl_item


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
