"""Reading a sentence that is matched to no claim: what its cues say on the whole."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.model import Tier
from claimcheck.text.folding import Folded
from claimcheck.wording.model import STANCE_OF_TIER, Cue
from claimcheck.wording.reader import WordingReader
from claimcheck.wording.tier import decide


@dataclass(frozen=True)
class SentenceWording:
    """The tier of a sentence as if one claim filled it, and the cues that decided."""

    tier: Tier
    negated: bool
    hedged: bool
    cues: tuple[Cue, ...]


def read_sentence(text: str, reader: WordingReader) -> SentenceWording:
    """The wording of a sentence on the whole, every cue in it counted."""
    return read_tokens(reader.fold(text), reader)


def read_tokens(folded: Folded, reader: WordingReader) -> SentenceWording:
    """The same for a sentence that is folded already."""
    decision = decide(reader.whole(folded))
    stance = STANCE_OF_TIER[decision.tier]
    cues = tuple(Cue(cue.spec.id, cue.spec.signal, cue.text, cue.sentence) for cue in decision.cues)
    return SentenceWording(decision.tier, stance == "negated", stance == "hedged", cues)
