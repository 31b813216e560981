"""A tagged page -> headings, paragraphs, list items and cells, by what the tags say they are."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import BlockKind
from claimcheck.documents.page import GROUPS, Context, inside
from claimcheck.documents.pages.model import Line, Word, line_of
from claimcheck.documents.pages.pdf_tags import Node
from claimcheck.documents.pages.writer import Writer

#: the types of the PDF standard, as the tags of HTML that mean the same
_TAGS = {
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
    "H": "summary", "Title": "h1", "P": "p", "Note": "p", "FENote": "p", "Div": "div", "Sect": "section",
    "L": "ul", "LI": "li", "LBody": "div", "BlockQuote": "blockquote", "Caption": "caption", "Figure": "div",
    "Table": "table", "THead": "thead", "TBody": "tbody", "TFoot": "tfoot", "TR": "tr", "TH": "th", "TD": "td",
    "Document": "div", "Part": "div", "Art": "div", "Aside": "div", "Formula": "div", "Form": "div",
}  # fmt: skip
#: bullets, contents, page furniture
_LEFT_OUT = frozenset(("Lbl", "TOC", "TOCI", "Index", "Artifact", "RT", "RP"))


def tagged_letters(tree: Node, words: Sequence[Word]) -> int:
    """How many letters of a page its tree knows of."""
    tags = set(tree.tags())
    return sum(len(word.text) for word in words if word.tag in tags)


class Tagged:
    """Writes tagged pages."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._words: dict[int, list[Word]] = {}
        self._gathered: list[Word] = []
        self._page = 0

    def put(self, tree: Node, words: Sequence[Word], page: int) -> None:
        """A page with its tree and its words in the order of the content."""
        self._page, self._words = page, {}
        for word in words:
            self._words.setdefault(word.tag, []).append(word)
        self._walk(tree, Context())
        self._border(Context())

    def _walk(self, node: Node, outer: Context) -> None:
        tag = _TAGS.get(node.role)
        if node.role in _LEFT_OUT:
            return
        if tag is None:  # a span, a link: part of the line
            self._contents(node, outer)
            return
        self._border(outer)
        group = self._writer.sheet.new_group() if tag == "ul" else self._table() if tag == "table" else 0
        context = inside(tag, {}, outer, group if tag in GROUPS else 0)
        self._open(tag)
        self._contents(node, context)
        self._border(context)
        if tag == "table":
            self._writer.flush()
            self._writer.sheet.table_end()

    def _table(self) -> int:
        self._writer.flush()
        return self._writer.sheet.table()

    def _open(self, tag: str) -> None:
        if tag in ("tr", "th", "td"):
            self._writer.flush()
        if tag == "tr":
            self._writer.sheet.row()
        elif tag in ("th", "td"):
            self._writer.sheet.cell(head=tag == "th")

    def _contents(self, node: Node, context: Context) -> None:
        for content in node.contents:
            if isinstance(content, Node):
                self._walk(content, context)
            else:
                self._gathered.extend(self._words.pop(content, ()))
        if node.alt:
            self._border(context)
            self._alt(node.alt)

    def _alt(self, text: str) -> None:
        self._writer.flush()
        self._writer.turn_to(self._page)
        self._writer.sheet.paragraph(text, Context(kind=BlockKind.ALT))

    def _border(self, context: Context) -> None:
        if self._gathered:
            self._writer.put(_lines(self._gathered, self._page), context)
        self._gathered = []


def _lines(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a block, in the order of the content."""
    lines = [[words[0]]]
    for word in words[1:]:
        before = lines[-1][-1]
        if abs(word.base - before.base) <= min(word.size, before.size) / 2 and word.left >= before.left:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [line_of(line, page) for line in lines]
