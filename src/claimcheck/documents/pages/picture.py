"""Pictures -> blocks: the words that OCR sees in them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import beyond
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.document import Page, written
from claimcheck.documents.pages.ocr import Ocr
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
#: smaller pictures are enlarged: screenshots have letters of a few pixels
_SMALL, _ENLARGED = 1600, 2
_WHITE = 255


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words in a picture; the pictures of a TIFF file are pages."""
    from PIL import Image

    if not options.ocr:
        raise InputError("is a picture, and OCR is switched off", path=path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the limit below is stricter than the library's warning
        try:
            picture = Image.open(BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise InputError("has far more pixels than any picture of copy", path=path) from error
    ocr = Ocr(path, options)
    pages = [Page([ocr.words(frame, 1.0)], scanned=True) for frame in _frames(picture, path, options)]
    notes = () if any(page.frames[0] for page in pages) else ("no words were seen in this picture",)
    return written(pages, notes)


def _frames(picture: Image, path: str, options: ReadOptions) -> Iterator[Image]:
    """The pictures of a file, upright, in grey, on white ground."""
    from PIL import ImageOps, ImageSequence

    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number and (picture.format != "TIFF" or number >= options.limits.ocr_pages):
            return
        check_pixels(frame.width, frame.height, path, options)
        yield enlarged(on_white(ImageOps.exif_transpose(frame)))


def check_pixels(width: int, height: int, path: str, options: ReadOptions) -> None:
    """Raises InputError for a picture that would fill the memory."""
    if width * height > options.limits.pixels:
        message = f"a picture of {width} x {height} pixels, the limit is {options.limits.pixels:,}"
        raise beyond(message, "pixels", path)


def on_white(picture: Image) -> Image:
    """The picture in grey; what is transparent is white."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, (_WHITE, _WHITE, _WHITE, _WHITE))
        return Image.alpha_composite(ground, coloured).convert("L")
    return picture.convert("L")


def enlarged(picture: Image) -> Image:
    """A small picture twice as large."""
    if max(picture.size) >= _SMALL:
        return picture
    return picture.resize((picture.width * _ENLARGED, picture.height * _ENLARGED))
