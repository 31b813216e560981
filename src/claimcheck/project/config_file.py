"""Reads a configuration file; every key and value is checked, so that no typo passes for a setting."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.errors import ConfigError
from claimcheck.project.config import Config, Section
from claimcheck.project.discovery import PYPROJECT
from claimcheck.project.keys import BY_NAME, SECTIONED, Key, Value
from claimcheck.text.hints import did_you_mean

_LISTS = ("texts", "paths", "reports")


def read_config(path: Path) -> Config:
    """The file, checked.

    Raises:
        ConfigError: it is missing or broken, or holds a key or value that means nothing.
    """
    table = _table(path)
    sections = table.pop("paths", [])
    if not isinstance(sections, list) or not all(isinstance(section, dict) for section in sections):
        raise ConfigError("paths must be sections, each written [[paths]]", path=str(path))
    reader = _Reader(path)
    return Config(path, reader.values(table, BY_NAME), tuple(map(reader.section, sections)))


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as it stands.

    Raises:
        ConfigError: it is missing or broken.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {(error.strerror or str(error)).lower()}", path=str(path)) from error
    except ValueError as error:  # broken TOML, or not UTF-8
        raise ConfigError(f"is no TOML: {error}", path=str(path)) from error


def _table(path: Path) -> dict[str, Any]:
    table = read_toml(path)
    if path.name == PYPROJECT:
        tool = table.get("tool", {})
        table = tool.get("claimcheck", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError("tool.claimcheck must be a table", path=str(path))
    return table


class _Reader:
    """Checks the values of one file; relative paths are meant from its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def section(self, table: dict[str, Any]) -> Section:
        """One `[[paths]]` section."""
        match = table.pop("match", None)
        patterns = [match] if isinstance(match, str) else match
        if not patterns or not _are_texts(patterns):
            raise self._error("a [[paths]] section needs match, a glob or a list of globs")
        return Section(tuple(patterns), self.values(table, SECTIONED))

    def values(self, table: Mapping[str, Any], known: Mapping[str, Key]) -> dict[str, Value]:
        """The values of a table under the keys that it may have."""
        return {name: self._value(self._known(name, known), value) for name, value in table.items()}

    def _error(self, message: str, hint: str | None = None) -> ConfigError:
        return ConfigError(message, path=str(self._path), hint=hint)

    def _known(self, name: str, known: Mapping[str, Key]) -> Key:
        if name in known:
            return known[name]
        if name in BY_NAME:
            raise self._error(f"{name} holds for a whole run", f"a [[paths]] section may set {', '.join(known)}")
        raise self._error(f"unknown key {name!r}", did_you_mean(name.replace("_", "-"), known))

    def _value(self, key: Key, value: object) -> Value:
        if wanted := _wanted(key, value):
            raise self._error(f"{key.name} must be {wanted}, not {value!r}")
        if isinstance(value, list):
            return tuple(self._word(key, item) for item in value)
        return self._word(key, value) if isinstance(value, str) else bool(value)

    def _word(self, key: Key, word: str) -> str:
        if key.allowed and word not in key.allowed:
            raise self._error(f"{key.name} cannot be {word!r}", did_you_mean(word, key.allowed))
        if key.kind in ("path", "paths") or (key.name == "policy" and word.endswith((".yaml", ".yml"))):
            return self._from_here(word)
        if key.kind == "reports":
            name, equals, target = word.partition("=")
            return f"{name}={self._from_here(target)}" if equals and target else word
        return word

    def _from_here(self, text: str) -> str:
        return os.path.relpath(self._path.parent / text)


def _wanted(key: Key, value: object) -> str | None:
    """What the value should have been, or None where it is right."""
    if key.kind == "flag":
        return None if isinstance(value, bool) else "true or false"
    if key.kind in _LISTS:
        return None if _are_texts(value) else "a list of strings"
    return None if isinstance(value, str) else "a string"


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)
