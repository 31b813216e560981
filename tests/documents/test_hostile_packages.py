"""Packed documents, PDFs and pictures built to break a reader: each ends in a document or one clean error."""

from __future__ import annotations

import contextlib
import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from packing import docx, odt, zipped
from printing import pdf

from claimcheck.documents import isolated
from claimcheck.documents.limits import Limits
from claimcheck.documents.model import Document
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

LAUGHS = "<!DOCTYPE a [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20)) + "]><a>&l19;</a>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
DEEP = 100_000
NOISE = "before = w._read\nw._read = lambda *a: (print('noise', flush=True), before(*a))[1]\n"
ONE = [(50, 50, 10, "It helps.")]


def read(data: bytes, name: str, **limits: float) -> Document:
    return read_document(data, name, options=ReadOptions(limits=replace(Limits(), **limits), ocr=False))


def failure(data: bytes, name: str, **limits: float) -> str:
    with pytest.raises(InputError) as caught:
        read(data, name, **limits)
    return str(caught.value)


class TestArchives:
    """Word documents stand for all packed formats."""

    pytest.importorskip("docx", reason="python-docx is not installed (extra office)")

    def test_unpacking_to_too_much(self) -> None:
        data = zipped({"word/document.xml": "x", "word/media/a.bin": "0" * 3_000_000, "b.bin": "0" * 3_000_000})
        assert failure(data, "a.docx", unpacked_bytes=5_000_000) == (
            "a.docx: unpacks to 6,000,001 bytes, the limit is 5,000,000 (--limit unpacked-bytes=N allows more)"
        )

    def test_one_part_of_text_that_is_too_large(self) -> None:
        data = docx("<w:p/>" * 1000)
        assert "its part word/document.xml has" in failure(data, "a.docx", part_bytes=5_000)

    def test_too_many_parts(self) -> None:
        data = zipped({f"{number}.bin": "" for number in range(50)})
        assert "an archive of more than 10 parts" in failure(data, "a.docx", parts=10)
        assert "an archive of more than 45 parts" in failure(data, "a.docx", parts=45)

    def test_a_size_that_is_a_lie(self) -> None:
        data = bytearray(docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 1000))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo("word/document.xml")
        small = data.replace(struct.pack("<I", entry.file_size), struct.pack("<I", 10))
        assert "cannot be read as a Word document" in failure(bytes(small), "a.docx")

    @pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"", b"x" * 100])
    def test_no_archive_at_all(self, data: bytes) -> None:
        assert failure(data, "a.docx").startswith("a.docx: ")

    @pytest.mark.parametrize("cut", [100, 500, 1000, -30])
    def test_an_archive_that_was_cut_off(self, cut: int) -> None:
        assert "archive" in failure(docx("<w:p/>")[:cut], "a.docx")

    def test_every_flipped_byte_ends_cleanly(self) -> None:
        data = docx("<w:p><w:r><w:t>It helps.</w:t></w:r></w:p>")
        for at in range(0, len(data), 7):
            broken = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
            with contextlib.suppress(InputError):
                assert read(broken, "a.docx").path == "a.docx"

    def test_entities_that_grow(self) -> None:
        files = {"META-INF/container.xml": LAUGHS}
        assert failure(zipped(files), "a.epub").startswith("a.epub: ")
        assert failure(zipped({"content.xml": LAUGHS, "styles.xml": "<a/>"}), "a.odt").startswith("a.odt: ")

    def test_nothing_outside_is_read(self) -> None:
        body = odt("<text:p>x</text:p>")
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            files = {name: archive.read(name).decode() for name in archive.namelist()}
        files["content.xml"] = OUTSIDE + files["content.xml"].replace("x</text:p>", "seen &x;</text:p>")
        assert [block.text for block in read(zipped(files), "a.odt").blocks] == ["seen"]

    def test_chapters_outside_the_book(self) -> None:
        package = (
            '<package><manifest><item id="a" href="../../../etc/hostname" media-type="text/html"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>'
        )
        container = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
        data = zipped({"META-INF/container.xml": container, "p.opf": package})
        assert "its part ../../../etc/hostname is missing" in failure(data, "a.epub")

    def test_nesting_without_end(self) -> None:
        assert "cannot be read" in failure(docx("<w:sdt><w:sdtContent>" * DEEP), "a.docx")
        assert "cannot be read" in failure(odt("<text:list><text:list-item>" * DEEP), "a.odt")

    def test_styles_in_a_circle(self) -> None:
        automatic = '<style:style style:name="A" style:family="paragraph" style:parent-style-name="A"/>'
        found = read(odt('<text:p text:style-name="A">x</text:p>', automatic=automatic), "a.odt")
        assert [block.text for block in found.blocks] == ["x"]

    def test_the_clock(self) -> None:
        assert "not read within 0 seconds" in failure(docx("<w:p/>" * 1000), "a.docx", seconds=0)


