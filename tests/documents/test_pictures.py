"""Pictures: what is checked before OCR, and OCR itself where Tesseract is installed."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from shutil import which
from typing import Any

import pytest
from printing import pdf
from reading import outline

from claimcheck.documents.limits import Limits
from claimcheck.documents.model import Document
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.hocr import words_of
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed (extra ocr)")
pytest.importorskip("pytesseract", reason="pytesseract is not installed (extra ocr)")
needs_tesseract = pytest.mark.skipif(which("tesseract") is None, reason="Tesseract is not installed")


def read(data: bytes, name: str, *, ocr: bool = True, **limits: float) -> Document:
    return read_document(data, name, options=ReadOptions(limits=replace(Limits(), **limits), ocr=ocr))


def failure(data: bytes, name: str, **more: Any) -> str:
    with pytest.raises(InputError) as caught:
        read(data, name, **more)
    return str(caught.value)


def png(width: int, height: int) -> bytes:
    """A picture that claims a size and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.fixture
def printed() -> Callable[..., Any]:
    """Pages as pictures."""
    pypdfium2 = pytest.importorskip("pypdfium2")

    def render(*pieces: tuple[Any, ...], scale: float = 2.0) -> Any:
        return pypdfium2.PdfDocument(pdf([list(pieces)]))[0].render(scale=scale).to_pil()

    return render


def saved(picture: Any, form: str, **more: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **more)
    return buffer.getvalue()


def test_a_hundred_megapixels() -> None:
    assert failure(png(10_000, 10_000), "a.png") == (
        "a.png: a picture of 10000 x 10000 pixels, the limit is 60,000,000 (--limit pixels=N allows more)"
    )
    assert "has far more pixels than any picture of copy" in failure(png(100_000, 100_000), "a.png")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", png(9, 9)[:40], b"\xff\xd8\xff\xe0", b"GIF89a", b"BM\0\0", b"x"]
)
def test_broken_pictures(data: bytes) -> None:
    assert failure(data, "a.png").startswith("a.png: cannot be read as a picture")


def test_pictures_are_not_read_when_ocr_is_switched_off() -> None:
    assert failure(png(9, 9), "a.png", ocr=False) == "a.png: is a picture, and OCR is switched off"


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_formats(form: str, printed: Callable[..., Any]) -> None:
    picture = printed((60, 60, 24, "Otters"), (60, 120, 14, "Massage may help your baby to sleep."), scale=1.0)
    document = read(saved(picture, form), "picture")
    assert outline(document) == ["heading 1: Otters", "paragraph: Massage may help your baby to sleep."]
    assert [block.page for block in document.blocks] == [1, 1]


@needs_tesseract
def test_what_is_transparent_is_white(printed: Callable[..., Any]) -> None:
    grey = printed((60, 60, 16, "Massage may help.")).convert("L")
    picture = Image.new("RGBA", grey.size, (0, 0, 0, 0))
    picture.putalpha(grey.point(lambda shade: 255 - shade))
    assert outline(read(saved(picture, "PNG"), "a.png")) == ["paragraph: Massage may help."]


@needs_tesseract
def test_pictures_of_one_file_are_pages(printed: Callable[..., Any]) -> None:
    first, second = printed((60, 60, 16, "Page the first.")), printed((60, 60, 16, "Page the second."))
    document = read(saved(first, "TIFF", save_all=True, append_images=[second]), "a.tiff")
    assert [(block.text, block.page) for block in document.blocks] == [("Page the first.", 1), ("Page the second.", 2)]


@needs_tesseract
def test_a_picture_without_words() -> None:
    document = read(saved(Image.new("L", (400, 300), 255), "PNG"), "a.png")
    assert (document.blocks, document.notes) == ((), ("no words were seen in this picture",))


@needs_tesseract
def test_scanned_pages_of_a_pdf(printed: Callable[..., Any]) -> None:
    scan = saved(printed((60, 60, 16, "Massage may help.")), "PDF", resolution=144)
    assert outline(read(scan, "a.pdf")) == ["paragraph: Massage may help."]


def test_scanned_pages_are_named_where_ocr_is_switched_off(printed: Callable[..., Any]) -> None:
    scan = saved(printed((60, 60, 16, "Massage may help.")), "PDF", resolution=144)
    assert failure(scan, "a.pdf", ocr=False) == (
        "a.pdf: has no text, only pictures of it; pip install 'claimcheck[ocr]' to read it by OCR"
    )


@needs_tesseract
def test_languages_that_are_not_installed() -> None:
    with pytest.raises(InputError, match=r"Tesseract has failed: .*xyz"):
        read_document(saved(Image.new("L", (99, 99), 255), "PNG"), "a.png", options=ReadOptions(ocr_language="xyz"))


HOCR = b"""<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page' title='bbox 0 0 900 900'>
<span class='ocr_line' title="bbox 100 100 500 130; baseline 0.01 -6; x_size 30">
<span class='ocrx_word' title='bbox 100 108 110 120; x_wconf 60'>\xc2\xa2</span>
<span class='ocrx_word' title='bbox 140 100 240 130; x_wconf 96'>Baby</span>
<span class='ocrx_word' title='bbox 250 100 255 130; x_wconf 96'>|</span>
<span class='ocrx_word' title='bbox 260 100 360 130; x_wconf 10'>speck</span>
</span><span class='ocr_header' title="bbox 100 200 500 230; baseline 0 0; x_size 31.4">
<span class='ocrx_word' title='bbox 100 200 240 230; x_wconf 96'>\xc2\xabmassage</span></span></div></body></html>"""


def test_what_ocr_writes_is_cleaned() -> None:
    words = words_of(HOCR, 0.5)
    assert [word.text for word in words] == ["•", "Baby", "•", "massage"]
    assert [round(word.size, 2) for word in words] == [15.35] * 4
    assert [word.base for word in words] == [63.0, 63.0, 115.0, 115.0]


def line(top: int, size: float, *words: str, slope: float = 0.01) -> str:
    """A line of a page that is turned, as Tesseract writes it; words are a hundred pixels wide."""
    seen = "".join(
        f"<span class='ocrx_word' title='bbox {100 * n} {top} {100 * n + 90} {top + 30}; x_wconf 90'>{word}</span>"
        for n, word in enumerate(words, 1)
    )
    box = f"bbox 100 {top} {100 * len(words) + 90} {top + 30}; baseline {slope} 0; x_size {size}"
    return f"<span class='ocr_line' title='{box}'>{seen}</span>"


def test_short_lines_have_the_size_and_the_slope_of_the_lines_around_them() -> None:
    lines = [
        line(100, 42, "Calm"),
        line(300, 36, "Why", "_", "so"),
        line(400, 30, *"abcdef"),
        line(440, 35, "g", slope=0),
    ]
    words = words_of(f"<div>{''.join(lines)}</div>".encode(), 1.0)
    assert [word.text for word in words] == ["Calm", "Why", "so", *"abcdefg"]
    assert [round(word.size) for word in words] == [44, 34, 34, *[30] * 7]
    assert [round(word.base, 1) for word in words[-2:]] == [429.0, 468.6]


def test_grain_is_taken_away_and_a_clean_picture_left_alone() -> None:
    from claimcheck.documents.pages.ocr import without_grain

    clean = Image.new("L", (300, 200), 255)
    clean.paste(0, (100, 50, 200, 150))
    assert without_grain(clean) is clean
    grainy = Image.blend(clean, Image.effect_noise(clean.size, 60), 0.2)
    assert len(without_grain(grainy).getcolors()) < len(grainy.getcolors())
