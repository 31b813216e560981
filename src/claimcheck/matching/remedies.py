"""Which kind of line in which file of the evidence folder would change how a sentence is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimcheck.matching.model import ScorePart

_CLAIMS: Final = "claims/*.yaml"
_CONCEPTS: Final = "concepts/*.yaml"
_RELATIONS: Final = "language/*/relations.yaml"
_READING: Final = "language/*/reading.yaml"
#: a part of a score (or how it begins) -> what would make it worth more
_PARTS: Final = {
    "outcome: bare": f"{_RELATIONS}: the words that say what is done; or {_CONCEPTS}: the whole idiom, sense claim",
    "outcome: weak": f"{_CONCEPTS}: a longer phrase for the outcome, or this one in sense name or claim",
    "outcome: lent": f"{_CONCEPTS}: an idiom that says both what is done and to what, sense claim",
    "subject: weak": f"{_CONCEPTS}: a longer phrase for what acts, or this one in sense name",
    "subject: ": f"{_CONCEPTS}: a phrase for what acts here; or {_READING}: what such a loan is worth (scores.subject)",
    "misspelt": f"{_CONCEPTS}: this spelling as a phrase; or language/*/not_typos.yaml, if it is another word",
    "distance of the loan": f"{_READING}: how far a loan reaches (reach, scores.far)",
    "nothing asks for a subject": f"{_READING}: a pronoun that stands for it; or {_CONCEPTS}: an idiom, sense claim",
    "outcome: ": f"{_CONCEPTS}: an idiom for the outcome, sense claim",
}


def for_score(parts: Sequence[ScorePart], best: Sequence[float]) -> str:
    """What would lift a score most. `best` are the points that the two signs could be worth."""
    lost = [most - part.points for part, most in zip(parts, best, strict=False)]
    lost += [-part.points for part in parts[len(best) :]]
    weakest = parts[lost.index(max(lost))]
    return next((told for start, told in _PARTS.items() if weakest.reason.startswith(start)), "")


def for_pair(subject: str, outcome: str) -> str:
    """What would join two concepts that no claim joins."""
    frame = f"{{subject: [{subject}], object: [{outcome}]}}"
    return f"{_CLAIMS}: a claim with the frame {frame}; or {_CONCEPTS}: a broader concept that has one"


def for_rival(rival: str) -> str:
    """What would let a rival make claims of its own."""
    return f"{_CONCEPTS}: {rival} as an intervention, not a rival; then {_CLAIMS}: a claim about it"


def for_guard(concept: str, guard: str) -> str:
    """What would let a guarded phrase count."""
    return f"{_CONCEPTS}: {guard} of {concept}"


def for_direction(words: str | None) -> str:
    """What would let a claim hear a sentence that says the opposite of it."""
    relation = f"{_RELATIONS}: the effect of “{words}”; or " if words else ""
    return f"{relation}{_CLAIMS}: a claim of that direction"


def for_people(claim: str) -> str:
    """What would let a claim hear a sentence that does not speak of its people."""
    return f"{_CLAIMS}: the population of a frame of {claim}; or {_CONCEPTS}: a phrase for these people"


def for_nobody() -> str:
    """What would give an outcome somebody or something that acts on it."""
    return f"{_CONCEPTS}: a phrase for what acts (an intervention or an exposure)"


def for_nothing() -> str:
    """What would give a subject something to act on."""
    return f"{_CONCEPTS}: a phrase for the outcome; an idiom that says what is done too, sense claim"


def for_mark(mark: str) -> str:
    """Where the words stand that keep a sentence from claiming anything."""
    return f"{_READING}: {mark}"
