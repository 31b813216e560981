"""What headings, lead-ins and earlier sentences lend to a sentence that does not name its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from claimcheck.documents.model import Block, Sentence
from claimcheck.matching.lexicon import Guard
from claimcheck.matching.mentions import Seen, contains
from claimcheck.matching.outcomes import LentOutcome
from claimcheck.matching.owners import people_of
from claimcheck.matching.progress import Progress
from claimcheck.matching.sections import Lender

#: how many sentences back a condition may stand for which something "works"
_CONDITION_REACH = 3


class Loan(NamedTuple):
    """A subject lent to a sentence: `kind` is a key of `scores.subject`, `distance` counts sentences."""

    seen: Seen
    lender: Lender
    kind: str
    distance: int


class Topics(Progress):
    """What the document has said so far, as far as a sentence may borrow it."""

    def loans(self, sentence: Sentence) -> Iterator[Loan]:
        """Every subject that may be lent, nearest first; those of one lender follow one another."""
        given: set[int] = set()
        acted = False
        for kind, lender in self._lenders(sentence):
            if lender.sentence.index not in given:
                given.add(lender.sentence.index)
                distance = sentence.index - lender.sentence.index
                for seen in lender.subjects:
                    acted = acted or self._lexicon.concepts[seen.id].acts
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
        for lender in (*recent, *self._headers(), *self._headings()):
            for seen in lender.reading.concepts:
                info = self._lexicon.concepts[seen.id]
                if info.kind == "outcome" and info.polarity == "bad" and seen.sense == "name":
                    return LentOutcome(seen, lender.sentence.index, lender.reading)
        return None

    def treated(self, sentence: Sentence, condition_of: Callable[[str], str | None]) -> LentOutcome | None:
        """The only condition that the nearest subject in force is known to treat ("White noise" / "Does it work?")."""
        for loan in islice(self.loans(sentence), 1):
            condition = condition_of(loan.seen.id)
            if condition:
                place = Seen(condition, "name", loan.seen.first, loan.seen.last)
                return LentOutcome(place, loan.lender.sentence.index, loan.lender.reading)
        return None

    def purpose(self) -> LentOutcome | None:
        """What the lead-in or heading says that the items below it act on, or the heading above says for them."""
        if not any(lender.effect or lender.reading.relations for lender in self._introducing()):
            return None
        for lender in (*self._introducing(), *self._headings()):
            for seen in lender.reading.concepts:
                if self._lexicon.concepts[seen.id].kind == "outcome" and seen.sense in ("name", "claim"):
                    return LentOutcome(seen, lender.sentence.index, lender.reading)
        return None

    def asked_for_facts(self) -> bool:
        """Whether the sentence before asked what or who, not whether."""
        last = self._last
        return last is not None and any(mark.id == "asking" and mark.first == 0 for mark in last.reading.marks)

    def weighs_help(self) -> bool:
        """Whether the lead-in or heading says of the items below it that they help, or do not."""
        return any(
            mark.id in ("efficacy", "helping") for lender in self._introducing() for mark in lender.reading.marks
        ) or any(seen.sense == "helps" for lender in self._introducing() for seen in lender.reading.relations)

    def owner(self) -> str | None:
        """Whose outcomes the list or section speaks of."""
        for lender in self._introducing():
            if lender.owner:
                return lender.owner
        return None

    def people(self, sentence: Sentence) -> str | None:
        """Of whom the sentence before it in its block speaks first: a key of `owners`."""
        last = self._last
        if last is None or last.sentence.block != sentence.block:
            return None
        people = sorted(people_of(last.reading, self._lexicon), key=lambda mark: mark.first)
        return people[0].sense if people else None

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

    def only_heads_row(self, block: Block) -> bool:
        """Whether a cell says of what the other cells of its row speak, and nothing itself."""
        return self._cells.compares(block, lambda id: self._lexicon.concepts[id].acts)

    def assesses(self) -> bool:
        """Whether a head of the row or column promises a finding or a verdict ("Effect", "Does it help?")."""
        heads = self._cells.heads(self._at) if self._at else ()
        return any(mark.id == "assessing" for head in heads for mark in head.reading.marks)

    def crosses(self) -> bool:
        """Whether a cell stands where what acts, at the head of one, meets the outcome at the head of the other."""
        heads = self._cells.heads(self._at) if self._at else ()
        acting = [any(self._lexicon.concepts[seen.id].acts for seen in head.subjects) for head in heads]
        judged = self.judged()
        return sorted(acting) == [False, True] and judged is not None and not self._acts_in(judged)

    def _acts_in(self, outcome: LentOutcome) -> bool:
        """Whether the words that name the outcome name what acts, too."""
        return any(self._lexicon.concepts[seen.id].acts for seen in outcome.reading.concepts)

    def judged(self) -> LentOutcome | None:
        """The outcome that heads the row or the column of a cell."""
        for head in self._cells.heads(self._at) if self._at else ():
            for seen in head.reading.concepts:
                if self._lexicon.concepts[seen.id].kind == "outcome" and seen.sense in ("name", "claim"):
                    return LentOutcome(seen, head.sentence.index, head.reading)
        return None

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
        here = (lender for lender in near if lender.sentence.block == sentence.block)
        lenders = (*here, *self._headers(), *self._headings())
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
        yield from islice(self._headings(), 1)

    def _topic(self) -> Iterator[Lender]:
        if self.lead_in:
            yield self.lead_in
        yield from reversed(self._sections[-1].recent)
        yield from self._headings()

    def _headings(self) -> Iterator[Lender]:
        """The headings that the sentence stands under, nearest first."""
        return (section.heading for section in reversed(self._sections) if section.heading)
