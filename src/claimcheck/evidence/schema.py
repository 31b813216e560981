"""JSON Schema of the files of a base, from the same dataclasses that the loader binds to.

Editors complete and check with it while one types. It is as strict as the loader about keys, types and choices;
references between records are left to the loader.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from claimcheck.evidence import model
from claimcheck.evidence.bind import yaml_key

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: a field of text takes numbers too, as the loader reads `volume: 63` as text
_SCALARS: dict[Any, Schema] = {
    str: {"type": ["string", "number"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
#: kind of file -> (list key or None, record)
FILES: dict[str, tuple[str | None, type]] = {
    "base": (None, model.EvidenceManifest),
    "study": (None, model.Study),
    "claims": ("claims", model.Claim),
    "concepts": ("concepts", model.Concept),
    "relations": ("relations", model.Relation),
    "lead_ins": ("lead_ins", model.LeadIn),
    "cues": ("cues", model.CueGroup),
    "folding": (None, model.FoldingRules),
}


def schema_of_file(kind: str) -> Schema:
    """The schema of a kind of file: a key of FILES."""
    key, record = FILES[kind]
    if key is None:
        return schema_for(record)
    schema = schema_for(record)
    listed = {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}"}}
    body = {"type": "object", "properties": {key: listed}, "required": [key], "additionalProperties": False}
    return {"$schema": DIALECT, "title": kind, **body, "$defs": schema["$defs"]}


def schema_for(record: type) -> Schema:
    """The schema of a record, with the records it holds as definitions."""
    definitions: dict[str, Schema] = {}
    reference = _schema(record, definitions)
    return {"$schema": DIALECT, "title": record.__name__, **reference, "$defs": definitions}


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin = get_origin(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint, definitions)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (Union, types.UnionType):
        return _or_empty(_schema(next(arm for arm in get_args(hint) if arm is not type(None)), definitions))
    if origin is tuple:
        return _list(get_args(hint)[0], definitions)
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1], definitions)}
    return dict(_SCALARS[hint])


def _list(hint: Any, definitions: dict[str, Schema]) -> Schema:
    listed = {"type": "array", "items": _schema(hint, definitions)}
    return {"anyOf": [listed, dict(_SCALARS[str])]} if hint is str else listed


def _record(cls: type, definitions: dict[str, Schema]) -> Schema:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(cls)
        definitions[name] = {
            "description": cls.__doc__,
            "type": "object",
            "properties": {yaml_key(field): _field(field, hints[field.name], definitions) for field in fields(cls)},
            "required": [yaml_key(field) for field in fields(cls) if field.default is MISSING],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _field(field: Field[Any], hint: Any, definitions: dict[str, Schema]) -> Schema:
    """A field that may be left out may be left empty too."""
    schema = _schema(hint, definitions)
    return schema if field.default is MISSING else _or_empty(schema)


def _or_empty(schema: Schema) -> Schema:
    """The schema with null allowed, kept flat where that is possible, for plainer messages."""
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]} if None not in schema["enum"] else schema
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": kinds if "null" in kinds else [*kinds, "null"]}
    arms = schema.get("anyOf", [schema])
    return {"anyOf": arms if {"type": "null"} in arms else [*arms, {"type": "null"}]}
