"""The clauses of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.frozen import dataclass
from claimcheck.text.folding import Folded
from claimcheck.wording.cues import CueHit
from claimcheck.wording.questions import asked_from

_DASHES = frozenset("–—")
#: words of a label at most
_LABEL = 5
#: and of what is said of it, with its marks
_VERDICT = 10


class _Cut(NamedTuple):
    """How a token opens a clause: in the same part of the sentence, and inside the clause before it."""

    clausal: bool = False
    yields: bool = False


_BRACKET = _Cut()


@dataclass(frozen=True)
class Clause:
    """A clause.

    Attributes:
        opened: the token that opened it ("" for the first).
        part: number of the part of the sentence it belongs to; clauses that one "suggests that" can hold share a part.
        within: the clauses around it, for a clause in brackets or a condition.
        condition: whether it is one ("if he is not hungry").
    """

    opened: str
    part: int
    within: frozenset[int] = frozenset()
    condition: bool = False


@dataclass(frozen=True)
class Clauses:
    """All clauses of a sentence, and the number of the clause that each token belongs to.

    `asked_from` is the first token that a question mark asks about.
    """

    of: list[int]
    clauses: list[Clause]
    asked_from: int = 0

    def holding(self, span: tuple[int, int]) -> set[int]:
        """The numbers of the clauses that the tokens of a span belong to."""
        return set(self.of[slice(*span)])

    def labelled_by(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The clause that says something of a label, mark and all ("Colic: no change."); None if there is none."""
        label = self.of[span[0]]
        said = label + 1
        if self.of[0] != label or said >= len(self.clauses) or self.clauses[said].opened != ":":
            return None
        begin, length = self.of.index(said), self.of.count(said)
        return (begin, begin + length) if begin <= _LABEL and length <= _VERDICT else None


def split(words: Folded, hits: Sequence[CueHit]) -> Clauses:
    """The clauses of a sentence, cut at its terminators and openers; brackets hold clauses of their own.

    A terminator that `yields` opens a clause inside the one before, which a comma takes up again.
    """
    cuts = _cuts(words, hits)
    of: list[int] = []
    clauses = [Clause("", 0)]
    current = part = 0
    outside: list[int] = []
    resumed: int | None = None
    for token, surface in enumerate(words.surfaces):
        if surface == "(":
            outside.append(current)
        if surface == "(" or token in cuts:
            cut = cuts.get(token, _BRACKET)
            part += not cut.clausal
            around = clauses[current].within | {current} if cut.yields else frozenset(outside)
            resumed = current if cut.yields else None
            current = len(clauses)
            clauses.append(Clause(surface, part, around, cut.yields))
        elif surface == "," and resumed is not None:
            current, resumed = resumed, None
        of.append(current)
        if surface == ")" and outside:
            current, resumed = outside.pop(), None
    return Clauses(of, clauses, asked_from(words, hits, cuts) if "?" in words.surfaces else 0)


def _cuts(words: Folded, hits: Sequence[CueHit]) -> Mapping[int, _Cut]:
    """The tokens that open a clause, and how."""
    ends = [hit for hit in hits if hit.spec.signal == "terminator" and hit.first and not _joins(words, hit.first)]
    cuts = {hit.first: _Cut(hit.spec.clausal, hit.spec.yields) for hit in ends}
    for hit in hits:
        if hit.spec.signal == "opener" and (hit.first == 0 or hit.first - 1 in cuts):
            close = next((at for at in range(hit.last, len(words)) if words.surfaces[at] in hit.spec.ends_at), None)
            if close is not None:
                cuts.setdefault(close, _Cut(hit.spec.clausal))
    return cuts


def _joins(words: Folded, token: int) -> bool:
    """Whether a dash joins words ("mother–infant", "10–15") instead of parting clauses."""
    after = words.ends[token]
    return words.surfaces[token] in _DASHES and not words.text[after : after + 1].isspace()
