"""The flags of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.documents.model import BlockKind, Document
from claimcheck.matching.model import Match
from claimcheck.text.folding import plain
from claimcheck.wording.cues import CueHit
from claimcheck.wording.model import FLAGS, Flag

_QUOTES = frozenset('"“”«»„')
_MARKS = " .,;:!?()\"“”«»„'"


class Flagger:
    """Sets flags by a language's words of the first person."""

    def __init__(self, data: object) -> None:
        self._first_person = frozenset(data["first_person"] if isinstance(data, Mapping) else ())

    def flags(
        self, hits: Sequence[CueHit], match: Match, document: Document, facts: Mapping[str, bool]
    ) -> tuple[Flag, ...]:
        """The flags that apply, in the order in which reports print them; `facts` are those known already."""
        signals = {hit.spec.signal for hit in hits}
        told = "testimonial" in signals or (quoted(match, document) and self._speaks_for_self(match.sentence.text))
        applies = {
            **facts,
            "attributed": "attribution" in signals or facts.get("cited", False),
            "testimonial": told,
        }
        return tuple(flag for flag in FLAGS if applies.get(flag))

    def _speaks_for_self(self, text: str) -> bool:
        return not self._first_person.isdisjoint(plain(word.strip(_MARKS)) for word in text.split())


def quoted(match: Match, document: Document) -> bool:
    """Whether the sentence is somebody's words: in a block quotation, or opened by a quotation mark."""
    block = document.blocks[match.sentence.block]
    return block.quoted or block.kind is BlockKind.QUOTE or match.sentence.text[:1] in _QUOTES
