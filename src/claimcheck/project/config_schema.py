"""The JSON Schema of a configuration file, for editors; it says what `config_file` checks."""

from __future__ import annotations

from typing import Any, Final

from claimcheck.project.keys import KEYS, Key

_TEXT: Final = {"type": "string"}


def config_schema() -> dict[str, Any]:
    """The schema of `claimcheck.toml`, and of `[tool.claimcheck]`."""
    match = {"description": "The files that the section is for, as globs.", "anyOf": [_TEXT, _texts(_TEXT, least=1)]}
    section = {
        "type": "object",
        "additionalProperties": False,
        "required": ["match"],
        "properties": {"match": match, **{key.name: _property(key) for key in KEYS if key.sectioned}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:claimcheck:schema:config:1",
        "title": "claimcheck configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{key.name: _property(key) for key in KEYS},
            "paths": {"description": "What differs for some of the files.", "type": "array", "items": section},
        },
    }


def _property(key: Key) -> dict[str, Any]:
    default = list(key.default) if isinstance(key.default, tuple) else key.default
    described: dict[str, Any] = {"description": key.about, **_type(key)}
    return described if default is None else {**described, "default": default}


def _type(key: Key) -> dict[str, Any]:
    if key.kind == "flag":
        return {"type": "boolean"}
    word = {**_TEXT, "enum": list(key.allowed)} if key.allowed else _TEXT
    if key.kind == "reports":
        return _texts({**_TEXT, "pattern": "^[a-z]+=.+$"})
    return _texts(word) if key.kind in ("texts", "paths") else word


def _texts(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}
