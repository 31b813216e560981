"""Pages of a PDF that are pictures: rendered, then read by OCR; or said to be unread."""

from __future__ import annotations

from contextlib import closing
from importlib.util import find_spec
from math import sqrt
from typing import TYPE_CHECKING

from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.document import Page
from claimcheck.documents.pages.ocr import Ocr
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

#: how finely a page is rendered, in pixels a point: 150 to 300 dpi
_COARSE, _FINE = 150 / 72, 300 / 72
_ADVICE = "pip install 'claimcheck[ocr]' to read it by OCR"


class Scans:
    """The scanned pages of one document."""

    def __init__(self, document: PdfDocument, path: str, options: ReadOptions) -> None:
        self._document = document
        self._path = path
        self._options = options
        self._ocr: Ocr | None = None
        self._read = 0
        self._unread: list[int] = []
        self._lost = 0

    def read(self, number: int, page: Page) -> Page:
        """A page, by its number from 0, as OCR sees it, or as it was found where OCR is switched off or missing.

        Raises InputError where no page of the document could be read without it.
        """
        if not self._options.ocr or find_spec("pytesseract") is None or self._read >= self._options.limits.ocr_pages:
            self._unread.append(number + 1)
            self._lost += not page.words
            if self._lost == len(self._document):
                raise InputError(f"has no text, only pictures of it; {_ADVICE}", path=self._path)
            return page
        self._read += 1
        self._ocr = self._ocr or Ocr(self._path, self._options)
        with closing(self._document[number]) as opened:
            scale = self._scale(opened)
            with closing(opened.render(scale=scale, grayscale=True)) as bitmap:
                return Page([self._ocr.words(bitmap.to_pil(), 1 / scale)], scanned=True)

    def _scale(self, page: PdfPage) -> float:
        """As fine as the picture on the page is, within bounds."""
        from pypdfium2 import PdfImage, PdfiumError, raw

        width, height = page.get_size()
        finest = 0.0
        for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2):
            try:
                pixels = thing.get_px_size()[0] if isinstance(thing, PdfImage) else 0
                left, _, right, _ = thing.get_bounds()
                finest = max(finest, pixels / max(right - left, 1.0))
            except PdfiumError:  # a broken picture
                continue
        scale = min(max(finest or _FINE, _COARSE), _FINE)
        return min(scale, sqrt(self._options.limits.pixels / max(width * height, 1.0)))

    def notes(self) -> tuple[str, ...]:
        """What was left unread."""
        if not self._unread:
            return ()
        pages = ", ".join(map(str, self._unread))
        return (f"little or no text on page {pages}, but pictures or drawings, which were not read; {_ADVICE}",)
