"""PDF -> blocks: by the tags that a program has left in it, and where there are none by the looks of the page."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.limits import Deadline
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.pages.columns import regions
from claimcheck.documents.pages.furniture import without_furniture
from claimcheck.documents.pages.hyphens import vocabulary
from claimcheck.documents.pages.layout import Layout
from claimcheck.documents.pages.model import Word
from claimcheck.documents.pages.pdf_tags import Node, tree_of
from claimcheck.documents.pages.pdf_words import words_of
from claimcheck.documents.pages.tagged import Tagged, tagged_letters
from claimcheck.documents.pages.writer import Writer
from claimcheck.documents.sheet import Extracted, Sheet
from claimcheck.documents.sizes import Sizes
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


#: the share of a document's letters that its trees must know of, and the share of a page's
_SHARE, _LEAST = 0.6, 0.1


class _Page(NamedTuple):
    """A page as it was found.

    Attributes:
        frames: its words by their turns, those that most words share first.
        tree: its tags.
    """

    frames: list[list[Word]]
    tree: Node | None

    @property
    def words(self) -> list[Word]:
        """All words, those of each frame in the order of the content."""
        return list(chain.from_iterable(self.frames))


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of a PDF, page by page."""
    with closing(_opened(data, path)) as document:
        count, most = len(document), options.limits.pages
        if count > most:
            raise InputError(f"has {count} pages, the limit is {most}", path=path, hint="split it into smaller files")
        deadline = Deadline(path, options.limits.seconds)
        pages = [_page(document, number, deadline) for number in range(count)]
    return _written(_trusted(pages))


def _opened(data: bytes, path: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        reason = "it is protected by a password" if "password" in str(error).lower() else "it is broken"
        raise InputError(f"cannot be read as a PDF: {reason}", path=path) from error


def _page(document: PdfDocument, number: int, deadline: Deadline) -> _Page:
    deadline.check()
    with closing(document[number]) as page:
        return _Page(words_of(page), tree_of(page))


def _trusted(pages: Sequence[_Page]) -> list[_Page]:
    """The pages without their trees, where those know of too few of the words: what they leave out is furniture."""
    known = [tagged_letters(page.tree, page.words) if page.tree else 0 for page in pages]
    there = [_letters(page.words) for page in pages]
    tagged = sum(count for page, count in zip(pages, there, strict=True) if page.tree)
    believed = sum(known) > _SHARE * tagged
    return [
        page if believed and some > _LEAST * count else page._replace(tree=None)
        for page, some, count in zip(pages, known, there, strict=True)
    ]


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)


def _written(pages: Sequence[_Page]) -> Extracted:
    words = list(chain.from_iterable(page.words for page in pages))
    writer = Writer(Sheet(), vocabulary(words))
    layout, tagged = Layout(writer, Sizes((word.size, len(word.text)) for word in words)), Tagged(writer)
    bare = iter(without_furniture([page.frames[0] for page in pages if page.tree is None]))
    for number, page in enumerate(pages, 1):
        if page.tree is not None:
            tagged.put(page.tree, page.words, number)
            continue
        for frame in (next(bare), *page.frames[1:]):
            for region in regions(frame, number):
                layout.put(region)
    writer.flush()
    writer.turn_to(len(pages))
    return writer.sheet.extracted()
