"""The pages of a document -> blocks: each by its tags, or else by its looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.pages.columns import regions
from claimcheck.documents.pages.furniture import without_furniture
from claimcheck.documents.pages.hyphens import vocabulary
from claimcheck.documents.pages.layout import Layout
from claimcheck.documents.pages.model import Word
from claimcheck.documents.pages.pdf_tags import Node
from claimcheck.documents.pages.tagged import Tagged, tagged_letters
from claimcheck.documents.pages.writer import Writer
from claimcheck.documents.sheet import Sheet
from claimcheck.documents.sizes import Sizes

#: the share of a document's letters that its trees must know of, and the share of a page's
_SHARE, _LEAST = 0.6, 0.1


class Page(NamedTuple):
    """A page as it was found.

    Attributes:
        frames: its words by their turns, those that most words share first.
        tree: its tags.
        scanned: its words were seen by OCR.
    """

    frames: list[list[Word]]
    tree: Node | None = None
    scanned: bool = False

    @property
    def words(self) -> list[Word]:
        """All words, those of each frame in the order of the content."""
        return list(chain.from_iterable(self.frames))


def written(pages: Sequence[Page], notes: Iterable[str] = ()) -> Extracted:
    """The pages in reading order."""
    pages = _trusted(pages)
    words = list(chain.from_iterable(page.words for page in pages))
    writer = Writer(Sheet(), vocabulary(words))
    sizes = Sizes((word.size, len(word.text)) for word in words)
    printed, scanned, tagged = Layout(writer, sizes), Layout(writer, sizes, lone=True), Tagged(writer)
    bare = iter(without_furniture([page.frames[0] for page in pages if page.tree is None]))
    for number, page in enumerate(pages, 1):
        if page.tree is not None:
            tagged.put(page.tree, page.words, number)
            continue
        for frame in (next(bare), *page.frames[1:]):
            for region in regions(frame, number):
                (scanned if page.scanned else printed).put(region)
    writer.flush()
    writer.turn_to(len(pages))
    return writer.sheet.extracted(notes)


def _trusted(pages: Sequence[Page]) -> list[Page]:
    """The pages without their trees, where those know of too few of the words: what they leave out is furniture."""
    known = [tagged_letters(page.tree, page.words) if page.tree else 0 for page in pages]
    there = [letters(page.words) for page in pages]
    tagged = sum(count for page, count in zip(pages, there, strict=True) if page.tree)
    believed = sum(known) > _SHARE * tagged
    return [
        page if believed and some > _LEAST * count else page._replace(tree=None)
        for page, some, count in zip(pages, known, there, strict=True)
    ]


def letters(words: Sequence[Word]) -> int:
    """How many letters the words have."""
    return sum(len(word.text) for word in words)
