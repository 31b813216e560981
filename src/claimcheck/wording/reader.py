"""How a sentence puts a claim: the door to this room."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.documents.model import Document
from claimcheck.evidence.language import Language
from claimcheck.matching.model import Match
from claimcheck.text.folding import Folded, Folder
from claimcheck.wording.citations import ReferenceReader
from claimcheck.wording.flags import Flagger
from claimcheck.wording.lending import lent
from claimcheck.wording.model import STANCE_OF_TIER, Cue, Wording
from claimcheck.wording.numbers import NumberReader
from claimcheck.wording.reading import SentenceReader
from claimcheck.wording.tier import decide


class WordingReader:
    """Reads tier, stance, flags, numbers and references of matched sentences. Safe to share; keeps no document."""

    def __init__(self, language: Language, folder: Folder, compiled: bytes | None = None) -> None:
        self.sentences = SentenceReader(language, folder, compiled)
        self._numbers = NumberReader(language.data.get("numbers"))
        self._references = ReferenceReader(language.data.get("citations"))
        self._flagger = Flagger(language.data.get("speakers"))

    def read(self, match: Match, document: Document, fold: Callable[[int], Folded]) -> Wording:
        """How the matched sentence puts its claim. `fold(i)` gives the tokens of sentence `i` of the document."""
        text = match.sentence.text
        reading = self.sentences.read(match.folded, match.sentence.index, answering=match.asks_for is not None)
        target = reading.target(match)
        own = reading.tier_cues(target)
        decision = decide([*own, *lent(match, document, fold, self.sentences)])
        numbers = self._numbers.read(text, reading.clause_text(target))
        references = self._references.read(text)
        signals = {hit.spec.signal for hit in reading.acting(target)}
        facts = {
            "quantified": bool(numbers),
            "inherited": _borrows(match) or decide(own).tier != decision.tier,
            "cited": bool(references),
        }
        return Wording(
            tier=decision.tier,
            stance=STANCE_OF_TIER[decision.tier],
            flags=self._flagger.flags(reading.hits, match, document, facts),
            cues=tuple(Cue(cue.spec.id, cue.spec.signal, cue.text, cue.sentence) for cue in decision.cues),
            numbers=numbers,
            references=references,
            causal="causal" in signals and "association" not in signals,
            lasting="lasting" in signals or match.time_class == "long",
        )


def _borrows(match: Match) -> bool:
    """Whether something that the claim names stands elsewhere."""
    return any(mention.via == "context" for mention in match.mentions)
