"""Reading a sentence that is matched to no claim: what its cues say on the whole."""

from __future__ import annotations

from claimcheck.evidence.model import Tier
from claimcheck.frozen import dataclass
from claimcheck.wording.model import STANCE_OF_TIER, Cue
from claimcheck.wording.reader import WordingReader
from claimcheck.wording.tier import decide


@dataclass(frozen=True)
class SentenceWording:
    """The tier of a sentence as if one claim filled it, and all cues in it that bear on a tier."""

    tier: Tier
    negated: bool
    hedged: bool
    cues: tuple[Cue, ...]


def read_sentence(text: str, reader: WordingReader) -> SentenceWording:
    """The wording of a sentence on the whole, every cue in it counted."""
    reading = reader.sentences.read(reader.sentences.folder.fold(text))
    cues = reading.tier_cues(reading.everything())
    tier = decide(cues).tier
    stance = STANCE_OF_TIER[tier]
    shown = tuple(Cue(cue.spec.id, cue.spec.signal, cue.text, cue.sentence) for cue in cues)
    return SentenceWording(tier, stance == "negated", stance == "hedged", shown)
