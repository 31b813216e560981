"""The side file of ignores, for formats that have no comments: `[[ignore]]` entries in TOML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from claimcheck.errors import ConfigError
from claimcheck.frozen import dataclass
from claimcheck.project.config_file import read_toml
from claimcheck.text.hints import did_you_mean

_KEYS: Final = ("path", "claim", "text", "reason")
_NEEDED: Final = ("path", "claim")


@dataclass(frozen=True)
class Ignore:
    """One entry.

    Attributes:
        number: its place in the file, from 1.
        path: a glob, from the folder of the side file.
        claim: a claim's id, or `unlisted`.
        text: words that the sentence must hold; any sentence where None.
        reason: why, or None.
    """

    number: int
    path: str
    claim: str
    text: str | None = None
    reason: str | None = None

    def __str__(self) -> str:
        """ "entry 3 (flyers/*.pdf, massage-relieves-colic)"."""
        return f"entry {self.number} ({self.path}, {self.claim})"


def read_ignores(path: Path) -> tuple[Ignore, ...]:
    """The entries of a side file.

    Raises:
        ConfigError: it is missing or broken, or an entry has an unknown key or lacks one.
    """
    table = read_toml(path)
    entries = table.pop("ignore", [])
    if table:
        raise ConfigError(f"unknown key {next(iter(table))!r}", path=str(path), hint="entries are written [[ignore]]")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ConfigError("entries must be written [[ignore]]", path=str(path))
    return tuple(_ignore(path, number, entry) for number, entry in enumerate(entries, 1))


def _ignore(path: Path, number: int, entry: Mapping[str, Any]) -> Ignore:
    for name, value in entry.items():
        if name not in _KEYS:
            raise ConfigError(f"entry {number}: unknown key {name!r}", path=str(path), hint=did_you_mean(name, _KEYS))
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(f"entry {number}: {name} must be a string that says something", path=str(path))
    if missing := [name for name in _NEEDED if name not in entry]:
        raise ConfigError(f"entry {number} has no {missing[0]}", path=str(path))
    return Ignore(number, **entry)
