"""reStructuredText -> blocks, by docutils; where its text stands in the source is found again word by word."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimcheck.documents.flow import Flow
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.page import GROUPS, Context, inside
from claimcheck.documents.positions import Clean, Lines
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, document

#: docutils takes some seconds for a text of this size
_LARGEST = 2_000_000
#: nothing is read from the disk or the net, no message is printed
_SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "halt_level": 5,
    "report_level": 5,
    "doctitle_xform": False,
    "smart_quotes": False,
}
#: nodes of docutils, as the tags of HTML that mean the same
_TAGS = {
    "paragraph": "p", "bullet_list": "ul", "enumerated_list": "ol", "list_item": "li", "block_quote": "blockquote",
    "attribution": "p", "term": "dt", "definition": "dd", "field_name": "dt", "field_body": "dd", "rubric": "h6",
    "caption": "caption", "line": "p", "table": "table", "row": "tr", "entry": "td", "footnote": "p", "citation": "p",
    "legend": "p", "subtitle": "h2",
}  # fmt: skip
_LEFT_OUT = frozenset((
    "comment", "literal_block", "doctest_block", "math_block", "substitution_definition", "system_message", "label",
    "target", "raw", "docinfo", "problematic", "pending", "footnote_reference", "citation_reference",
))  # fmt: skip
#: how far words are looked for where the lines of their block are not known
_REACH = 400
_DEEPEST_HEADING = 6
#: words and the white space between them
_WORDS = re.compile(r"\s+|\S+")


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of a reStructuredText; directives that name files are not followed."""
    from docutils.core import publish_doctree

    if len(source) > _LARGEST:
        raise InputError(f"too large for reStructuredText: more than {_LARGEST:,} characters", path=path)
    tree = publish_doctree(source, settings_overrides=_SETTINGS)
    return _Reader(source).read(tree)


class _Reader:
    """Walks the tree and hands the text to a flow."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = Lines(source).starts
        self._flow = Flow()
        #: where the next word is looked for, and the end of its block
        self._at, self._end = 0, len(source)
        self._steps: dict[str, Callable[[Element, Context], None]] = {
            "title": self._title,
            "image": self._image,
            "transition": self._rule,
        }

    def read(self, tree: document) -> list[Block]:
        """The blocks of the whole text."""
        self._inside(tree, Context())
        self._flow.border()
        return self._flow.blocks

    def _inside(self, node: Element, context: Context) -> None:
        for child in node.children:
            self._take(child, context)

    def _take(self, node: Node, outer: Context) -> None:
        from docutils import nodes

        if isinstance(node, nodes.Text):
            self._text(str(node), outer)
        if not isinstance(node, nodes.Element) or node.tagname in _LEFT_OUT:
            return
        if node.tagname in self._steps:
            self._steps[node.tagname](node, outer)
        elif node.tagname in _TAGS:
            self._block(node, _tag(node), outer)
        else:
            if not isinstance(node, nodes.Inline):
                self._flow.border()
            self._inside(node, outer)

    def _block(self, node: Element, tag: str, outer: Context) -> None:
        self._flow.border()
        self._turn_to(node)
        context = inside(tag, {}, outer, self._flow.new_group() if tag in GROUPS else 0)
        self._flow.tables.open(tag, {})
        self._inside(node, context)
        self._flow.border()
        self._flow.tables.close(tag)

    def _title(self, node: Element, outer: Context) -> None:
        depth = 0
        above = node.parent
        while above is not None:
            depth += above.tagname == "section"
            above = above.parent
        self._block(node, f"h{min(max(depth, 1), _DEEPEST_HEADING)}", outer)

    def _image(self, node: Element, outer: Context) -> None:
        if node.get("alt"):
            self._end = max(self._end, self._at + _REACH)
            text, offsets = self._placed(node["alt"])
            clean = Clean()
            clean.add_mapped(text, offsets)
            self._flow.aside(BlockKind.ALT, clean, outer)

    def _rule(self, node: Element, outer: Context) -> None:
        self._flow.rule()

    def _turn_to(self, node: Element) -> None:
        """Looks on in the lines of a block, where docutils knows them; for a title it names the line below."""
        line = (node.line or 0) - (node.tagname == "title")
        if not 0 < line < len(self._starts):
            self._end = max(self._end, self._at + _REACH)
            return
        last = min(line + node.rawsource.count("\n"), len(self._starts) - 1)
        start, self._end = self._starts[line - 1], self._starts[last]
        self._at = max(self._at, start) if self._at < self._end else start

    def _text(self, text: str, context: Context) -> None:
        placed, offsets = self._placed(text)
        if placed:
            self._flow.mapped(placed, offsets, context)

    def _placed(self, text: str) -> tuple[str, Sequence[int]]:
        """A piece of text with a place for each of its code points, never before the last one."""
        offsets = array("q")
        for word in _WORDS.findall(text):
            if word.isspace():
                offsets.extend([self._here()] * len(word))
            else:
                offsets.extend(self._word(word))
        return text, offsets

    def _word(self, word: str) -> Sequence[int]:
        found = self._source.find(word, self._at, self._end)
        if found < 0:  # escapes stand inside, or the word stands elsewhere (a substitution)
            return [self._here()] * len(word)
        self._at = found + len(word)
        return range(found, found + len(word))

    def _here(self) -> int:
        return max(0, min(self._at, len(self._source) - 1))


def _tag(node: Element) -> str:
    """The tag for a node; the cells of a table's head are heads."""
    tag = _TAGS[node.tagname]
    return "th" if tag == "td" and node.parent.parent.tagname == "thead" else tag
