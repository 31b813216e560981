"""Clauses that leave out what was just said: "CBT works, and so do antidepressants", "Massage does not"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.matching.clauses import JOINING
from claimcheck.matching.joining import Joint
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.outcomes import LentOutcome, Sign

#: the marks of words that stand for what was said
ELLIPSES = frozenset({"inverted", "stranded"})
#: how many sentences back what is left out may stand
_REACH = 2
#: how many tokens may stand between "so do" and what does so too
_NEAR = 3


class Said(NamedTuple):
    """What a sentence claimed: its index, its reading, and the pairs of subject and outcome."""

    sentence: int
    reading: Reading
    joints: tuple[Joint, ...]


def stand_ins(reading: Reading, named: Sequence[Seen], auxiliaries: Container[str]) -> list[Seen]:
    """The words that stand for what was said: such marks, and the verb right after a name that closes its clause."""
    surfaces = reading.folded.surfaces
    verbs = (
        Seen("stranded", "", seen.last, seen.last + 1)
        for seen in named
        if seen.last < len(surfaces) and surfaces[seen.last] in auxiliaries
    )
    return [
        *(mark for mark in reading.marks if mark.id in ELLIPSES),
        *(verb for verb in verbs if _closes(verb, reading)),
    ]


def likewise(
    marks: Iterable[Seen], reading: Reading, named: Sequence[Seen], said: Sequence[Said], index: int
) -> Iterator[Sign]:
    """The outcomes that what stands beside such words takes over, of the nearest that was said before it.

    `named` are the subjects of the sentence, `said` what it claims itself and what the one before it did.
    """
    for mark in marks:
        acting = _acting(mark, reading, named)
        for earlier in said if acting else ():
            joints = [joint for joint in earlier.joints if _stands_before(joint, earlier, mark, index)]
            yield from (_taken_over(seen, mark, joint, earlier) for seen in acting for joint in joints)
            if joints:
                break


def _acting(mark: Seen, reading: Reading, named: Sequence[Seen]) -> list[Seen]:
    """What does likewise: the names that follow "so do", or the one right before "does not"."""
    if mark.id == "inverted":
        first = next((s for s in named if mark.first < s.first <= mark.last + _NEAR), None)
        return _with_its_like(first, named, reading) if first else []
    if mark.id == "stranded" and _closes(mark, reading):
        return [seen for seen in named if seen.last == mark.first]
    return []


def _with_its_like(first: Seen, named: Sequence[Seen], reading: Reading) -> list[Seen]:
    """A name with those that are joined to it ("CBT and sertraline")."""
    together = [first]
    for seen in named:
        between = reading.folded.surfaces[together[-1].last : seen.first]
        if seen.first >= together[-1].last and between and all(word in JOINING for word in between):
            together.append(seen)
    return together


def _closes(mark: Seen, reading: Reading) -> bool:
    """Whether nothing follows in the clause that could be what is done."""
    follows = reading.folded.surfaces[mark.last : mark.last + 1]
    return not follows or not (follows[0][0].isalnum() or follows == [":"])


def _stands_before(joint: Joint, earlier: Said, mark: Seen, index: int) -> bool:
    if earlier.sentence == index:
        return joint.sign.seen.last <= mark.first
    return index - earlier.sentence <= _REACH


def _taken_over(acting: Seen, mark: Seen, joint: Joint, earlier: Said) -> Sign:
    """The sign of a joint as one of the name that does likewise; the words that say so are its relation."""
    sign = joint.sign
    outcome = sign.lent or LentOutcome(sign.seen, earlier.sentence, earlier.reading)
    place = Seen(sign.seen.id, sign.seen.sense, acting.first, acting.last)
    return Sign(sign.concepts, place, "lent", sign.effect, mark, outcome)
