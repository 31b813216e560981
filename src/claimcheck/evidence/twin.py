"""One file that holds a compiled base: a header, what it was made from, a table of parts, and the parts.

Parts are `marshal` data, each read when it is first wanted. The whole file is checked by a checksum before any of it
is unmarshalled, since `marshal` does not survive damaged data.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from struct import Struct
from typing import Any
from zlib import crc32

from claimcheck.evidence.plain import flatten

#: raise it when the layout here or of the parts changes
FORMAT = 2
#: the version that every supported Python reads, so that a wheel's twin serves them all
_MARSHAL_VERSION = 4
_MAGIC = b"claimcheck twin\n"
#: format, marshal version, checksum of all that follows
_HEADER = Struct(">HHI")
#: lengths of the signature and of the table
_LENGTHS = Struct(">II")
_START = len(_MAGIC) + _HEADER.size


class Twin(Mapping[str, Any]):
    """The parts in the bytes of a twin, by name."""

    def __init__(self, table: dict[str, tuple[int, int]], body: memoryview) -> None:
        self._table = table
        self._body = body

    def __getitem__(self, name: str) -> Any:
        return marshal.loads(self.packed(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, name: object) -> bool:
        return name in self._table

    def packed(self, name: str) -> memoryview:
        """The marshalled bytes of a part."""
        start, end = self._table[name]
        return self._body[start:end]


def pack(signature: bytes, parts: Mapping[str, Any]) -> bytes:
    """The bytes of a twin of these parts."""
    return _assemble(signature, {name: _dump(parts[name]) for name in sorted(parts)})


def extend(twin: Twin, signature: bytes, more: Mapping[str, Any]) -> bytes:
    """The bytes of a twin with further parts; those it has are copied as they are."""
    blobs: dict[str, bytes | memoryview] = {name: twin.packed(name) for name in twin}
    blobs.update((name, _dump(part)) for name, part in more.items())
    return _assemble(signature, blobs)


def _dump(part: Any) -> bytes:
    return marshal.dumps(flatten(part), _MARSHAL_VERSION)


def _assemble(signature: bytes, blobs: Mapping[str, bytes | memoryview]) -> bytes:
    table, at = {}, 0
    for name, blob in blobs.items():
        table[name] = (at, at + len(blob))
        at += len(blob)
    listed = _dump(table)
    lengths = _LENGTHS.pack(len(signature), len(listed))
    rest = b"".join([lengths, signature, listed, *blobs.values()])
    return _MAGIC + _HEADER.pack(FORMAT, _MARSHAL_VERSION, crc32(rest)) + rest


def unpack(data: bytes, signature: bytes) -> Twin | None:
    """The twin in these bytes, or None if it was made from something else or is damaged."""
    if len(data) < _START + _LENGTHS.size or not data.startswith(_MAGIC):
        return None
    layout, version, checksum = _HEADER.unpack_from(data, len(_MAGIC))
    rest = memoryview(data)[_START:]
    if (layout, version) != (FORMAT, _MARSHAL_VERSION) or crc32(rest) != checksum:
        return None
    signed, listed = _LENGTHS.unpack_from(rest)
    table, body = _LENGTHS.size + signed, _LENGTHS.size + signed + listed
    if rest[_LENGTHS.size : table] != signature:
        return None
    return Twin(marshal.loads(rest[table:body]), rest[body:])
