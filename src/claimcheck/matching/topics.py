"""What headings, lead-ins and earlier sentences lend to a sentence that does not name its subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.documents.model import Block, BlockKind, Document, Sentence
from claimcheck.matching.cells import Cells
from claimcheck.matching.lexicon import Guard, Lexicon
from claimcheck.matching.mentions import Reading, Seen, contains
from claimcheck.matching.outcomes import LentOutcome
from claimcheck.matching.prevailing import Prevailing
from claimcheck.matching.sections import Lender, Section, is_numbered, level_of, one_sided, owner_of

_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)
#: a first-level heading is as good as a title
_DOCUMENT_LEVEL = 1
#: how many sentences back a condition may stand for which something "works"
_CONDITION_REACH = 3


class Loan(NamedTuple):
    """A subject lent to a sentence: `kind` is a key of `scores.subject`, `distance` counts sentences."""

    seen: Seen
    lender: Lender
    kind: str
    distance: int


class Topics:
    """The state of reading a document from top to bottom."""

    def __init__(
        self, document: Document, lexicon: Lexicon, subjects: frozenset[str], reach: Mapping[str, int]
    ) -> None:
        self._reach = reach
        self._document = document
        self._lexicon = lexicon
        self._subjects = subjects
        self._sections = [Section(-1, None)]
        self._list_lead: tuple[int, Lender] | None = None
        self._last: Lender | None = None
        self._spoken: set[str] = set()
        self._cells = Cells()
        self._prevailing = Prevailing(lexicon)
        self._at: Block | None = None
        self._rules = 0

    # -- what was read --------------------------------------------------------------------------------------------

    def note(self, sentence: Sentence, reading: Reading, named: Sequence[Seen]) -> Lender:
        """Takes a sentence into the state; returns what it can lend."""
        lender = self._lender(sentence, reading, named)
        block = self._block(sentence)
        if block.kind in _HEADINGS:
            self._open(block, lender)
        else:
            self._sections[-1].add(lender)
            self._cells.note(block, lender)
        if lender.subjects:
            self._prevailing.note(lender)
        self._last = lender
        if reading.concepts:
            self._spoken.update(seen.id for seen in reading.concepts)
        return lender

    def enter(self, sentence: Sentence) -> None:
        """Must be called before a sentence is read: fixes what leads into the list it may begin."""
        block = self._at = self._block(sentence)
        if block.section != self._rules:
            self._rule(block.section)
        if block.kind in _HEADINGS:
            self._close(block)
        if not block.group:
            self._list_lead = None
        elif (self._list_lead is None or self._list_lead[0] != block.group) and self._last is not None:
            self._list_lead = (block.group, self._last)

    def _rule(self, rules: int) -> None:
        """A rule across the page ends every section but the document's own: posts of one file share nothing."""
        self._rules = rules
        self._sections = [section for section in self._sections if section.level <= _DOCUMENT_LEVEL]
        self._sections[-1] = Section(self._sections[-1].level, self._sections[-1].heading)
        self._last = None

    def _close(self, block: Block) -> None:
        """A heading ends the sections of its own and deeper levels, before it is read itself.

        One without a number stands below one of its level that has a number ("3. MASSAGE", "WHAT WE KNOW").
        """
        numbered = is_numbered(block.text)
        while self._sections[-1].level >= level_of(block):
            heading = self._sections[-1].heading
            if not numbered and heading and is_numbered(heading.sentence.text):
                return
            self._sections.pop()

    def _open(self, block: Block, lender: Lender) -> None:
        """The sentences of one heading open one section; the first that names a subject speaks for it."""
        last = self._sections[-1]
        if last.heading and last.heading.sentence.block == lender.sentence.block and last.heading.subjects:
            last.add(lender)
        else:
            self._sections.append(Section(level_of(block), lender))

    def _lender(self, sentence: Sentence, reading: Reading, named: Sequence[Seen]) -> Lender:
        concepts = self._lexicon.concepts
        subjects = tuple([seen for seen in named if seen.sense == "name"])
        peopled = [s.id for s in reading.concepts if concepts[s.id].kind == "population"]
        populations = one_sided(tuple(peopled), self._lexicon)
        effect = reading.lead_ins[0].sense if reading.lead_ins else None
        rival = any(concepts[seen.id].kind == "rival" for seen in subjects)
        return Lender(sentence, reading, subjects, populations, owner_of(reading, self._lexicon), effect, rival)

    def is_subject(self, seen: Seen) -> bool:
        """Whether a mention can be what acts in a claim, or a rival that takes that place."""
        kind = self._lexicon.concepts[seen.id].kind
        return kind in ("intervention", "rival") or (seen.id in self._subjects and seen.sense == "name")

    def _block(self, sentence: Sentence) -> Block:
        return self._document.blocks[sentence.block]

    # -- what is lent ---------------------------------------------------------------------------------------------

    @property
    def lead_in(self) -> Lender | None:
        """The sentence that introduces the current list, if it is one."""
        return self._list_lead[1] if self._list_lead else None

    @property
    def heading(self) -> Lender | None:
        """The nearest heading."""
        return self._sections[-1].heading

    def loans(self, sentence: Sentence) -> Iterator[Loan]:
        """Every subject that may be lent, nearest first; those of one lender follow one another."""
        given: set[int] = set()
        acted = False
        for kind, lender in self._lenders(sentence):
            if lender.sentence.index not in given:
                given.add(lender.sentence.index)
                distance = sentence.index - lender.sentence.index
                for seen in lender.subjects:
                    acted = acted or self._prevailing.acts(seen)
                    yield Loan(seen, lender, kind, distance)
        if not (acted or self._rivals()):
            yield from (Loan(seen, lender, "prevailing", 0) for seen, lender in self._prevailing.subject())

    def _lenders(self, sentence: Sentence) -> Iterator[tuple[str, Lender]]:
        section = self._sections[-1]
        for lender in self._cells.heads(self._block(sentence)):
            yield "cell", lender
        if self.lead_in and self.lead_in.subjects:
            yield "lead-in", self.lead_in
        for lender in section.within(section.naming, sentence, self._reach["block"]):
            if lender.sentence.block == sentence.block:
                yield "block", lender
        if section.heading and section.heading.subjects:
            yield "heading", section.heading
        in_group = self._block(sentence).group
        for lender in section.within(section.naming, sentence, self._reach["section"]):
            if not (in_group and self._block(lender.sentence).group == in_group):
                yield "section", lender
        for outer in reversed(self._sections[:-1]):
            if outer.heading and outer.heading.subjects:
                yield "ancestor", outer.heading
            for lender in outer.within(outer.naming, sentence, self._reach["document"]):
                if not lender.rival:
                    yield "document", lender

    def condition(self, sentence: Sentence) -> LentOutcome | None:
        """The unwanted outcome that was last spoken of close by: in the sentences before, the lead-in or headings."""
        recent = [
            lender
            for lender in reversed(self._sections[-1].recent)
            if sentence.index - lender.sentence.index <= _CONDITION_REACH
        ]
        headings = [section.heading for section in reversed(self._sections) if section.heading]
        for lender in (*recent, *self._headers(), *headings):
            for seen in lender.reading.concepts:
                info = self._lexicon.concepts[seen.id]
                if info.kind == "outcome" and info.polarity == "bad" and seen.sense == "name":
                    return LentOutcome(seen, lender.sentence.index, lender.reading)
        return None

    def purpose(self) -> LentOutcome | None:
        """What the lead-in or heading says that the items below it act on, or the heading above says for them."""
        if not any(lender.effect or lender.reading.relations for lender in self._introducing()):
            return None
        headings = (section.heading for section in reversed(self._sections) if section.heading)
        for lender in (*self._introducing(), *headings):
            for seen in lender.reading.concepts:
                if self._lexicon.concepts[seen.id].kind == "outcome" and seen.sense in ("name", "claim"):
                    return LentOutcome(seen, lender.sentence.index, lender.reading)
        return None

    def owner(self) -> str | None:
        """Whose outcomes the list or section speaks of."""
        for lender in self._introducing():
            if lender.owner:
                return lender.owner
        return None

    def effect(self) -> str | None:
        """What the lead-in or heading says is done to the items below it."""
        for lender in self._introducing():
            if lender.effect:
                return lender.effect
        return None

    def cell_effect(self) -> str | None:
        """What the heads of the row and the column say is done to a cell."""
        heads = self._cells.heads(self._at) if self._at else ()
        return next((lender.effect for lender in heads if lender.effect), None)

    def lenders(self) -> tuple[int, ...]:
        """The sentences whose hedge or negation holds for an item of the current list, nearest first."""
        return tuple(dict.fromkeys(lender.sentence.index for lender in self._introducing()))

    def in_logistics(self) -> bool:
        """Whether the nearest heading or lead-in is about the event (prices, dates), not about benefits."""
        lender = self.lead_in or self.heading
        return lender is not None and any(mark.id == "logistics" for mark in lender.reading.marks)

    def in_bibliography(self) -> bool:
        """Whether the nearest heading says nothing but "References"."""
        if self.heading is None:
            return False
        reading = self.heading.reading
        return any(m.id == "bibliography" and m.last - m.first == len(reading.folded) for m in reading.marks)

    def populations(self, sentence: Sentence) -> tuple[str, ...]:
        """Populations lent by the paragraph, the lead-in, the headings and the title."""
        section = self._sections[-1]
        near = section.within(section.peopled, sentence, self._reach["block"])
        lenders = [lender for lender in near if lender.sentence.block == sentence.block]
        lenders.extend(self._headers())
        lenders.extend(s.heading for s in reversed(self._sections[:-1]) if s.heading)
        return tuple(dict.fromkeys(p for lender in lenders for p in lender.populations))

    def near(self, guard: Guard) -> bool:
        """Whether the topic in force holds one of the words or concepts that a guard needs."""
        if not self._rivals() and not self._spoken.isdisjoint(guard.needs_concepts):
            return True
        return any(
            any(contains(lender.reading.folded.norms, phrase) for phrase in guard.needs_near)
            or any(seen.id in guard.needs_concepts for seen in lender.reading.concepts)
            for lender in self._topic()
        )

    def _rivals(self) -> bool:
        """Whether the current section, or a heading above it, speaks of a rival."""
        if self._sections[-1].rival:
            return True
        return any(section.heading is not None and section.heading.rival for section in self._sections)

    def _introducing(self) -> Iterator[Lender]:
        """The lead-in, if it introduces its list, and the nearest heading."""
        for lender in self._headers():
            if lender is not self.lead_in or lender.reading.lead_ins or lender.sentence.text.rstrip().endswith(":"):
                yield lender

    def _headers(self) -> Iterator[Lender]:
        if self._at:
            yield from self._cells.heads(self._at)
        if self.lead_in:
            yield self.lead_in
        for section in reversed(self._sections):
            if section.heading:
                yield section.heading
                return

    def _topic(self) -> Iterator[Lender]:
        if self.lead_in:
            yield self.lead_in
        yield from reversed(self._sections[-1].recent)
        for section in reversed(self._sections):
            if section.heading:
                yield section.heading
