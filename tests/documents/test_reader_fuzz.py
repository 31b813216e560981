"""Damaged files of every packed format end in a document or one clean error; `CLAIMCHECK_FUZZ=N` tries N of each."""

from __future__ import annotations

import contextlib
import io
import os
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.documents.formats import FORMATS, bytes_reader, kind_of
from claimcheck.documents.guarded import guarded
from claimcheck.documents.limits import Limits
from claimcheck.documents.model import Document
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

FILES = Path(__file__).parent / "files"
OPTIONS = ReadOptions(ocr=False, limits=Limits(seconds=20))
LIBRARIES = {"docx": "docx", "pptx": "pptx", "odt": "lxml", "epub": "lxml", "pdf": "pypdfium2", "picture": "PIL"}
NAMES = sorted(
    path.name for path in FILES.glob("flyer*") if FORMATS.get(kind_of(path.name) or "text", FORMATS["text"]).binary
)
PACKED = [name for name in NAMES if name.endswith((".docx", ".odt", ".epub", ".pptx"))]
tries = settings(
    max_examples=int(os.environ.get("CLAIMCHECK_FUZZ", "8")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def sound(data: bytes, name: str) -> None:
    """Reads, and checks what was read."""
    kind = kind_of(name) or ""
    if find_spec(LIBRARIES.get(kind, "email")) is None:
        pytest.skip(f"{LIBRARIES[kind]} is not installed (extra {FORMATS[kind].extra})")
    with contextlib.suppress(InputError):
        check(read_document(data, name, kind=kind, options=OPTIONS))


def check(document: Document) -> None:
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(document.source)
        assert len(sentence.text) == len(sentence.offsets)
        assert sentence.position.line >= 1
        assert sentence.position.column >= 1
        assert sentence.end_position.line >= sentence.position.line


@pytest.mark.parametrize("name", NAMES)
@tries
@given(data=st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    content = bytearray((FILES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    sound(bytes(content), name)


@pytest.mark.parametrize("name", PACKED)
@tries
@given(data=st.data())
def test_damaged_parts(name: str, data: st.DataObject) -> None:
    """The archive is whole, the XML in it is not what it was."""
    with zipfile.ZipFile(FILES / name) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    part = data.draw(
        st.sampled_from(sorted(part for part in parts if part.endswith((".xml", ".rels", ".xhtml", ".opf"))))
    )
    pieces = parts[part].replace(b"><", b">\0<").split(b"\0")
    for _ in range(data.draw(st.integers(1, 8))):
        first, last = sorted((data.draw(st.integers(0, len(pieces))), data.draw(st.integers(0, len(pieces)))))
        what = data.draw(st.sampled_from(("drop", "twice", "move", "letters")))
        taken = pieces[first : first + min(last - first, 30)]
        if what == "drop":
            del pieces[first : first + len(taken)]
        elif what == "twice":
            pieces[last:last] = taken
        elif what == "move":
            del pieces[first : first + len(taken)]
            pieces[data.draw(st.integers(0, len(pieces))) : 0] = taken
        elif first < len(pieces):
            pieces[first] = pieces[first].replace(b'="', data.draw(st.sampled_from((b'="-', b'="9999999999', b'="x'))))
    parts[part] = b"".join(pieces)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for title, content in parts.items():
            archive.writestr(title, content)
    sound(buffer.getvalue(), name)


@pytest.mark.parametrize("kind", sorted(kind for kind, form in FORMATS.items() if form.binary and not form.isolated))
@tries
@given(data=st.binary(max_size=400))
def test_any_bytes(kind: str, data: bytes) -> None:
    with contextlib.suppress(InputError), guarded(kind, "case"):
        bytes_reader(kind)(data, "case", OPTIONS)
