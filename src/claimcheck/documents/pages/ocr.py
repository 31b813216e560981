"""Optical character recognition by Tesseract."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.documents.limits import Deadline
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.hocr import words_of
from claimcheck.documents.pages.model import Word
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

_THREADS = "OMP_THREAD_LIMIT"
#: how many pixels a side the sample has in which grain is looked for; a filter changes this share of a grainy one
_SAMPLE, _GRAIN = 1_000, 0.2
_INSTALL = "install the program tesseract (Debian: apt install tesseract-ocr; macOS: brew install tesseract)"


class Ocr:
    """Reads the pictures of one document. Raises InputError where Tesseract is missing, fails or takes too long."""

    def __init__(self, path: str, options: ReadOptions) -> None:
        self._path = path
        self._language = options.ocr_language
        self._deadline = Deadline(path, options.limits.ocr_seconds, "ocr-seconds")

    def words(self, picture: Image, scale: float) -> list[Word]:
        """The words in a picture; `scale` turns its pixels into points."""
        import pytesseract

        wanted = {"lang": self._language, "extension": "hocr", "timeout": self._deadline.left()}
        try:
            with _one_thread():
                hocr = pytesseract.image_to_pdf_or_hocr(without_grain(picture), **wanted)
        except pytesseract.TesseractNotFoundError as error:
            raise InputError(f"reading pictures needs Tesseract: {_INSTALL}", path=self._path) from error
        except (pytesseract.TesseractError, RuntimeError) as error:
            message = " ".join(str(error).split())[:200]
            raise InputError(f"Tesseract has failed: {message}", path=self._path) from error
        return words_of(hocr, scale)


def without_grain(picture: Image) -> Image:
    """A grey picture without the grain of a scan, which would be taken for signs; a clean picture stays as it is."""
    from PIL import ImageChops, ImageFilter

    calm = ImageFilter.MedianFilter(3)
    sample = picture.crop(_middle(picture.width, picture.height))
    unchanged = ImageChops.difference(sample, sample.filter(calm)).histogram()[0]
    grainy = unchanged < (1 - _GRAIN) * sample.width * sample.height
    return picture.filter(calm) if grainy else picture


def _middle(width: int, height: int) -> tuple[int, int, int, int]:
    """The box of the sample that is looked at."""
    left, top = max(0, (width - _SAMPLE) // 2), max(0, (height - _SAMPLE) // 2)
    return left, top, min(width, left + _SAMPLE), min(height, top + _SAMPLE)


@contextmanager
def _one_thread() -> Iterator[None]:
    """On a page or two Tesseract's threads wait for each other more than they work: alone it is twice as fast."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
