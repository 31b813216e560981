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
        "testimonial": _testimonial(hits, match, document),
        "inherited": inherited,
        "cited": bool(references),
    }
    return tuple(flag for flag in FLAGS if applies[flag])


def _testimonial(hits: Sequence[CueHit], match: Match, document: Document) -> bool:
    """Somebody's own experience: a cue says so, or a quotation speaks in the first person."""
    specs = {hit.spec.id for hit in hits if hit.spec.signal == "testimonial"}
    quoted = _quoted(match, document)
    return any(quoted or not name.startswith("quoted") for name in specs)


def _quoted(match: Match, document: Document) -> bool:
    block = document.blocks[match.sentence.block]
    return block.quoted or block.kind is BlockKind.QUOTE or match.sentence.text[:1] in _QUOTES
