"""PDF -> blocks: the words of its pages, and by OCR those of pages that are pictures."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import Deadline, beyond
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.document import Page, letters, written
from claimcheck.documents.pages.pdf_tags import tree_of
from claimcheck.documents.pages.pdf_words import words_of
from claimcheck.documents.pages.scans import Scans
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
            raise beyond(f"has {count:,} pages, the limit is {most:,}", "pages", path)
        deadline = Deadline(path, options.limits.seconds)
        found = [_page(document, number, deadline) for number in range(count)]
        scans = Scans(document, path, options)
        pages = [page and _with_scan(document, number, page, scans) for number, page in enumerate(found)]
    return written([page or Page([[]]) for page in pages], [*_broken(found, path), *scans.notes()])


def _broken(pages: Sequence[Page | None], path: str) -> list[str]:
    """What to say of pages that cannot be read. Raises InputError where none can."""
    numbers = [number for number, page in enumerate(pages, 1) if page is None]
    if pages and len(numbers) == len(pages):
        raise InputError("cannot be read as a PDF: none of its pages can", path=path)
    return [f"page {', '.join(map(str, numbers))} is broken and was not read"] if numbers else []


def _opened(data: bytes, path: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        reason = "it is protected by a password" if "password" in str(error).lower() else "it is broken"
        raise InputError(f"cannot be read as a PDF: {reason}", path=path) from error


def _page(document: PdfDocument, number: int, deadline: Deadline) -> Page | None:
    """A page, None for a broken one."""
    from pypdfium2 import PdfiumError

    deadline.check()
    try:
        with closing(document[number]) as page:
            return Page(words_of(page), tree_of(page))
    except PdfiumError:
        return None


def _with_scan(document: PdfDocument, number: int, page: Page, scans: Scans) -> Page:
    """The page, read by OCR where it has hardly any letters but shows something."""
    if letters(page.words) >= _FEWEST_LETTERS or not _shows_more(document, number):
        return page
    return scans.read(number, page)


def _shows_more(document: PdfDocument, number: int) -> bool:
    """Whether there are pictures or drawings on a page."""
    from pypdfium2 import raw

    with closing(document[number]) as page:
        things = (raw.FPDFPage_GetObject(page.raw, at) for at in range(raw.FPDFPage_CountObjects(page.raw)))
        return any(raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_TEXT for thing in things)
