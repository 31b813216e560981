"""The flags of a sentence: figures, sources, testimonials, loans."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import BlockKind, Document
from claimcheck.matching.model import Match
from claimcheck.wording.cues import CueHit
from claimcheck.wording.model import FLAGS, Flag, Number, Reference

_QUOTES = frozenset('"“”«»„')


def flags_of(
    hits: Sequence[CueHit],
    match: Match,
    document: Document,
    numbers: Sequence[Number],
    references: Sequence[Reference],
    inherited: bool,
) -> tuple[Flag, ...]:
    """The flags that apply, in the order in which reports print them."""
    signals = {hit.spec.signal for hit in hits}
    applies: dict[Flag, bool] = {
        "quantified": bool(numbers),
        "attributed": "attribution" in signals or bool(references),
        "testimonial": _testimonial(signals, match, document),
        "inherited": inherited,
        "cited": bool(references),
    }
    return tuple(flag for flag in FLAGS if applies[flag])


def _testimonial(signals: set[str], match: Match, document: Document) -> bool:
    """Somebody's own experience: a cue says so, or a quotation speaks in the first person."""
    return "testimonial" in signals or ("first-person" in signals and _quoted(match, document))


def _quoted(match: Match, document: Document) -> bool:
    block = document.blocks[match.sentence.block]
    return block.quoted or block.kind is BlockKind.QUOTE or match.sentence.text[:1] in _QUOTES
