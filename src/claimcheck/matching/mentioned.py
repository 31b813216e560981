"""What was seen where, as reports show it."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from claimcheck.matching.joining import Joint
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.model import Mention, Via
from claimcheck.matching.outcomes import Sign
from claimcheck.matching.subjects import Subject
from claimcheck.text.folding import Folded

#: a heading lends the same mention to all that stands below it: one record serves
_shared = lru_cache(maxsize=512)(Mention)


def mention_of(seen: Seen, concept: str, folded: Folded, sentence: int, *, context: bool) -> Mention:
    """A mention with its words and place."""
    start, end = folded.starts[seen.first], folded.ends[seen.last - 1]
    via: Via = "context" if context else "fuzzy" if seen.fuzzy else "alias"
    return _shared(concept, intern(folded.text[start:end]), via, sentence, start, end, seen.first, seen.last)


def mentions_of(joint: Joint, reading: Reading, index: int) -> tuple[Mention, Mention]:
    """The outcome and the subject of a claim that the sentence with this index makes."""
    return _outcome(joint.sign, joint.concept, reading, index), _subject(joint.subject, reading, index)


def _outcome(sign: Sign, concept: str, reading: Reading, index: int) -> Mention:
    if sign.lent:
        return mention_of(sign.lent.seen, concept, sign.lent.reading.folded, sign.lent.sentence, context=True)
    return mention_of(sign.seen, concept, reading.folded, index, context=False)


def _subject(subject: Subject, reading: Reading, index: int) -> Mention:
    lender = subject.lender
    if lender is None:
        return mention_of(subject.seen, subject.seen.id, reading.folded, index, context=False)
    return mention_of(subject.seen, subject.seen.id, lender.reading.folded, lender.sentence.index, context=True)
