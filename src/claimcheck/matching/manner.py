"""What kind of sentence it is: a heading, a question, an item of a list, an entry of a timetable."""

from __future__ import annotations

from claimcheck.documents.model import Block, BlockKind, Sentence
from claimcheck.matching.clauses import speech
from claimcheck.matching.mentions import Reading
from claimcheck.matching.rules import Rules
from claimcheck.matching.sections import HEADINGS
from claimcheck.matching.topics import Topics
from claimcheck.text.patterns import pattern

#: a list item or a line of its own with more tokens than this is read as a sentence, not as a fragment
_FRAGMENT = 16
_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.ALT, BlockKind.CAPTION})
_OPENING = ('"', "“", "‘")
_CLOSING = "\"'”’) "
#: an entry of a timetable
_TIMED = pattern(r"(?i)\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+)?(?:\d{1,2}[.:]\d\d|\d{1,2} ?[ap]\.?m\b)")


def is_question(text: str) -> bool:
    """Whether a sentence ends in a question mark, inside quotation marks or brackets or not."""
    return text.rstrip(_CLOSING).endswith("?")


class Manner:
    """A sentence in its place on the page, as far as its look and its first words tell."""

    def __init__(self, topics: Topics, block: Block, sentence: Sentence, reading: Reading, rules: Rules) -> None:
        self._topics = topics
        self._narrating = rules.narrating
        self._block = block
        self._text = sentence.text
        self._reading = reading
        self.is_heading = block.kind in HEADINGS

    @property
    def is_fragment(self) -> bool:
        """A list item, table cell or short line of its own: it may lend its verb from what stands above."""
        if self.is_heading:
            return False
        unfinished = not self._text.rstrip().endswith((".", "!", "?")) and self._short
        return self._block.kind in _ITEMS or unfinished

    @property
    def is_item(self) -> bool:
        """A fragment with something above it: its list or table, or a heading that says what is done."""
        return self.is_fragment and (self._block.kind in _ITEMS or bool(self._topics.effect()))

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in a block that is a quotation: customers speak of what the page is about."""
        return self._block.kind is BlockKind.QUOTE or self._block.text.lstrip("★ ⭐*").startswith(_OPENING)

    @property
    def _short(self) -> bool:
        return len(self._reading.folded) <= _FRAGMENT

    @property
    def _narrates(self) -> bool:
        """Whether it tells what happened, or when, and is no benefit ("My eldest had reflux", "2pm Sleep talk")."""
        return bool(_TIMED.match(self._text)) or not self._narrating.isdisjoint(self._reading.folded.surfaces)

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return is_question(self._text)

    @property
    def asks_for_facts(self) -> bool:
        """Whether it asks how or why, not whether."""
        if not self.asks:
            return False
        starts = (0, speech(self._reading.folded))
        return any(mark.id == "asking" and mark.first in starts for mark in self._reading.marks)

    @property
    def heads_cells(self) -> bool:
        """Whether it asks at the head of a column what the cells below it answer."""
        head = self._block.kind is BlockKind.TABLE_CELL and not (self._block.row_head or self._block.column_head)
        return head and self.asks

    @property
    def only_opens(self) -> bool:
        """Whether by its looks it says nothing itself: a heading that is no sentence, a question for facts or cells."""
        return (
            self.asks_for_facts
            or self.heads_cells
            or (self.is_heading and not self._text.rstrip(_CLOSING).endswith((".", "!", "?")))
        )

    @property
    def announces(self) -> bool:
        """Whether it ends in a colon, so that something follows."""
        return self._text.rstrip().endswith(":")

    def listed(self) -> str | None:
        """What a list of benefits does to its items, '' if it does not say, None if this is no such list.

        A question that names its subject ("Massage for wind?") needs no verb either.
        """
        if self.asks and "for" in self._reading.folded.surfaces and self._short:
            return ""
        if self.asks or not self.is_fragment or self._narrates or self._topics.in_logistics():
            return None
        if self._block.kind is BlockKind.TABLE_CELL and not self._block.row_head and not self._topics.cell_effect():
            return None  # the first cell of a row is its heading
        return self._topics.effect() or ""
