"""What a file is when it is not text, told by its first bytes."""

from __future__ import annotations

import re
from typing import NamedTuple

#: how much of a file is looked at
SAMPLE = 65536
#: more control characters than this share of the sample are no text
_CONTROL_SHARE = 0.02
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")

#: first bytes -> what the file is
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
#: member of a zip archive -> what the archive is
_PACKED = (
    (b"word/", "a Word document (docx)"),
    (b"ppt/", "a PowerPoint presentation (pptx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
)
#: short magic that a text may begin with by chance: it counts only beside NUL bytes
_WEAK = frozenset({b"BM", b"MZ", b"ID3", b"BZh"})
_DOCUMENTS = ("PDF", "document", "presentation", "workbook", "OpenDocument", "book")


class Binary(NamedTuple):
    """Why a file is refused, and what to do about it."""

    message: str
    hint: str | None


def binary_kind(data: bytes) -> Binary | None:
    """What the bytes are, or None where they may be text."""
    sample = data[:SAMPLE]
    name = _named(sample)
    if name is not None:
        return Binary(f"{name}, not text", _hint(name))
    if (sample and len(_CONTROLS.findall(sample)) > len(sample) * _CONTROL_SHARE) or b"\x00" in sample:
        return Binary("a binary file, not text", None)
    return None


def _named(sample: bytes) -> str | None:
    if sample[4:8] == b"ftyp":
        return "a film or sound file"
    if sample.startswith(b"RIFF") and sample[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a WebP picture" if sample[8:12] == b"WEBP" else "a film or sound file"
    for magic, name in _MAGIC:
        if sample.startswith(magic) and (magic not in _WEAK or b"\x00" in sample):
            return _packed(sample) if magic.startswith(b"PK") else name
    return None


def _packed(sample: bytes) -> str:
    return next((name for member, name in _PACKED if member in sample), "a zip archive")


def _hint(name: str) -> str | None:
    if any(word in name for word in _DOCUMENTS):
        return "this version does not read it: save it as text, Markdown or HTML"
    return None
