"""Finds a rating policy by name or file and resolves the profiles that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ConfigError
from claimcheck.rating.policy_model import COLUMNS, Policy
from claimcheck.rating.policy_parse import FILE_KEYS, PolicyReader, parse_policy
from claimcheck.text.digests import sha256_hex

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

Raw = dict[str, Any]
_SUFFIXES = (".yaml", ".yml")
_HASH_DIGITS = 12


@lru_cache(maxsize=32)
def load_policy(name_or_path: str, base: EvidenceBase) -> Policy:
    """The policy of that name in the base, or of that YAML file, with its parents merged in.

    Raises ConfigError naming file, key and the nearest known word.
    """
    raw, path = _resolve(name_or_path, base, None, ())
    return parse_policy(raw, path, content_hash(raw))


def policy_names(base: EvidenceBase) -> tuple[str, ...]:
    """The profiles that a base ships, sorted."""
    return tuple(sorted(base.policies))


def content_hash(raw: Mapping[str, Any]) -> str:
    """12 hex digits that stand for a resolved policy's content, whatever the order of its keys."""
    return sha256_hex(repr(_in_order(raw)), _HASH_DIGITS)


def _in_order(value: object) -> object:
    """A value whose mappings are sorted by key."""
    if isinstance(value, Mapping):
        return {key: _in_order(value[key]) for key in sorted(value)}
    return [_in_order(item) for item in value] if isinstance(value, list) else value


def _resolve(name: str, base: EvidenceBase, beside: Path | None, seen: tuple[str, ...]) -> tuple[Raw, str]:
    """A policy's keys over those of its parents, and the path for messages."""
    own, path = _read(name, base, beside)
    if path in seen:
        raise ConfigError(f"extends itself by way of {' -> '.join((*seen, path))}", path=path)
    reader = PolicyReader(path)
    own = _normal({"policy": Path(path).stem, **reader.mapping(own, "policy", FILE_KEYS)}, reader)
    parent = own.pop("extends", None)
    if parent is None:
        return own, path
    inherited, _ = _resolve(str(parent), base, Path(path).parent, (*seen, path))
    return _merge(inherited, own), path


def _read(name: str, base: EvidenceBase, beside: Path | None) -> tuple[object, str]:
    if name in base.policies:
        return base.policies[name], f"policy/{name}.yaml"
    if name.endswith(_SUFFIXES) or "/" in name:
        file = Path(name) if beside is None else beside / name
        return _read_file(file), file.as_posix()
    from claimcheck.evidence.nearest import did_you_mean

    hint = did_you_mean(name, base.policies) or f"known: {', '.join(policy_names(base))}, or a .yaml file"
    raise ConfigError(f'there is no policy "{name}"', hint=hint)


def _read_file(file: Path) -> object:
    from claimcheck.errors import EvidenceError
    from claimcheck.evidence.load import parse_yaml
    from claimcheck.evidence.nodes import as_data

    path = file.as_posix()
    try:
        return as_data(parse_yaml(file.read_bytes(), path))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    except EvidenceError as error:
        raise ConfigError(error.message, path=error.path, line=error.line, hint=error.hint) from None


def _normal(own: Raw, reader: PolicyReader) -> Raw:
    """The table's rows by column name, so that a child may override one cell."""
    columns = reader.items(own.get("columns", list(COLUMNS)), "columns")
    for column in columns:
        reader.known(column, COLUMNS, "columns")
    if "table" in own:
        rows = reader.mapping(own["table"], "table").items()
        own["table"] = {state: _row(row, columns, f"table.{state}", reader) for state, row in rows}
    own.pop("columns", None)
    return own


def _row(row: object, columns: list[str], where: str, reader: PolicyReader) -> Raw:
    if isinstance(row, Mapping):
        return dict(row)
    cells = reader.items(row, where)
    if len(cells) != len(columns):
        reader.fail(f"{where}: {len(columns)} cells are expected, not {len(cells)}")
    return dict(zip(columns, cells, strict=True))


def _merge(parent: Raw, child: Raw) -> Raw:
    """The child's keys over the parent's; mappings are merged key by key, all else is replaced."""
    merged = dict(parent)
    for key, value in child.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
