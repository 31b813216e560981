"""How a sentence puts a claim: the door to this room."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.documents.model import Document
from claimcheck.evidence.language import Language
from claimcheck.matching.model import Match
from claimcheck.text.folding import Folded, Folder
from claimcheck.text.remembering import Remembered
from claimcheck.wording.citations import ReferenceReader
from claimcheck.wording.flags import Flagger, quoted
from claimcheck.wording.lending import lent
from claimcheck.wording.model import STANCE_OF_TIER, Cue, Wording
from claimcheck.wording.numbers import NumberReader
from claimcheck.wording.reading import SentenceReader
from claimcheck.wording.tier import Acting, decide, turned

#: so many results are remembered: numbers and references by the sentence, and whole wordings
_MOST = 2_000


class WordingReader:
    """Reads tier, stance, flags, numbers and references of matched sentences. Safe to share; keeps no document."""

    def __init__(self, language: Language, folder: Folder, compiled: bytes | None = None) -> None:
        self.sentences = SentenceReader(language, folder, compiled)
        self._numbers = lru_cache(_MOST)(NumberReader(language.data.get("numbers")).read)
        self._references = lru_cache(_MOST)(ReferenceReader(language.data.get("citations")).read)
        self._alone: Remembered[Wording] = Remembered(_MOST)
        self._flagger = Flagger(language.data.get("speakers"))

    def read(self, match: Match, document: Document, fold: Callable[[int], Folded]) -> Wording:
        """How the matched sentence puts its claim. `fold(i)` gives the tokens of sentence `i` of the document."""
        borrowed = lent(match, document, fold, self.sentences)
        if borrowed:
            return self._read(match, document, borrowed)
        wording = self._alone.get(_gist(match, document), lambda: self._read(match, document, ()))
        here = match.sentence.index
        if not wording.cues or wording.cues[0].sentence == here:
            return wording
        return replace(wording, cues=tuple(Cue(cue.group, cue.signal, cue.text, here) for cue in wording.cues))

    def _read(self, match: Match, document: Document, borrowed: Sequence[Acting]) -> Wording:
        text = match.sentence.text
        reading = self.sentences.read(match.folded, match.sentence.index, answering=match.asks_for is not None)
        target = reading.target(match)
        if target.verdict:
            reading = self.sentences.read(match.folded, match.sentence.index, answering=True)
            target = reading.target(match)
        own = reading.tier_cues(target)
        decision = decide([*own, *borrowed])
        if match.reversed:
            decision = turned(decision)
        numbers = self._numbers(text, reading.clause_text(target))
        references = self._references(text)
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


def _gist(match: Match, document: Document) -> Hashable:
    """All that the wording of a sentence hangs on to which nothing is lent, but for its place."""
    return (
        match.sentence.text,
        match.asks_for is not None,
        match.anchor,
        match.relation,
        match.subject,
        bool(match.mentions) and match.mentions[0].sentence == match.sentence.index,
        bool(match.mentions),
        _borrows(match),
        quoted(match, document),
        match.time_class == "long",
        match.reversed,
    )


def _borrows(match: Match) -> bool:
    """Whether something that the claim names stands elsewhere."""
    return any(mention.via == "context" for mention in match.mentions)
