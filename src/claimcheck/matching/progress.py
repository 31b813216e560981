"""Where the reading of a document stands: its sections, the list and the table in hand, what was spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.documents.model import Block, Document, Sentence
from claimcheck.matching.cells import Cells
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.prevailing import Prevailing
from claimcheck.matching.sections import HEADINGS, Lender, Section, is_numbered, level_of, one_sided, owner_of

#: a first-level heading is as good as a title
_DOCUMENT_LEVEL = 1


class Progress:
    """Takes in a document sentence by sentence, from top to bottom."""

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

    def note(self, sentence: Sentence, reading: Reading, named: Sequence[Seen]) -> Lender:
        """Takes a sentence into the state; returns what it can lend."""
        lender = self._lender(sentence, reading, named)
        block = self._block(sentence)
        if block.kind in HEADINGS:
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
        if block.kind in HEADINGS and not self._continues(sentence):
            self._close(block)
        if not block.group:
            self._list_lead = None
        elif (self._list_lead is None or self._list_lead[0] != block.group) and self._last is not None:
            self._list_lead = (block.group, self._last)

    def _continues(self, sentence: Sentence) -> bool:
        """Whether it goes on with the block of the sentence before it ("My baby is colicky. Will massage help?")."""
        return self._last is not None and self._last.sentence.block == sentence.block

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
        return self._lexicon.concepts[seen.id].acts or (seen.id in self._subjects and seen.sense == "name")

    def _block(self, sentence: Sentence) -> Block:
        return self._document.blocks[sentence.block]

    @property
    def lead_in(self) -> Lender | None:
        """The sentence that introduces the current list, if it is one."""
        return self._list_lead[1] if self._list_lead else None

    @property
    def heading(self) -> Lender | None:
        """The nearest heading."""
        return self._sections[-1].heading
