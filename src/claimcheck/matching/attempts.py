"""Which subjects and outcomes of a sentence were tried together, what came of them, and what was lacking."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.matching import remedies
from claimcheck.matching.account import Attempt
from claimcheck.matching.frames import Candidate
from claimcheck.matching.joining import Joint
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.outcomes import Sign
from claimcheck.matching.sentence import SentenceReader
from claimcheck.matching.subjects import Subject
from claimcheck.matching.toolkit import Toolkit


class Attempts:
    """Tells what the joining of frames came to, for one base."""

    def __init__(self, tools: Toolkit) -> None:
        self._tools = tools
        rules = tools.rules
        self._best = (max(rules.outcome_scores.values()), max(rules.subject_scores.values()))

    def of(self, reading: Reading, found: SentenceReader) -> Iterator[Attempt]:
        """Every attempt of a sentence, then outcomes on which nobody acts, or subjects that act on nothing."""
        tried: set[int] = set()
        for sign, group, joints in found.attempts():
            tried.add(id(sign.seen))
            for subject in group:
                own = [joint for joint in joints if joint.subject == subject]
                yield from map(self._joined, own)
                if not own:
                    yield self._unjoined(subject, sign, reading, found)
        for sign in found.signs:
            if id(sign.seen) not in tried:
                yield _alone(sign)
        if not (found.signs or found.silence.is_lead_in()):
            yield from (_idle(seen) for seen in found.named)

    def _joined(self, joint: Joint) -> Attempt:
        """A claim that came of the two, which may fall short of the threshold."""
        threshold, score = self._tools.threshold, round(joint.score, 2)
        enough = score >= threshold
        return Attempt(
            joint.subject.seen.id,
            joint.subject.worth,
            joint.concept,
            joint.sign.worth,
            joint.sign.effect,
            joint.claim,
            score,
            joint.parts,
            "" if enough else f"{score:.2f} is below {threshold:.2f}",
            "" if enough else remedies.for_score(joint.parts, self._best),
        )

    def _unjoined(self, subject: Subject, sign: Sign, reading: Reading, found: SentenceReader) -> Attempt:
        claim, lacking, remedy = self._obstacle(subject.seen.id, sign, reading, found)
        return Attempt(
            subject.seen.id, subject.worth, sign.concepts[0], sign.worth, sign.effect, claim, 0.0, (), lacking, remedy
        )

    def _obstacle(
        self, subject: str, sign: Sign, reading: Reading, found: SentenceReader
    ) -> tuple[str | None, str, str]:
        """The nearest claim that the two do not make, why, and what would change that."""
        for candidate in self._candidates(subject, sign, found.populations):
            return _opposed(candidate, sign, reading)
        concepts = self._tools.lexicon.concepts
        everybody = [id for id, info in concepts.items() if info.kind == "population"]
        for candidate in self._candidates(subject, sign, everybody):
            entry = candidate.entry
            people = ", ".join(entry.populations) or "other people"
            return entry.claim, f"{entry.claim} is about {people}", remedies.for_people(entry.claim)
        outcome = sign.concepts[0]
        if concepts[subject].kind == "rival":
            return None, f"{subject} is a rival: it takes the place of what could act", remedies.for_rival(subject)
        return None, f"no claim joins {subject} and {outcome}", remedies.for_pair(subject, outcome)

    def _candidates(self, subject: str, sign: Sign, populations: tuple[str, ...] | list[str]) -> Iterator[Candidate]:
        for concept in sign.concepts:
            yield from self._tools.frames.candidates(subject, concept, populations)


def _opposed(candidate: Candidate, sign: Sign, reading: Reading) -> tuple[str, str, str]:
    """A claim about the two which the sentence does not make, since it says something else is done."""
    entry, relation = candidate.entry, sign.relation
    words = words_of(relation, reading) if relation else None
    said = f"“{words or words_of(sign.seen, reading)}” ({sign.effect or sign.seen.sense})"
    return entry.claim, f"{entry.claim} has the direction {entry.direction}, not {said}", remedies.for_direction(words)


def _alone(sign: Sign) -> Attempt:
    """An outcome on which nobody acts."""
    lacking = "nothing is named or lent that could act on it"
    return Attempt(None, "", sign.concepts[0], sign.worth, sign.effect, None, 0.0, (), lacking, remedies.for_nobody())


def _idle(seen: Seen) -> Attempt:
    """A subject that acts on nothing."""
    return Attempt(
        seen.id, "sentence", None, "", None, None, 0.0, (), "no outcome was seen beside it", remedies.for_nothing()
    )


def words_of(seen: Seen, reading: Reading) -> str:
    """A phrase as it stands in the text."""
    return reading.folded.slice(seen.first, seen.last)
