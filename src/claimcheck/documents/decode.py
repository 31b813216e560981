"""Bytes -> text: byte order marks, declared charsets, UTF-8, UTF-16, Windows-1252; anything else is refused."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from claimcheck.documents.limits import MAX_BYTES, check_size
from claimcheck.documents.sniff import binary_kind
from claimcheck.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
#: how much of a page may stand before its charset (the HTML standard says 1024 bytes)
_HEAD = 2048
#: NUL bytes in this share of one half of the bytes tell UTF-16
_NUL_SHARE = 0.6
#: an apostrophe of Mac Roman inside a word, or its quotation marks around words
_MAC = rb"[a-z]\xd5[a-z]|(?<![A-Za-z\x80-\xff])\xd2[A-Za-z][^\xd2\xd3]{0,200}\xd3(?![A-Za-z\x80-\xff])"
#: an apostrophe and an opening quotation mark of Windows-1252
_WINDOWS = rb"[\x92\x93]"


class Decoded(NamedTuple):
    """Text without its byte order mark, and what the user should know about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(
    data: bytes, path: str, *, kind: str = "text", limit: int = MAX_BYTES, charset: str | None = None
) -> Decoded:
    """The text of a file; `charset` is what its sender said. Raises InputError where it is too large or not text."""
    check_size(len(data), limit, "text-bytes", path)
    decoded = _decoded(data, path, kind, charset)
    if "\r" in decoded.text and "\n" not in decoded.text:
        return Decoded(decoded.text.replace("\r", "\n"), decoded.notes)
    return decoded


def _decoded(data: bytes, path: str, kind: str, charset: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path)
    wide = _wide(data)
    if wide is not None:
        return _strict(data, wide, path, f"decoded as {wide} (guessed)")
    found = binary_kind(data)
    if found is not None:
        raise InputError(found.message, path=path, hint=found.hint)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _by_charset(data, charset) or (_declared(data) if kind == "html" else None) or _guessed(data)


def _strict(data: bytes, encoding: str, path: str, *notes: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), notes)
    except UnicodeDecodeError as error:
        raise InputError(f"broken {encoding} at byte {error.start}", path=path) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is NUL."""
    sample = data[:_HEAD]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * _NUL_SHARE and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > half * _NUL_SHARE and odd == 0 else None


def _declared(data: bytes) -> Decoded | None:
    """The text by the charset that a page declares."""
    match = re.search(_CHARSET, data[:_HEAD])
    return _by_charset(data, match.group(1).decode("ascii")) if match else None


def _by_charset(data: bytes, charset: str | None) -> Decoded | None:
    """The text by the name of a charset, where that is known and fits."""
    if charset is None:
        return None
    try:
        codec = codecs.lookup(charset)
        # browsers read Latin-1 as its superset Windows-1252; codecs that are no charsets (zip, rot13) raise
        return Decoded(data.decode("cp1252" if codec.name == "iso8859-1" else codec.name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guessed(data: bytes) -> Decoded:
    """Windows-1252, or Mac Roman where its own apostrophes or quotation marks stand in the text."""
    name, codec = ("windows-1252", "cp1252")
    if re.search(_MAC, data) and not re.search(_WINDOWS, data):
        name = codec = "mac-roman"
    return Decoded(data.decode(codec, errors="replace"), (f"decoded as {name} (guessed)",))
