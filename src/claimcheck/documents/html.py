"""HTML -> blocks: what a reader of the page sees, each code point with its place in the source."""

from __future__ import annotations

from collections import Counter
from html import unescape
from html.parser import HTMLParser

from claimcheck.documents.flow import Flow
from claimcheck.documents.limits import Deadline, check_count
from claimcheck.documents.markup import attribute
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.page import GROUPS, HEADINGS, VOID, Context, inside, is_inline
from claimcheck.documents.page_meta import is_linked_data, linked_data, meta, without_repeats
from claimcheck.documents.positions import Lines
from claimcheck.documents.templates import without_code

#: how far up the open tags an end that was left out is looked for
_REACH = 32
_CLOSED_BY_BLOCK = frozenset(("p", *HEADINGS))
#: tag -> the open tags that it ends, and those that shield them
_ENDS = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "th": (frozenset(("td", "th")), frozenset(("table", "tr"))),
}


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of a page. Its `<title>` counts only where no heading of the first level says what it is about."""
    check_count(source.count("<"), options.limits.marks, "marks", path)
    page = without_code(source)
    reader = _Reader(page, Deadline(path, options.limits.seconds), json_ld=options.json_ld)
    reader.feed(page)
    reader.finish()
    blocks = reader.flow.blocks
    if any(block.kind is BlockKind.META for block in blocks):
        blocks = without_repeats(blocks)
    if any(block.kind is BlockKind.HEADING and block.level == 1 for block in blocks):
        return [block for block in blocks if block.kind is not BlockKind.TITLE]
    return blocks


class _Reader(HTMLParser):
    """Follows the open tags and hands text to the flow. Each step costs the same however deep the nesting is."""

    def __init__(self, source: str, deadline: Deadline, *, json_ld: bool) -> None:
        super().__init__(convert_charrefs=False)
        self._deadline = deadline
        self._json_ld = json_ld
        self._linked_data = False
        self.flow = Flow()
        self._source = source
        self._starts = Lines(source).starts
        self._open: list[tuple[str, Context]] = [("", Context())]
        self._counts: Counter[str] = Counter()

    @property
    def _context(self) -> Context:
        return self._open[-1][1]

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._deadline.step()
        self._end_implied(tag)
        attributes = dict(attrs)
        self._linked_data = self._json_ld and is_linked_data(tag, attributes)
        self._tooltip(attributes)
        if tag in VOID:
            self._void(tag, attributes)
            return
        if tag == "title" and self._open[-1][0] == "head":
            context = Context(kind=BlockKind.TITLE)
        else:
            group = self.flow.new_group() if tag in GROUPS else 0
            context = inside(tag, attributes, self._context, group)
        if not is_inline(tag, self._context):
            self.flow.border()
            self.flow.tables.open(tag, attributes)
        self._open.append((tag, context))
        self._counts[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<div/>` opens a div, as in browsers."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._counts[tag]:
            return
        while True:
            closed, _ = self._open.pop()
            self._counts[closed] -= 1
            if not is_inline(closed, self._context):
                self.flow.border()
                self.flow.tables.close(closed)
            if closed == tag:
                return

    def _end_implied(self, tag: str) -> None:
        """Closes what a start tag ends without saying so: `<li>` an open `<li>`, a block an open `<p>`."""
        if not is_inline(tag, self._context) and tag not in VOID and self._open[-1][0] in _CLOSED_BY_BLOCK:
            self.handle_endtag(self._open[-1][0])
        ended, shields = _ENDS.get(tag, (frozenset(), frozenset()))
        for name, _ in reversed(self._open[-_REACH:]):
            if name in shields or not ended:
                return
            if name in ended:
                self.handle_endtag(name)
                return

    def _void(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "meta":
            self._meta(attributes)
        if self._context.hidden:
            return
        if tag == "br":
            self.flow.line_end(self._offset())
        elif tag == "hr":
            self.flow.rule()
        elif tag == "img" and attributes.get("alt") and attributes.get("aria-hidden") != "true":
            self._alt()

    def _alt(self) -> None:
        self._aside("alt")

    def _tooltip(self, attributes: dict[str, str | None]) -> None:
        """What is shown when the pointer rests on something."""
        title = attributes.get("title")
        if title and not self._context.hidden and title != attributes.get("alt"):
            self._aside("title")

    def _aside(self, name: str) -> None:
        text = attribute(self.get_starttag_text() or "", name, self._offset())
        if text is not None:
            self.flow.aside(BlockKind.ALT, text, self._context)

    def _meta(self, attributes: dict[str, str | None]) -> None:
        """What is shown in search results and shared links, not on the page."""
        block = meta(attributes, self.get_starttag_text() or "", self._offset())
        if block is not None:
            self.flow.take([block])

    def parse_html_declaration(self, i: int) -> int:
        """A marked section (`<![if gte mso 9]>`) is a comment in HTML; the parser would stumble over unknown ones."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def finish(self) -> None:
        """Ends the page. A tag or comment that is never closed hides what follows, as in browsers."""
        if not self.rawdata.startswith("<"):
            self.close()
        self.flow.border()

    def handle_data(self, data: str) -> None:
        self._deadline.step()
        if self._linked_data:
            self.flow.take(linked_data(data, self._offset()))
            self._linked_data = False
        if self._context.hidden:
            return
        offset = self._offset()
        if not self._context.verbatim:
            self.flow.text(data, offset, self._context)
            return
        for line in data.splitlines(keepends=True):
            self.flow.text(line, offset, self._context)
            offset += len(line)
            if line.endswith("\n"):
                self.flow.line_end(offset - 1)

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def _reference(self, raw: str) -> None:
        if self._context.hidden:
            return
        offset = self._offset()
        if self._source.startswith(";", offset + len(raw)):
            raw += ";"
        text = unescape(raw)
        if text == raw:
            self.flow.text(raw, offset, self._context)
        else:
            self.flow.stand_in(text, offset, self._context)
