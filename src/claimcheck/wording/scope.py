"""How far a cue reaches: the clauses of a sentence, and whether a cue acts on a claim in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.text.folding import Folded
from claimcheck.wording.cues import CueHit

_DASHES = frozenset("–—")
_NEGATIVE = frozenset({"denial", "not-shown", "disclaimer"})


@dataclass(frozen=True)
class Clauses:
    """Which clause each token belongs to.

    Attributes:
        of: the clause number of each token.
        opened: the token that opened each clause ("" for the first).
        around: for each clause, the clauses whose cues hold in it: itself and, in brackets, those around it.
    """

    of: list[int]
    opened: list[str]
    around: list[frozenset[int]]


def split(words: Folded, hits: Sequence[CueHit]) -> Clauses:
    """The clauses of a sentence, cut at its terminator cues; brackets hold clauses of their own."""
    cuts = _cuts(words, hits)
    of: list[int] = []
    opened, around = [""], [frozenset({0})]
    current, outside = 0, []
    for token, surface in enumerate(words.surfaces):
        if surface == "(":
            outside.append(current)
        if surface == "(" or token in cuts:
            current = len(opened)
            opened.append(surface)
            around.append(frozenset({current}).union(*(around[clause] for clause in outside)))
        of.append(current)
        if surface == ")" and outside:
            current = outside.pop()
    return Clauses(of, opened, around)


def _cuts(words: Folded, hits: Sequence[CueHit]) -> set[int]:
    ends = [hit for hit in hits if hit.spec.signal == "terminator" and not _joins(words, hit.first)]
    cuts = {hit.first for hit in ends if hit.first}
    for hit in ends:
        if hit.spec.ends_at and (hit.first == 0 or hit.first - 1 in cuts):
            close = _first(words, hit.last, hit.spec.ends_at)
            cuts.update([close] if close is not None else [])
    return cuts


def _joins(words: Folded, token: int) -> bool:
    """Whether a dash joins words ("mother–infant", "10–15") instead of parting clauses."""
    after = words.ends[token]
    return words.surfaces[token] in _DASHES and not words.text[after : after + 1].isspace()


def _first(words: Folded, start: int, wanted: Sequence[str]) -> int | None:
    return next((token for token in range(start, len(words)) if words.surfaces[token] in wanted), None)


@dataclass(frozen=True)
class Target:
    """What a cue must reach, as token spans: the outcome, and the relation where there is one.

    `whole` targets are sentences that hold no outcome of their own ("It might."); every cue acts on them.
    """

    anchor: tuple[int, int]
    relation: tuple[int, int] | None = None
    whole: bool = False

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The spans that are there."""
        return [self.anchor] if self.relation is None else [self.anchor, self.relation]


def acts(hit: CueHit, target: Target, words: Folded, clauses: Clauses) -> bool:
    """Whether a cue acts on the claim: in its clause, on the right side, near enough, with nothing between."""
    if (
        hit.spec.signal in _NEGATIVE
        and hit.first >= target.anchor[0]
        and hit.last <= target.anchor[1]
        and not target.whole
    ):
        return False  # the negation is part of the outcome ("no side effects", "does not wake")
    if hit.spec.reach != -1 and not _same_clause(hit, target, clauses):
        return False
    return target.whole or any(_reaches(hit, span, target, words) for span in target.spans)


def _same_clause(hit: CueHit, target: Target, clauses: Clauses) -> bool:
    cue = clauses.of[hit.first]
    starts = range(*target.anchor) if target.whole else [start for start, _ in target.spans]
    for clause in {clauses.of[start] for start in starts}:
        if cue in clauses.around[clause]:
            return True
        if hit.spec.list_scope and clauses.opened[clause] == ":" and cue == clause - 1:
            return True
    return False


def _reaches(hit: CueHit, span: tuple[int, int], target: Target, words: Folded) -> bool:
    before, after = hit.first < span[1], hit.last > span[0]
    loose = hit.spec.direction == "both" or (target.relation is None and hit.spec.signal in _MODAL)
    if not (loose or (before if hit.spec.direction == "forward" else after)):
        return False
    if hit.spec.reach == -1:
        return True
    gap = words.surfaces[min(hit.last, span[1]) : max(hit.first, span[0])]
    return not (hit.spec.reach and len(gap) > hit.spec.reach) and not any(end in gap for end in hit.spec.ends_at)


#: verbs that take their outcome as subject too ("sleep may get better")
_MODAL = frozenset({"can", "may"})
