"""The matcher: a document read from top to bottom, each sentence joined with what is in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from claimcheck.documents.model import BlockKind, Document, Sentence
from claimcheck.matching.answers import Answers
from claimcheck.matching.clauses import Layout, layout_of
from claimcheck.matching.frames import FrameIndex
from claimcheck.matching.fuzzy import Speller
from claimcheck.matching.joining import Joiner, Joint
from claimcheck.matching.lexicon import compile_lexicon, load_lexicon
from claimcheck.matching.mentions import MentionFinder, Reading, Seen
from claimcheck.matching.model import Match, Matching, Mention, NearMiss, ScorePart, Unlisted
from claimcheck.matching.outcomes import OutcomeReader, Sign
from claimcheck.matching.phrasings import Phrasings
from claimcheck.matching.rules import load_rules
from claimcheck.matching.subjects import Subject, SubjectReader
from claimcheck.matching.topics import Topics, one_sided
from claimcheck.matching.unlisted import UnlistedReader
from claimcheck.text.folding import Folded, Folder

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

#: the name under which the compiled twin keeps the vocabulary
SECTION = "lexicon-4"
#: a list item or a line of its own with more tokens than this is read as a sentence, not as a fragment
_FRAGMENT = 16


class Matcher:
    """Finds the known claims of a document. Made once for a base; keeps no state between documents."""

    def __init__(self, base: EvidenceBase, *, threshold: float | None = None) -> None:
        reading = cast("dict[str, Any]", base.language.data["reading"])
        self.folder = Folder(base.language.folding)
        try:
            compiled = base.section(SECTION)
        except KeyError:
            compiled = compile_lexicon(base)
        self.lexicon = load_lexicon(compiled)
        self.rules = load_rules(reading, self.folder)
        self.threshold = self.rules.threshold if threshold is None else threshold
        self.frames = FrameIndex(self.lexicon.pairs, self.lexicon.concepts)
        self.phrasings = Phrasings(self.lexicon.phrasings)
        self._speller = Speller(self.lexicon, self.folder, _known_words(base))

    def mentions(self, document: Document, sentence: Sentence) -> tuple[Mention, ...]:
        """What the vocabulary sees in one sentence by itself, for people who ask why."""
        folded = self.folder.fold(sentence.text)
        reading = self.finder.read(folded, lambda guard: True)
        return tuple(mention_of(seen, seen.id, folded, sentence.index, context=False) for seen in reading.concepts)

    def match(self, document: Document) -> Matching:
        """All claims, unlisted health claims and near misses of a document, in reading order."""
        return _Pass(self, document).run()

    @cached_property
    def finder(self) -> MentionFinder:
        """Reads mentions."""
        return MentionFinder(self.lexicon, self._speller.mend)

    @cached_property
    def outcomes(self) -> OutcomeReader:
        """Reads outcomes."""
        return OutcomeReader(self.lexicon, self.rules, self.frames.objects)

    @cached_property
    def subjects(self) -> SubjectReader:
        """Reads subjects."""
        return SubjectReader(self.lexicon, self.rules)

    @cached_property
    def joiner(self) -> Joiner:
        """Joins the two."""
        return Joiner(self.lexicon, self.rules, self.frames)

    @cached_property
    def unlisted(self) -> UnlistedReader:
        """Recognises health claims that no frame holds."""
        return UnlistedReader(self.lexicon)


def _known_words(base: EvidenceBase) -> Sequence[str]:
    """Words that look like misspelt vocabulary and are none."""
    listed = cast("dict[str, list[str]]", base.language.data.get("not_typos", {}))
    return listed.get("words", [])


class _Pass:
    """One reading of one document."""

    def __init__(self, matcher: Matcher, document: Document) -> None:
        self._m = matcher
        self._document = document
        self._topics = Topics(document, matcher.lexicon, matcher.frames.subjects)
        self._answers = Answers(matcher.rules)
        self._matches: list[Match] = []
        self._unlisted: list[Unlisted] = []
        self._near: list[NearMiss] = []

    def run(self) -> Matching:
        for sentence in self._document.sentences:
            self._sentence(sentence)
        return Matching(tuple(self._matches), tuple(self._unlisted), tuple(self._near))

    def _sentence(self, sentence: Sentence) -> None:
        folded = self._m.folder.fold(sentence.text)
        self._topics.enter(sentence)
        reading = self._m.finder.read(folded, self._topics.near)
        layout = layout_of(folded, self._m.rules.clause_ends)
        found = _Sentence(self._m, self._topics, self._document, sentence, reading, layout)
        matches = [] if found.is_lead_in() else found.matches()
        matches.extend(self._whole_phrasings(sentence, folded, matches))
        kept = [match for match in matches if match.score >= self._m.threshold]
        kept = kept or self._answers.taken_over(sentence, folded, reading, self._block_is_heading(sentence))
        self._near.extend(found.near_misses(matches, kept, self._m.threshold))
        self._matches.extend(kept)
        if not kept:
            unlisted = self._m.unlisted.read(sentence, reading, found.signs, found.in_force(), found.is_fragment)
            self._unlisted.extend([unlisted] if unlisted else [])
        self._answers.note(sentence, kept, self._block_is_heading(sentence))
        self._topics.note(sentence, reading, found.named)

    def _whole_phrasings(self, sentence: Sentence, folded: Folded, matches: Sequence[Match]) -> list[Match]:
        """Claims whose whole phrasing the sentence is, unless a frame found them."""
        found = {match.claim for match in matches if match.score >= self._m.threshold}
        return [
            _phrasing_match(sentence, folded, claim, likeness, self._m.rules.outcome_scores["phrase"])
            for claim, likeness in self._m.phrasings.like(folded)
            if claim not in found
        ]

    def _block_is_heading(self, sentence: Sentence) -> bool:
        return self._document.blocks[sentence.block].kind in (BlockKind.TITLE, BlockKind.HEADING)


class _Sentence:
    """One sentence with everything that bears on it."""

    def __init__(
        self,
        matcher: Matcher,
        topics: Topics,
        document: Document,
        sentence: Sentence,
        reading: Reading,
        layout: Layout,
    ) -> None:
        self._m = matcher
        self._topics = topics
        self._sentence = sentence
        self._reading = reading
        self._layout = layout
        self._block = document.blocks[sentence.block]
        self.is_heading = self._block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        self.named = matcher.subjects.named(sentence, reading, topics)
        signs = list(matcher.outcomes.signs(reading, layout, self._listed(), topics.owner()))
        self.signs = signs or matcher.outcomes.lent(reading, topics.condition(sentence))

    # -- what kind of sentence it is ------------------------------------------------------------------------------

    @property
    def is_fragment(self) -> bool:
        """A list item, table cell or short line of its own: it may lend its verb from what stands above."""
        if self.is_heading:
            return False
        listed = self._block.kind in (
            BlockKind.LIST_ITEM,
            BlockKind.TABLE_CELL,
            BlockKind.ALT,
            BlockKind.CAPTION,
        )
        return listed or (not self._sentence.text.rstrip().endswith((".", "!", "?")) and self._short)

    @property
    def _short(self) -> bool:
        return len(self._reading.folded) <= _FRAGMENT

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self._sentence.text.rstrip("\"'”’) ").endswith("?")

    def is_lead_in(self) -> bool:
        """A heading that only opens a list ("How massage can help") or a plain heading claims nothing itself."""
        if not self.is_heading:
            silent = any(mark.id == "advice" for mark in self._reading.marks) or self._asks_for_facts()
            return silent or (self._sentence.text.rstrip().endswith(":") and not self.signs)
        return self._asks_for_facts() if self.asks else not self._tells()

    def _asks_for_facts(self) -> bool:
        """Whether it asks how or why, not whether."""
        return self.asks and any(mark.id == "asking" and mark.first == 0 for mark in self._reading.marks)

    def _tells(self) -> bool:
        """Whether a heading is a sentence: a subject, then a relation, then an outcome."""
        return any(
            subject.last <= relation.first and relation.last <= sign.seen.first
            for subject in self.named
            for relation in self._reading.relations
            for sign in self.signs
        )

    def _listed(self) -> str | None:
        """What a list of benefits does to its items, '' if it does not say, None if this is no such list.

        A question that names its subject ("Massage for wind?") needs no verb either.
        """
        if self.asks and "for" in self._reading.folded.surfaces and self._short:
            return ""
        if self.asks or not self.is_fragment or self._topics.in_logistics():
            return None
        return self._topics.effect() or ""

    # -- what it claims -------------------------------------------------------------------------------------------

    def in_force(self) -> list[Subject]:
        """The subjects named or lent, for the report on unlisted claims."""
        anchor = self.signs[0].seen if self.signs else Seen("", "name", 0, 0)
        groups = self._m.subjects.groups(anchor, self.named, self._layout, self._sentence, self._topics)
        return next(groups, [])

    def matches(self) -> list[Match]:
        """One match a claim, the best scored."""
        best: dict[str, Joint] = {}
        for joint in self._joints():
            if joint.claim not in best or joint.score > best[joint.claim].score:
                best[joint.claim] = joint
        return sorted((self._match(joint) for joint in best.values()), key=lambda m: (m.anchor, m.claim))

    def _joints(self) -> Iterator[Joint]:
        populations = self._populations()
        times = {mark.sense for mark in self._reading.marks if mark.id == "time"}
        for sign in self.signs:
            groups = self._m.subjects.groups(sign.seen, self.named, self._layout, self._sentence, self._topics)
            for group in groups:
                joints = [
                    joint
                    for subject in group
                    for joint in self._m.joiner.join(
                        subject, sign, populations, times, self._corrections(subject, sign)
                    )
                ]
                if joints:
                    yield from joints
                    break
                if self._blocked(group):
                    break

    def _corrections(self, subject: Subject, sign: Sign) -> tuple[ScorePart, ...]:
        """What a loan from running text costs a sentence that has a subject of its own."""
        from_text = subject.worth in ("section", "document")
        asks = sign.worth == "claim" or self.is_fragment or self.asks or self._stands_for(sign)
        return () if asks or not from_text else (ScorePart("nothing asks for a subject", self._m.rules.foreign),)

    def _stands_for(self, sign: Sign) -> bool:
        """Whether a pronoun before the outcome stands for an earlier subject, or there is no room for a subject."""
        pronoun = any(mark.id == "pronouns" and mark.last <= sign.seen.first for mark in self._reading.marks)
        relation = sign.relation
        return pronoun or (relation is not None and relation.first == 0)

    def _blocked(self, group: list[Subject]) -> bool:
        """An intervention without such a claim keeps farther subjects out, unless it was only named in passing."""
        kinds = self._m.lexicon.concepts
        return any(
            kinds[s.seen.id].kind in ("intervention", "rival") and s.worth not in ("block", "section") for s in group
        )

    def _populations(self) -> tuple[str, ...]:
        """Populations named here, and lent ones that they do not rule out."""
        concepts = self._m.lexicon.concepts
        here = tuple(dict.fromkeys(s.id for s in self._reading.concepts if concepts[s.id].kind == "population"))
        lent = [p for p in self._topics.populations(self._sentence) if not self._ruled_out(p, here)]
        return (*one_sided(here, self._m.lexicon), *(p for p in lent if p not in here))

    def _ruled_out(self, lent: str, here: Sequence[str]) -> bool:
        """Whether a population named here is of the lent one's sort and another: term babies are not preterm ones."""
        concepts = self._m.lexicon.concepts
        owner, wider = concepts[lent].owner, concepts[lent].broader
        others = (p for p in here if p != lent and p not in wider and lent not in concepts[p].broader)
        return any(concepts[p].owner == owner for p in others)

    def _match(self, joint: Joint) -> Match:
        subject, sign = joint.subject, joint.sign
        own = subject.lender is None
        return Match(
            self._sentence,
            self._reading.folded,
            joint.claim,
            round(joint.score, 2),
            (self._outcome_mention(sign, joint.concept), self._subject_mention(subject)),
            (sign.seen.first, sign.seen.last),
            (subject.seen.first, subject.seen.last) if own else None,
            (sign.relation.first, sign.relation.last) if sign.relation else None,
            self._topics.lenders() if self.is_fragment else (),
            self._populations(),
            next((mark.sense for mark in self._reading.marks if mark.id == "time"), None),
            None,
            joint.parts,
        )

    def _outcome_mention(self, sign: Sign, concept: str) -> Mention:
        if sign.lent:
            return mention_of(sign.lent.seen, concept, sign.lent.reading.folded, sign.lent.sentence, context=True)
        return mention_of(sign.seen, concept, self._reading.folded, self._sentence.index, context=False)

    def _subject_mention(self, subject: Subject) -> Mention:
        lender = subject.lender
        folded = lender.reading.folded if lender else self._reading.folded
        index = lender.sentence.index if lender else self._sentence.index
        return mention_of(subject.seen, subject.seen.id, folded, index, context=lender is not None)

    def near_misses(self, tried: list[Match], kept: list[Match], threshold: float) -> Iterator[NearMiss]:
        """The frames that were tried and fell short, and what each lacked."""
        for match in tried:
            if match not in kept:
                weakest = min(match.parts[:2], key=lambda part: part.points)
                lacking = f"{match.score:.2f} is below {threshold:.2f}; weakest sign: {weakest.reason}"
                yield NearMiss(self._sentence, match.claim, match.score, lacking, match.parts)


def _phrasing_match(sentence: Sentence, folded: Folded, claim: str, likeness: float, worth: float) -> Match:
    """A sentence that is a known phrasing of a claim: the whole of it anchors the claim."""
    last = len(folded)
    mention = Mention(claim, sentence.text, "phrase", sentence.index, 0, len(sentence.text), 0, last)
    parts = (ScorePart("a known phrasing", worth), ScorePart("likeness", round((1 - worth) * likeness, 2)))
    score = round(sum(part.points for part in parts), 2)
    return Match(sentence, folded, claim, score, (mention,), (0, last), parts=parts)


def mention_of(seen: Seen, concept: str, folded: Folded, sentence: int, *, context: bool) -> Mention:
    """A mention with its words and place."""
    start, end = folded.starts[seen.first], folded.ends[seen.last - 1]
    via = "context" if context else "fuzzy" if seen.fuzzy else "alias"
    return Mention(concept, folded.text[start:end], via, sentence, start, end, seen.first, seen.last)  # type: ignore[arg-type]
