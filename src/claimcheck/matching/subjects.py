"""Who or what acts: the subjects a sentence names, or is lent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.documents.model import Sentence
from claimcheck.matching.clauses import JOINING, Layout
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.rules import Rules
from claimcheck.matching.sections import Lender
from claimcheck.matching.topics import Loan, Topics

#: how many tokens may stand between two coordinated subjects
_GAP = 4


#: loans from running text fade with distance; headings and lead-ins hold for all below them
_FADING = frozenset({"block", "section", "document"})
#: an exposure is only lent from close by: it rarely governs more than a paragraph
_STANDING = frozenset({"heading", "ancestor"})
_CLOSE = frozenset({"cell", "lead-in", "block", "heading"})


class Subject(NamedTuple):
    """A subject in force: where it was seen, and what it is worth (`worth` is a key of `scores.subject`)."""

    seen: Seen
    worth: str
    distance: int = 0
    lender: Lender | None = None


class SubjectReader:
    """Orders the subjects that an outcome may have, the likeliest group first."""

    def __init__(self, lexicon: Lexicon, rules: Rules) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._comparing = frozenset(words[0] for words in rules.comparators)

    def named(self, sentence: Sentence, reading: Reading, topics: Topics) -> list[Seen]:
        """The subjects that stand in the sentence, those that something is only compared with left out."""
        surfaces = reading.folded.surfaces
        seen = [
            s
            for s in reading.concepts
            if topics.is_subject(s) and not self._compared(surfaces, s) and not self._is_part(s, sentence, topics)
        ]
        return [s for s in seen if not self._outdone(s, seen, sentence, topics)]

    def _is_part(self, seen: Seen, sentence: Sentence, topics: Topics) -> bool:
        """Whether it is only a part of what the paragraph speaks of ("the skin-to-skin contact" in massage)."""
        wholes = self._lexicon.concepts[seen.id].surrogate_for
        return bool(wholes) and any(loan.kind == "block" and loan.seen.id in wholes for loan in topics.loans(sentence))

    def _outdone(self, seen: Seen, named: Sequence[Seen], sentence: Sentence, topics: Topics) -> bool:
        """Whether the same words read as another subject: as the topic in force, else as no rival."""
        readings = [s for s in named if (s.first, s.last) == (seen.first, seen.last) and self._acts(s)]
        if len(readings) < 2 or seen not in readings:
            return False
        ids = {s.id for s in readings}
        loans = [loan for loan in topics.loans(sentence) if loan.seen.id in ids and self._rules_on(loan)]
        nearest = [loan.seen.id for loan in loans if loan.lender is loans[0].lender]
        in_force = next((id for id in nearest if self._lexicon.concepts[id].kind != "rival"), next(iter(nearest), None))
        if in_force is not None:
            return seen.id != in_force
        rival = self._lexicon.concepts[seen.id].kind == "rival"
        return rival and any(self._lexicon.concepts[id].kind != "rival" for id in ids)

    def _is_close(self, loan: Loan) -> bool:
        """Whether an exposure stands near enough to be lent."""
        return loan.kind in _CLOSE or (loan.kind == "section" and loan.distance <= self._rules.reach["exposure"])

    def _rules_on(self, loan: Loan) -> bool:
        """Whether a loan decides what a word for several means: a rival must stand close by or over the section."""
        return self._lexicon.concepts[loan.seen.id].kind != "rival" or loan.kind in _CLOSE | _STANDING

    def _compared(self, surfaces: Sequence[str], seen: Seen) -> bool:
        before = surfaces[max(0, seen.first - 4) : seen.first]
        return not self._comparing.isdisjoint(before) and any(
            tuple(before[i : i + len(words)]) == words for words in self._rules.comparators for i in range(len(before))
        )

    def groups(
        self,
        outcome: Seen,
        reading: Reading,
        named: Sequence[Seen],
        layout: Layout,
        sentence: Sentence,
        topics: Topics,
    ) -> Iterator[list[Subject]]:
        """Groups of subjects to try in turn; those of one group act together ("CBT and antidepressants")."""
        if not named:
            yield from self._lent(sentence, topics)
            return
        others = [
            s
            for s in named
            if (s.last <= outcome.first or s.first >= outcome.last) and not self._beside(s, outcome, reading)
        ]
        own = [s for s in others if layout.together(s.first, outcome.first)]
        earlier = [s for s in others if layout.clauses[s.first] < layout.clauses[outcome.first]]
        for candidates in (own, earlier):
            yield from self._explicit(outcome, candidates)
        if any(self._acts(s) and s.sense == "name" for s in own + earlier):
            return
        if any(s.first == 0 and s.sense == "name" and self._does(s, outcome, reading) for s in own):
            return
        yield from self._lent(sentence, topics)
        later = [s for s in others if layout.clauses[s.first] > layout.clauses[outcome.first]]
        yield from self._explicit(outcome, [s for s in later if self._lexicon.concepts[s.id].kind != "rival"])
        yield from ([Subject(s, "weak")] for s in own + earlier if s.sense == "weak")

    def _beside(self, seen: Seen, outcome: Seen, reading: Reading) -> bool:
        """Whether an exposure is only listed with the outcome ("depression, anxiety and ..."), which is no idiom."""
        first, second = sorted((seen, outcome), key=lambda s: s.first)
        between = reading.folded.surfaces[first.last : second.first]
        related = any(first.last <= r.first and r.last <= second.first for r in reading.relations)
        close = 0 < len(between) <= _GAP and between[0] in JOINING
        info = self._lexicon.concepts.get(outcome.id)
        told = info is not None and info.polarity == "neutral"  # how common it is, say
        says = outcome.sense in ("claim", "harm")
        return close and not (says or related or told or self._acts(seen))

    def _does(self, seen: Seen, outcome: Seen, reading: Reading) -> bool:
        """Whether it is itself what does something to the outcome ("Depression can push mother and baby apart")."""
        said = outcome.sense in ("claim", "harm")
        acts = said or any(seen.last <= r.first and r.last <= outcome.first for r in reading.relations)
        return acts and JOINING.isdisjoint(reading.folded.surfaces[seen.last : seen.last + 1])

    def _acts(self, seen: Seen) -> bool:
        return self._lexicon.concepts[seen.id].acts

    def _explicit(self, outcome: Seen, candidates: Sequence[Seen]) -> Iterator[list[Subject]]:
        def distance(seen: Seen) -> tuple[bool, int]:
            gap = outcome.first - seen.last if seen.last <= outcome.first else 2 + seen.first - outcome.last
            return not self._acts(seen), gap

        for nearest in sorted((s for s in candidates if s.sense == "name"), key=distance):
            group = [
                nearest,
                *(s for s in candidates if s is not nearest and self._joined(nearest, s, candidates)),
            ]
            yield [Subject(seen, "sentence") for seen in group]

    def _joined(self, one: Seen, other: Seen, all_named: Sequence[Seen]) -> bool:
        first, second = sorted((one, other), key=lambda s: s.first)
        between = [s for s in all_named if first.last <= s.first and s.last <= second.first]
        gap = second.first - first.last - sum(s.last - s.first for s in between)
        return gap <= _GAP + 2 * len(between) and self._same_kind(one, other)

    def _same_kind(self, one: Seen, other: Seen) -> bool:
        kinds = self._lexicon.concepts
        return kinds[one.id].kind == kinds[other.id].kind

    def _lent(self, sentence: Sentence, topics: Topics) -> Iterator[list[Subject]]:
        """Loans, nearest lender first, down to the first that names an intervention or a rival."""
        group: list[Subject] = []
        lender: Lender | None = None
        passing = False
        for loan in topics.loans(sentence):
            if not self._acts(loan.seen) and not self._is_close(loan):
                continue
            if lender is not None and loan.lender is not lender:
                yield group
                passing = passing or any(self._acts(subject.seen) for subject in group)
                group = []
            if passing and loan.kind not in _STANDING:
                continue
            lender = loan.lender
            group.append(Subject(loan.seen, loan.kind, loan.distance if loan.kind in _FADING else 0, loan.lender))
        if group:
            yield group
