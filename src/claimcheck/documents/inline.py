"""The inline part of Markdown: emphasis, links, entities and escapes become clean text with source offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.documents.flow import Flow
from claimcheck.documents.limits import Deadline
from claimcheck.documents.markup import attribute, decoded
from claimcheck.documents.model import BlockKind
from claimcheck.documents.page import BOLD, UNREAD, Context
from claimcheck.documents.positions import Clean
from claimcheck.documents.regions import Region

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    BlockRule = Callable[[StateBlock, int, int, bool], bool]
    Rule = Callable[[StateInline, bool], bool]

#: how deep lists and quotations may nest
DEEPEST = 40
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?P<body>:[ \t]*)?")
_TASK = re.compile(r"\[[ xX]\]\s+")
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$", re.IGNORECASE)
#: the title of a link or picture, at its end
_TITLE = re.compile(r"""\s(?:"(?P<d>[^"]*)"|'(?P<s>[^']*)'|\((?P<p>[^()]*)\))\s*\)$""")
_GAP = re.compile(r"[ \t]*\\?\n[ \t]*")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)")


def parser(deadline: Deadline, *, indented_code: bool = True) -> MarkdownIt:
    """CommonMark with tables and strikethrough; the tokens of links and images carry their span in `meta`."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, image, link

    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    markdown.core.ruler.disable("text_join")  # it would hide what stands in the source for an entity
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        markdown.inline.ruler.at(name, _spanning(rule, deadline))
    markdown.block.ruler.before("table", "deadline", _ticking(deadline))
    if not indented_code:
        markdown.disable("code")
    return markdown


def _ticking(deadline: Deadline) -> BlockRule:
    """A rule that never applies and counts each line that is tried."""

    def ticking(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        deadline.step()
        return False

    return ticking


def _spanning(rule: Rule, deadline: Deadline) -> Rule:
    """The rule, leaving in the `meta` of its last token where in the inline text it began and ended."""

    def spanning(state: StateInline, silent: bool) -> bool:
        deadline.step()
        start = state.pos
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta = {"start": start, "end": state.pos}
        return found

    return spanning


class Inline:
    """Walks the tokens of one inline text, and beside them the text itself."""

    def __init__(self, flow: Flow, region: Region, context: Context) -> None:
        self._flow = flow
        self._text = region.text
        self._offsets = region.offsets
        self._context = context
        self._at = 0
        self._fresh = True
        #: the tag whose text is no part of what the page says, "" where none is open
        self._hidden = ""
        self._steps: dict[str, Callable[[Token], None]] = {
            "text": self._plain,
            "text_special": self._special,
            "softbreak": self._line_end,
            "hardbreak": self._line_end,
            "code_inline": self._code,
            "link_open": self._link,
            "link_close": self._link_end,
            "image": self._image,
            "html_inline": self._html,
        }

    def take(self, tokens: Sequence[Token]) -> None:
        """Hands the tokens' text to the flow."""
        for token in tokens:
            self._steps.get(token.type, self._mark)(token)

    def _offset(self, at: int) -> int:
        return self._offsets[min(at, len(self._offsets) - 1)]

    def _put(self, text: str, at: int) -> None:
        if text and not self._hidden:
            self._flow.mapped(text, self._offsets[at : at + len(text)], self._context)
            self._fresh = False

    def _plain(self, token: Token) -> None:
        content = token.content
        found = self._text.find(content, self._at)
        if not content:
            return
        if found < 0:  # the parser has changed it (a web address): the place is the best that can be said
            self._flow.stand_in(content, self._offset(self._at), self._context)
            return
        self._at = found + len(content)
        self._pieces(content, found)

    def _pieces(self, content: str, start: int) -> None:
        """The text without the marks of footnotes, of tasks and of alerts."""
        done = self._mark_length(content) if self._fresh else 0
        for match in _FOOTNOTE.finditer(content, done):
            if match["body"] and not (self._fresh and match.start() == 0):
                continue
            self._put(content[done : match.start()], start + done)
            if match["body"]:
                self._flow.border()
            done = match.end()
        self._put(content[done:], start + done)

    def _mark_length(self, content: str) -> int:
        """How long the mark of a task or of an alert is that a text begins with."""
        marks = {BlockKind.LIST_ITEM: _TASK, BlockKind.QUOTE: _ALERT}
        mark = marks[self._context.kind].match(content) if self._context.kind in marks else None
        return mark.end() if mark else 0

    def _special(self, token: Token) -> None:
        if not self._hidden:
            self._flow.stand_in(token.content, self._offset(self._at), self._context)
        self._at += len(token.markup)
        self._fresh = False

    def _mark(self, token: Token) -> None:
        """Emphasis: its marks are passed over."""
        self._at += len(token.markup)
        if token.tag == "strong":
            self._context = replace(self._context, bold=token.nesting > 0)

    def _line_end(self, token: Token) -> None:
        gap = _GAP.match(self._text, self._at)
        self._flow.line_end(self._offset(self._at), soft=token.type == "softbreak")
        self._at = gap.end() if gap else self._at
        self._fresh = True

    def _code(self, token: Token) -> None:
        ticks = len(token.markup)
        inner = self._at + ticks
        padded = not self._text.startswith(token.markup, inner + len(token.content))
        self._put(token.content, inner + padded)
        self._at = inner + len(token.content) + 2 * padded + ticks

    def _link(self, token: Token) -> None:
        self._at += 1

    def _link_end(self, token: Token) -> None:
        self._title(token)
        self._at = token.meta["end"]

    def _image(self, token: Token) -> None:
        first = token.meta["start"] + 2
        label = Region(token.content, self._offsets[first : first + len(token.content) + 1])
        flow = Flow()
        Inline(flow, label, Context()).take(token.children or ())
        self._flow.aside(BlockKind.ALT, flow.gathered(), self._context)
        self._title(token)
        self._at = token.meta["end"]

    def _title(self, token: Token) -> None:
        """What is shown when the pointer rests on a link or picture."""
        found = _TITLE.search(self._text, token.meta["start"], token.meta["end"])
        if found and found.lastgroup:
            self._aside(decoded(found[found.lastgroup], found.start(found.lastgroup)))

    def _aside(self, clean: Clean | None) -> None:
        """A text that shows beside the sentence; its places are those in the inline text."""
        if clean is not None and not self._hidden:
            text, places = clean.build()
            placed = Clean()
            placed.add_mapped(text, [self._offset(place) for place in places])
            self._flow.aside(BlockKind.ALT, placed, self._context)

    def _html(self, token: Token) -> None:
        tag = _TAG.match(token.content)
        if tag:
            self._tag(tag["name"].lower(), token.content, opens=not tag["end"])
        self._at += len(token.content)

    def _tag(self, name: str, content: str, *, opens: bool) -> None:
        if self._hidden:
            self._hidden = self._hidden if opens or name != self._hidden else ""
        elif name == "br":
            self._flow.line_end(self._offset(self._at))
        elif name in BOLD:
            self._context = replace(self._context, bold=opens)
        elif opens and name in UNREAD:
            self._hidden = name
        for attribute_name in ("alt", "title") if opens else ():
            self._aside(attribute(content, attribute_name, self._at))
