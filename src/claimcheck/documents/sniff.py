"""What a file is when it is not text, told by its first bytes and, in an archive, by the names of its parts."""

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
    (b"word/document", "a Word document (docx)"),
    (b"ppt/presentation", "a PowerPoint presentation (pptx)"),
    (b"xl/workbook", "an Excel workbook (xlsx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (odt)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"META-INF/container.xml", "an EPUB book"),
)
#: what a file is -> the format that reads it
_KINDS = {
    "a PDF": "pdf",
    "a Word document (docx)": "docx",
    "a PowerPoint presentation (pptx)": "pptx",
    "an OpenDocument text (odt)": "odt",
    "an EPUB book": "epub",
    **dict.fromkeys(
        (
            "a PNG picture",
            "a JPEG picture",
            "a GIF picture",
            "a TIFF picture",
            "a bitmap picture",
            "a WebP picture",
        ),
        "picture",
    ),
}
#: short magic that a text may begin with by chance: it counts only beside NUL bytes
_WEAK = frozenset({b"BM", b"MZ", b"ID3", b"BZh"})
_DOCUMENTS = ("PDF", "document", "presentation", "workbook", "OpenDocument", "book")


class Binary(NamedTuple):
    """Why a file is refused, and what to do about it."""

    message: str
    hint: str | None


def kind_by_content(data: bytes) -> str | None:
    """The format of `formats.FORMATS` that the bytes belong to beyond doubt; None for text and what is not read."""
    name = _named(data)
    return _KINDS.get(name) if name else None


def binary_kind(data: bytes) -> Binary | None:
    """What the bytes are, or None where they may be text."""
    sample = data[:SAMPLE]
    name = _named(data)
    if name is not None:
        return Binary(f"{name}, not text", _hint(name))
    if (sample and len(_CONTROLS.findall(sample)) > len(sample) * _CONTROL_SHARE) or b"\x00" in sample:
        return Binary("a binary file, not text", None)
    return None


def _named(data: bytes) -> str | None:
    if data[4:8] == b"ftyp":
        return "a film or sound file"
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a WebP picture" if data[8:12] == b"WEBP" else "a film or sound file"
    for magic, name in _MAGIC:
        if data.startswith(magic) and (magic not in _WEAK or b"\x00" in data[:SAMPLE]):
            return _packed(data) if magic.startswith(b"PK") else name
    return None


def _packed(data: bytes) -> str:
    """The names of an archive's parts stand before each part and again at its end."""
    sample = data[:SAMPLE] + data[-SAMPLE:]
    return next((name for member, name in _PACKED if member in sample), "a zip archive")


def _hint(name: str) -> str | None:
    if any(word in name for word in _DOCUMENTS):
        return "save it as DOCX, PDF, HTML or text"
    return None
