"""Opening an archive that somebody else has packed: what it may unpack to is counted before anything is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from claimcheck.documents.limits import Limits, beyond
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

#: the record at the end of an archive, where the directory's size stands in it, and how long its comment may be
_END, _SIZE_AT, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 12, 22, 65_535
#: parts that are parsed, which takes several times their size in memory
_TEXT = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx")
#: what one entry of the directory may take on average
_ENTRY = 300


def open_package(data: bytes, path: str, limits: Limits) -> ZipFile:
    """The archive. Raises InputError where it is broken or would unpack to more than the limits."""
    _check_directory(data, path, limits)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError(f"a broken archive: {error}", path=path) from error
    parts = archive.infolist()
    for entry in parts:
        if entry.filename.lower().endswith(_TEXT):
            _check_part(entry, path, limits)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes:
        message = f"unpacks to {unpacked:,} bytes, the limit is {limits.unpacked_bytes:,}"
        raise beyond(message, "unpacked-bytes", path)
    if len(parts) > limits.parts:
        raise _too_many(path, limits)
    return archive


def _check_directory(data: bytes, path: str, limits: Limits) -> None:
    """A directory of millions of entries costs memory before they can be counted."""
    end = data.rfind(_END, max(0, len(data) - _END_LENGTH - _LONGEST_COMMENT))
    if end < 0:
        raise InputError("a broken archive: it has no end", path=path)
    if int.from_bytes(data[end + _SIZE_AT : end + _SIZE_AT + 4], "little") > limits.parts * _ENTRY:
        raise _too_many(path, limits)


def _too_many(path: str, limits: Limits) -> InputError:
    return beyond(f"an archive of more than {limits.parts:,} parts", "parts", path)


def part(archive: ZipFile, name: str, path: str, limits: Limits) -> bytes:
    """One part, unpacked. Raises InputError where it is missing, broken or too large."""
    try:
        entry = archive.getinfo(name)
    except KeyError as error:
        raise InputError(f"its part {name} is missing", path=path) from error
    _check_part(entry, path, limits)
    return archive.read(entry)


def _check_part(entry: ZipInfo, path: str, limits: Limits) -> None:
    if entry.file_size > limits.part_bytes:
        message = f"its part {entry.filename[:80]} has {entry.file_size:,} bytes, the limit is {limits.part_bytes:,}"
        raise beyond(message, "part-bytes", path)


def parse(data: bytes) -> _Element:
    """The root of a piece of XML; entities are not resolved, nothing is fetched, depth is bounded by the library."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def local(element: _Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