class TestPdfs:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra pdf)")

    def test_pages_that_lead_in_circles(self) -> None:
        assert failure(pdf([ONE], kids="2 0 R"), "a.pdf") == "a.pdf: cannot be read as a PDF: none of its pages can"

    def test_a_page_twice(self) -> None:
        found = read(pdf([ONE], kids="3 0 R 3 0 R", count=2), "a.pdf")
        assert [(block.text, block.page) for block in found.blocks] == [("It helps.", 1)]  # as if it were furniture

    def test_more_pages_than_there_are(self) -> None:
        found = read(pdf([ONE], count=3), "a.pdf")
        assert [block.text for block in found.blocks] == ["It helps."]
        assert found.notes == ("page 2, 3 is broken and was not read",)
        assert "pages, the limit is 3,000" in failure(pdf([ONE], count=900_000), "a.pdf")

    def test_too_many_pages(self) -> None:
        assert "has 5 pages, the limit is 4" in failure(pdf([[]] * 5), "a.pdf", pages=4)

    def test_a_form_that_draws_itself(self) -> None:
        own = "/Resources << /XObject << /F 5 0 R >> >>"
        form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {own} /Length 5 >>\nstream\n/F Do\nendstream"
        page = pdf([[*ONE, (50, 90, 10, "x) Tj ET /F Do BT (y")]], resources="/XObject << /F 5 0 R >>", more=form)
        page = page.replace(b"\\)", b")").replace(b"\\(", b"(")
        assert [block.text for block in read(page, "a.pdf").blocks][:1] == ["It helps."]

    def test_a_stream_that_unpacks_without_end(self) -> None:
        stream = zlib.compress(b"BT (a) Tj ET " * 2_000_000)
        page = pdf([[(50, 50, 10, "x")]])
        start = page.index(b"<< /Length")
        bomb = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
        end = page.index(b"endstream", start) + len(b"endstream")
        read_or_none(page[:start] + bomb + page[end:], seconds=20)

    def test_the_clock(self) -> None:
        assert "not read within 0 seconds" in failure(pdf([ONE] * 3), "a.pdf", seconds=0)

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
    def test_what_eats_the_memory_of_the_reader_harms_nothing_else(self) -> None:
        assert failure(pdf([ONE]), "a.pdf", memory_bytes=20_000_000).startswith("a.pdf: ")
        assert [block.text for block in read(pdf([ONE]), "b.pdf").blocks] == ["It helps."]


class TestProcess:
    """The process that reads may do anything but harm."""

    @pytest.fixture(autouse=True)
    def fresh(self) -> Iterator[None]:
        isolated._worker.cache_clear()
        yield
        isolated._worker.cache_clear()

    def test_it_breaks_down(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(isolated, "_START", "")
        assert failure(b"%PDF-", "a.pdf") == (
            "a.pdf: has broken the program that reads it; it may be damaged or built to do so"
        )

    def test_it_hangs_and_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(isolated, "_START", "import sys; sys.stdin.buffer.read()")
        monkeypatch.setattr(isolated, "_GRACE", 0.1)
        assert "not read within 0 seconds" in failure(b"%PDF-", "a.pdf", seconds=0)
        assert isolated._worker(Limits().memory_bytes)._process is None

    def test_it_talks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        noisy = isolated._START.replace("main()\n", "import claimcheck.documents.worker as w\n" + NOISE + "main()\n")
        monkeypatch.setattr(isolated, "_START", noisy)
        pytest.importorskip("pypdfium2")
        assert [block.text for block in read(pdf([ONE]), "a.pdf").blocks] == ["It helps."]


def read_or_none(data: bytes, **limits: float) -> Document | None:
    try:
        return read(data, "a.pdf", **limits)
    except InputError:
        return None
