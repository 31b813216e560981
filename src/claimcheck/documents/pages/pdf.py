"""PDF -> blocks: the words of its pages, and by OCR those of pages that are pictures."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from claimcheck.documents.limits import Deadline
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.document import Page, letters, written
from claimcheck.documents.pages.pdf_tags import tree_of
from claimcheck.documents.pages.pdf_words import words_of
from claimcheck.documents.pages.scans import Scans
from claimcheck.documents.sheet import Extracted
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: a page with fewer letters, but with pictures or drawings, is a picture of a page
_FEWEST_LETTERS = 12


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of a PDF, page by page."""
    with closing(_opened(data, path)) as document:
        count, most = len(document), options.limits.pages
        if count > most:
            raise InputError(f"has {count} pages, the limit is {most}", path=path, hint="split it into smaller files")
        deadline = Deadline(path, options.limits.seconds)
        pages = [_page(document, number, deadline) for number in range(count)]
        scans = Scans(document, path, options)
        pages = [scans.read(number) if _is_bare(document, number, pages) else pages[number] for number in range(count)]
    return written(pages, scans.notes())


def _opened(data: bytes, path: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        reason = "it is protected by a password" if "password" in str(error).lower() else "it is broken"
        raise InputError(f"cannot be read as a PDF: {reason}", path=path) from error


def _page(document: PdfDocument, number: int, deadline: Deadline) -> Page:
    deadline.check()
    with closing(document[number]) as page:
        return Page(words_of(page), tree_of(page))


def _is_bare(document: PdfDocument, number: int, pages: Sequence[Page]) -> bool:
    """The page shows something, but hardly any letters."""
    from pypdfium2 import raw

    if letters(pages[number].words) >= _FEWEST_LETTERS:
        return False
    with closing(document[number]) as page:
        return bool(raw.FPDFPage_CountObjects(page.raw) > 0)
