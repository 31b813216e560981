"""How far a cue reaches: whether it acts on a claim in its sentence."""

from __future__ import annotations

from claimcheck.frozen import dataclass
from claimcheck.text.folding import Folded
from claimcheck.text.trie import MARKS
from claimcheck.wording.clauses import Clauses
from claimcheck.wording.cues import WHOLE_SENTENCE, CueHit, CueSpec
from claimcheck.wording.questions import asks_by_form

Span = tuple[int, int]
_NEGATIVE = frozenset({"denial", "not-shown", "disclaimer"})
#: verbs that take their outcome as subject too ("sleep may get better")
_MODAL = frozenset({"can", "may"})
#: so many words may stand between a denial and the colon behind which it goes on ("It will not help with: ...")
_LED_IN = 2


@dataclass(frozen=True)
class Target:
    """What a cue must reach, as spans of words: the outcome, and the relation where there is one.

    A `whole` target holds no outcome of its own ("It might.", "This evidence is weak."): every cue of its clauses acts.
    `opens` is the word behind a comma at which a claim with its own subject opens ("I will not lie, massage helps").
    `verdict` is the word that opens what is said of a label ("Colic: no, sorry."), where a bare answer may stand.
    """

    anchor: Span
    relation: Span | None = None
    whole: bool = False
    opens: int = 0
    verdict: int = 0

    @property
    def spans(self) -> list[Span]:
        """The spans that are there."""
        return [self.anchor] if self.relation is None else [self.anchor, self.relation]


def acts(hit: CueHit, target: Target, words: Folded, clauses: Clauses) -> bool:
    """Whether a cue acts on the claim: it holds in its clause, on the right side, near enough, with nothing between."""
    if _part_of_outcome(hit, target) or asks_by_form(hit) or _said_before(hit, target):
        return False
    if _conditional(hit, target, clauses) or _no_verdict(hit, target, words):
        return False
    if hit.spec.reach != WHOLE_SENTENCE and not any(_holds(hit, span, clauses) for span in target.spans):
        return False
    if _is_mark(hit) and target.anchor[1] <= clauses.asked_from:
        return False
    return target.whole or any(_reaches(hit, span, target, words) for span in target.spans)


def _is_mark(hit: CueHit) -> bool:
    """Whether the cue is a question mark, which asks only about what stands last unless all is a question."""
    return hit.spec.signal == "question" and hit.last - hit.first == 1 and hit.spec.direction == "backward"


def _part_of_outcome(hit: CueHit, target: Target) -> bool:
    """Whether a negation only belongs to the name of the outcome ("no side effects", "does not wake")."""
    start, end = target.anchor
    return hit.spec.signal in _NEGATIVE and start <= hit.first and hit.last <= end and not target.whole


def _said_before(hit: CueHit, target: Target) -> bool:
    """Whether the cue belongs to what was said before the claim opened; a verb that takes a clause holds on."""
    return hit.last <= target.opens and hit.spec.direction == "forward" and not hit.spec.clausal


def _no_verdict(hit: CueHit, target: Target, words: Folded) -> bool:
    """Whether the cue could be an answer, but is not all that is said of the label up to the next mark."""
    if not (target.verdict and hit.spec.answer):
        return False
    ended = hit.last >= len(words) or words.surfaces[hit.last] in MARKS
    return hit.first != target.verdict or not ended


def _conditional(hit: CueHit, target: Target, clauses: Clauses) -> bool:
    """Whether a negation only belongs to a condition of the claim ("Yes, if he is not hungry")."""
    clause = clauses.clauses[clauses.of[hit.first]]
    outside = clauses.of[target.anchor[0]] in clause.within
    return clause.condition and outside and hit.spec.signal in _NEGATIVE and hit.spec.direction == "forward"


def _holds(hit: CueHit, span: Span, clauses: Clauses) -> bool:
    """Whether the cue's clause is the span's, or one whose cues hold there."""
    own = clauses.of[hit.first]
    for number in clauses.holding(span):
        clause = clauses.clauses[number]
        if own == number or own in clause.within or _remarks(hit, span, clauses):
            return True
        if hit.spec.direction != "forward" and number in clauses.clauses[own].within and clauses.clauses[own].condition:
            return True
        if hit.spec.clausal and own < number and clauses.clauses[own].part == clause.part:
            return True
        if clause.opened == ":" and own == number - 1 and _announces(hit, clauses):
            return True
    return False


def _announces(hit: CueHit, clauses: Clauses) -> bool:
    """Whether the cue is for what a colon announces ("It does not: ..."); a denied verb with an object is complete."""
    end = len(clauses.of) - clauses.of[::-1].index(clauses.of[hit.first])
    complete = hit.spec.signal == "denial" and hit.spec.direction == "forward" and end - hit.last > _LED_IN
    return hit.spec.list_scope and not complete


def _remarks(hit: CueHit, span: Span, clauses: Clauses) -> bool:
    """Whether the cue is all that stands in brackets right behind the span ("sleep (maybe)")."""
    bracket = clauses.holding((hit.first - 1, hit.last + 1)) == {clauses.of[hit.first]}
    return bracket and hit.first == span[1] + 1 and clauses.of.count(clauses.of[hit.first]) == hit.last - hit.first + 2


def _reaches(hit: CueHit, span: Span, target: Target, words: Folded) -> bool:
    spec = hit.spec
    if not (_loose(spec, target) or (hit.first < span[1] if spec.direction == "forward" else hit.last > span[0])):
        return False
    if spec.reach == WHOLE_SENTENCE:
        return True
    between = words.surfaces[min(hit.last, span[1]) : max(hit.first, span[0])]
    return not (spec.reach and len(between) > spec.reach) and not any(end in between for end in spec.ends_at)


def _loose(spec: CueSpec, target: Target) -> bool:
    """Whether the side on which the cue stands does not matter."""
    return spec.direction == "both" or (target.relation is None and spec.signal in _MODAL)
