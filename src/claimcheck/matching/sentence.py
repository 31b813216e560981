"""One sentence with everything that bears on it: what it claims, and what fell short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from claimcheck.documents.model import Block
from claimcheck.matching.bibliography import is_entry
from claimcheck.matching.borrowing import Borrower, overlaps
from claimcheck.matching.clauses import JOINING
from claimcheck.matching.ellipsis import Said, likewise, stand_ins
from claimcheck.matching.joining import Joint
from claimcheck.matching.mentioned import mentions_of
from claimcheck.matching.mentions import Seen
from claimcheck.matching.model import Match, NearMiss, ScorePart
from claimcheck.matching.outcomes import Sign, heads
from claimcheck.matching.peoples import populations_of
from claimcheck.matching.setting import Setting
from claimcheck.matching.silence import Silence
from claimcheck.matching.subjects import Subject
from claimcheck.matching.topics import Topics

#: within how many tokens before what acts a turn leads to it
_TURNING = 4


class SentenceReader:
    """Reads one sentence in its place in the document."""

    def __init__(self, setting: Setting, before: Said | None = None) -> None:
        """`before` is what the last sentence that claimed anything said."""
        self._at = setting
        self.manner, self.named = setting.manner, setting.named
        own = self._own_signs() if setting.reading.concepts else []
        borrower = Borrower(setting)
        self.signs = own + borrower.placed(own)
        self.silence = Silence(setting, self.signs)
        self._borrow(borrower, own, before)

    def _borrow(self, borrower: Borrower, own: Sequence[Sign], before: Said | None) -> None:
        """Adds what it says works against a condition named elsewhere, and what its clauses leave out."""
        works = borrower.working(own)
        if works and (all(sign.worth.endswith("bare") for sign in self.signs) or not self._said(self._joints()).joints):
            self.signs += works
        acting = [seen for seen in self.named if self._at.acts(seen)]
        elliptic = stand_ins(self._at.reading, acting, self._at.tools.rules.auxiliaries)
        if elliptic:
            said = [self._said(self._joints()), *([before] if before else [])]
            taken = list(likewise(elliptic, self._at.reading, self.named, said, self._at.sentence.index))
            self.signs += taken or borrower.answering([s for s in acting if any(s.last == m.first for m in elliptic)])

    @cached_property
    def said(self) -> Said:
        """What it claims, for a sentence after it that leaves this out."""
        return self._said(self._made)

    def _said(self, joints: Iterable[Joint]) -> Said:
        enough = tuple(joint for joint in joints if joint.score >= self._at.tools.threshold)
        return Said(self._at.sentence.index, self._at.reading, enough)

    def _own_signs(self) -> list[Sign]:
        """The outcomes that it names; the same words in the same sort of list show the same."""
        key = self.manner.listed(), self._at.topics.owner() if self.manner.is_fragment else self._meant()
        signs = self._at.reading.signs.get(key)
        if signs is None:
            signs = list(self._at.tools.outcomes.signs(self._at.reading, self._at.layout, *key))
            self._at.reading.signs[key] = signs
        return signs

    def _meant(self) -> str | None:
        """Whose outcomes a sentence about "they" speaks of: those of whom the sentence before it speaks first."""
        opening = self._at.reading.folded.surfaces[0]
        return self._at.topics.people(self._at.sentence) if opening in self._at.tools.rules.several else None

    # -- whether it claims anything by itself ---------------------------------------------------------------------

    @property
    def is_reference(self) -> bool:
        """Whether it belongs to a list of references, and claims nothing here."""
        return is_reference(self._at.topics, self._at.block)

    # -- what it claims -------------------------------------------------------------------------------------------

    def in_force(self) -> list[Subject]:
        """The subjects named or lent, for the report on unlisted claims."""
        anchor = self.signs[0].seen if self.signs else Seen("", "name", 0, 0)
        groups = self._at.tools.subjects.groups(
            anchor, self._at.reading, self.named, self._at.layout, self._at.sentence, self._at.topics
        )
        return next(groups, [])

    def matches(self) -> list[Match]:
        """One match a claim, the best scored."""
        best: dict[str, Joint] = {}
        joints = self._made
        own = [joint for joint in joints if joint.subject.lender is None]
        for joint in joints:
            if joint.subject.lender and self._is_taken(joint.sign, own):
                continue
            if joint.claim not in best or joint.score > best[joint.claim].score:
                best[joint.claim] = joint
        return sorted((self._match(joint) for joint in best.values()), key=lambda m: (m.anchor, m.claim))

    def _is_taken(self, sign: Sign, own: Sequence[Joint]) -> bool:
        """Whether nothing needs to be lent to an outcome.

        It acts here itself ("securely attached children make friends"), or its clause says of a subject of its own what
        comes of that ("depression can make it hard to bond").
        """
        return overlaps(sign.seen, [joint.subject.seen for joint in own]) or any(
            joint.score >= self._at.tools.threshold and self._at.layout.together(joint.sign.seen.first, sign.seen.first)
            for joint in own
        )

    @cached_property
    def _made(self) -> list[Joint]:
        """Every claim that a subject and an outcome make, whatever its score; as the topics are when first asked."""
        return list(self._joints())

    def _joints(self) -> Iterator[Joint]:
        for _, _, joints in self.attempts():
            yield from joints

    def attempts(self) -> Iterator[tuple[Sign, list[Subject], list[Joint]]]:
        """Every outcome with each group of subjects that is tried for it, and the claims that come of the two."""
        if not self.signs:
            return
        populations = self.populations
        times = {mark.sense for mark in self._at.reading.marks if mark.id == "time"}
        for sign in self.signs:
            if self._is_supposed(sign):
                continue
            for group in self._groups(sign):
                joints = [
                    joint
                    for subject in group
                    for joint in self._at.tools.joiner.join(
                        subject, sign, populations, times, self._corrections(subject, sign)
                    )
                ]
                yield sign, group, joints
                if joints or self._blocked(group):
                    break

    def _groups(self, sign: Sign) -> Iterator[list[Subject]]:
        """The subjects to try for a sign in turn; an item that only names what acts is all subject."""
        own = [seen for seen in self.named if sign.lent and self._at.acts(seen) and seen.first == sign.seen.first]
        if own:
            return iter([[Subject(seen, "sentence") for seen in own]])
        return self._at.tools.subjects.groups(
            sign.seen, self._at.reading, self.named, self._at.layout, self._at.sentence, self._at.topics
        )

    def _is_supposed(self, sign: Sign) -> bool:
        """Whether the sentence only begins with supposing it ("If baby cries, stop."), and nothing is said to help."""
        surfaces = self._at.reading.folded.surfaces
        if sign.lent or surfaces[0] not in self._at.tools.rules.supposing or "," not in surfaces[sign.seen.last :]:
            return False
        helps = any(mark.id in ("efficacy", "helping", "pronouns") for mark in self._at.reading.marks)
        return "," not in surfaces[: sign.seen.last] and not (self.named or helps)

    def _corrections(self, subject: Subject, sign: Sign) -> tuple[ScorePart, ...]:
        """What is added where both are only named together, or what a loan from running text costs."""
        if self._is_beside(subject, sign):
            return (ScorePart("named together", self._at.tools.rules.together),)
        from_text = subject.worth in ("section", "document", "prevailing")
        manner = self.manner
        placed = (
            manner.is_item
            or manner.is_quoted
            or self.silence.quotes()
            or (subject.worth != "prevailing" and (sign.worth == "claim" or manner.asks))
        )
        asks = (
            placed
            or self._stands_for(sign)
            or sign.worth == "named"
            or heads(sign.seen, self._at.reading, self._at.tools.rules)
        )
        return () if asks or not from_text else (ScorePart("nothing asks for a subject", self._at.tools.rules.foreign),)

    def _is_beside(self, subject: Subject, sign: Sign) -> bool:
        """Whether a statement names both and says something of them, in words that do not tell what is done to what.

        What acts comes first, or a turn leads to it ("he screamed every night until the massage"). Of an experience it
        is enough that something bad follows ("children who were never held: ... violence").
        """
        if sign.worth != "bare" or subject.worth != "sentence" or self.manner.asks or self.manner.is_heading:
            return False
        surfaces, acting, reading = self._at.reading.folded.surfaces, subject.seen, self._at.reading
        if acting.last > sign.seen.first:
            turning = surfaces[sign.seen.last : acting.first][-_TURNING:]
            return self._at.acts(acting) and not self._at.tools.rules.turns.isdisjoint(turning)
        follows = not self._at.acts(acting) and self._at.tools.lexicon.concepts[sign.seen.id].polarity == "bad"
        says = follows or reading.relations or reading.lead_ins or surfaces[sign.seen.first - 1] == "for"
        between = surfaces[acting.last : sign.seen.first]
        return bool(says) and any(word not in JOINING for word in between) and not self._advises()

    def _advises(self) -> bool:
        """Whether it tells people what to do or not to do."""
        return any(mark.id == "advice" for mark in self._at.reading.marks)

    def _stands_for(self, sign: Sign) -> bool:
        """Whether a pronoun before the outcome stands for an earlier subject, or there is no room for a subject."""
        pronoun = any(mark.id == "pronouns" and mark.last <= sign.seen.first for mark in self._at.reading.marks)
        return pronoun or (sign.relation is not None and self._opens(sign.relation.first))

    def _opens(self, first: int) -> bool:
        """Whether nothing that could act stands before a token: only marks and words such as "proven to"."""
        before = self._at.reading.folded.surfaces[:first]
        return all(not word[0].isalnum() or word in self._at.tools.rules.openers for word in before)

    def _blocked(self, group: list[Subject]) -> bool:
        """An intervention without such a claim keeps farther subjects out, unless it was only named in passing."""
        concepts = self._at.tools.lexicon.concepts
        return any(concepts[s.seen.id].acts and s.worth not in ("block", "section", "document") for s in group)

    @cached_property
    def populations(self) -> tuple[str, ...]:
        """Populations named here, and lent ones that they do not rule out."""
        return populations_of(self._at.sentence, self._at.reading, self._at.topics, self._at.tools.lexicon)

    def _match(self, joint: Joint) -> Match:
        subject, sign = joint.subject, joint.sign
        own = subject.lender is None
        return Match(
            self._at.sentence,
            self._at.reading.folded,
            joint.claim,
            round(joint.score, 2),
            mentions_of(joint, self._at.reading, self._at.sentence.index),
            (sign.seen.first, sign.seen.last),
            (subject.seen.first, subject.seen.last) if own else None,
            (sign.relation.first, sign.relation.last) if sign.relation else None,
            self._at.topics.lenders() if self.manner.is_fragment else (),
            self.populations,
            next((mark.sense for mark in self._at.reading.marks if mark.id == "time"), None),
            sign.lent.sentence if sign.lent and sign.worth == "verdict" else None,
            joint.parts,
            self._at.tools.frames.reverses(joint.claim, sign.seen.sense),
        )

    def near_misses(self, tried: list[Match], kept: list[Match], threshold: float) -> Iterator[NearMiss]:
        """The frames that were tried and fell short, and what each lacked."""
        for match in tried:
            if match not in kept:
                weakest = min(match.parts[:2], key=lambda part: part.points)
                lacking = f"{match.score:.2f} is below {threshold:.2f}; weakest sign: {weakest.reason}"
                yield NearMiss(self._at.sentence, match.claim, match.score, lacking, match.parts)


def is_reference(topics: Topics, block: Block) -> bool:
    """Whether a block belongs to a list of references."""
    return topics.in_bibliography() or is_entry(block)
