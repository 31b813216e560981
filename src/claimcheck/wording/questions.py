"""What a question mark asks about: the whole sentence, or only what is asked at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.text.folding import Folded
from claimcheck.wording.cues import CueHit

#: the mark that a question's form must end in
_MARK = "?"
#: what a question may follow inside a sentence ("..., and does it last?")
_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "(", '"', "“", "and", "but", "so", "or", "well", "ok", "now"})


def asks_by_form(hit: CueHit) -> bool:
    """Whether a cue is a question's form ("does", "how"): it asks nothing unless a mark follows."""
    return hit.spec.signal == "question" and _MARK in hit.spec.ends_at


def asked_from(words: Folded, hits: Sequence[CueHit], starts: Iterable[int]) -> int:
    """The first word that the question mark of a sentence asks about.

    A sentence that opens as a question is one to its end, and "..., does it last?" asks back (a form that acts in both
    directions). Any other mark belongs to what stands last: the words from a question's form on ("..., but what about
    naps?"), or else the last of the clauses, which begin at `starts`.
    """
    mark = max((at for at, surface in enumerate(words.surfaces) if surface == _MARK), default=0)
    forms = [hit for hit in hits if asks_by_form(hit) and hit.first < mark and _at_break(words, hit.first)]
    if any(hit.spec.direction == "both" or _opens(words, hit.first) for hit in forms):
        return 0
    begins = [*(hit.first for hit in forms), *(start for start in starts if start < mark - 1)]
    return max(begins, default=0)


def _at_break(words: Folded, first: int) -> bool:
    return first == 0 or words.surfaces[first - 1] in _BREAKS or words.surfaces[first] in _BREAKS


def _opens(words: Folded, first: int) -> bool:
    """Whether a word opens the sentence, or what a label announces ("Q: ...")."""
    return _BREAKS.issuperset(words.surfaces[:first]) or words.surfaces[first - 1] == ":"
