"""How a sentence puts a claim: the door to this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.documents.model import Block, BlockKind, Document
from claimcheck.evidence.language import Language
from claimcheck.matching.model import Match
from claimcheck.text.folding import Folded, Folder
from claimcheck.wording.citations import ReferenceReader
from claimcheck.wording.clauses import Clauses, split
from claimcheck.wording.cues import CueHit, CueTable, compile_cues, contractions_of
from claimcheck.wording.flags import flags_of
from claimcheck.wording.model import STANCE_OF_TIER, Cue, Wording
from claimcheck.wording.numbers import NumberReader
from claimcheck.wording.scope import Target, acts
from claimcheck.wording.spelling import Spelled, spell_out
from claimcheck.wording.tier import Acting, Decision, decide

#: signals that do not bear on the tier, though a claim may be in their reach
_SILENT = frozenset(
    {"testimonial", "first-person", "attribution", "causal", "association", "lasting", "terminator", "opener"}
)


class Reading:
    """One sentence, read once: its words, cues and clauses."""

    def __init__(self, spelled: Spelled, hits: list[CueHit]) -> None:
        self.spelled = spelled
        self.words = spelled.words
        self.hits = hits
        self.clauses: Clauses = split(self.words, hits)

    def span(self, span: tuple[int, int]) -> tuple[int, int]:
        """A span of the sentence's tokens among its spelled-out words."""
        return self.spelled.place(span[0]), self.spelled.place(span[1])

    def acting(self, target: Target) -> list[CueHit]:
        """The cues that act on a claim of the sentence."""
        return [hit for hit in self.hits if acts(hit, target, self.words, self.clauses)]


class WordingReader:
    """Reads tier, stance, flags, numbers and references of matched sentences. Safe to share; keeps no document."""

    def __init__(self, language: Language, folder: Folder, compiled: bytes | None = None) -> None:
        self._folder = folder
        self._contractions = contractions_of(language)
        self._table = CueTable(compile_cues(language, folder) if compiled is None else compiled)
        self._numbers = NumberReader(language.data.get("numbers"))
        self._references = ReferenceReader(language.data.get("citations"))

    def read(self, match: Match, document: Document, fold: Callable[[int], Folded]) -> Wording:
        """How the matched sentence puts its claim. `fold(i)` gives the tokens of sentence `i` of the document."""
        reading = self.reading(match.folded, answering=match.asks_for is not None)
        target = _target(match, reading)
        own = _own(reading, target, match.sentence.index)
        lent = list(self._lent(match, document, fold))
        decision = decide([*own, *lent])
        inherited = any(mention.via == "context" for mention in match.mentions) or decide(own).tier != decision.tier
        numbers = self._numbers.read(match.sentence.text, _clause_text(reading, target))
        references = self._references.read(match.sentence.text)
        signals = {hit.spec.signal for hit in reading.acting(target)}
        return Wording(
            tier=decision.tier,
            stance=STANCE_OF_TIER[decision.tier],
            flags=flags_of(reading.hits, match, document, numbers, references, inherited),
            cues=_cues(decision),
            numbers=numbers,
            references=references,
            causal="causal" in signals and "association" not in signals,
            lasting="lasting" in signals or match.time_class == "long",
        )

    def reading(self, folded: Folded, *, answering: bool = False) -> Reading:
        """A sentence's words, cues and clauses."""
        spelled = spell_out(folded, self._contractions, self._folder)
        return Reading(spelled, self._table.hits(spelled.words, answering=answering))

    def fold(self, text: str) -> Folded:
        """A text's tokens."""
        return self._folder.fold(text)

    def whole(self, folded: Folded) -> list[Acting]:
        """All cues of a sentence that bear on its tier, wherever they stand."""
        reading = self.reading(folded)
        return _own(reading, Target((0, len(reading.words)), whole=True), 0)

    def _lent(self, match: Match, document: Document, fold: Callable[[int], Folded]) -> Iterator[Acting]:
        """What headings, lead-ins and a table's heads lend to the sentence."""
        for number, index in enumerate(match.lenders):
            if number == 0 or not _is_title(document.blocks[document.sentences[index].block]):
                yield from self._lend(fold(index), index)
        block = document.blocks[match.sentence.block]
        if block.kind is BlockKind.TABLE_CELL:
            for head in filter(None, (block.column_head, block.row_head)):
                if head != block.text:
                    yield from self._lend(self._folder.fold(head), match.sentence.index)

    def _lend(self, folded: Folded, sentence: int) -> Iterator[Acting]:
        reading = self.reading(folded)
        words = reading.words
        hits = [hit for hit in reading.hits if hit.spec.list_scope and hit.spec.signal not in _SILENT]
        if any(hit.spec.signal == "question" for hit in reading.hits):
            hits = [hit for hit in hits if hit.spec.signal == "question"]
        last = max((reading.clauses.of[hit.first] for hit in hits), default=0)
        for hit in hits:
            if reading.clauses.of[hit.first] == last:
                yield _acting(hit, words, sentence, lent=True)


def _is_title(block: Block) -> bool:
    """Whether a block names the whole page; what is nearer says more about its lists."""
    return block.kind is BlockKind.TITLE or (block.kind is BlockKind.HEADING and block.level == 1)


def _target(match: Match, reading: Reading) -> Target:
    """What the cues must reach; a reply or comment whose outcome stands in another sentence is reached by all."""
    named_here = not match.mentions or match.mentions[0].sentence == match.sentence.index
    anchor = reading.span(match.anchor)
    if anchor[0] >= anchor[1]:
        anchor = (0, len(reading.words))
    relation = None if match.relation is None else reading.span(match.relation)
    if relation and relation[0] >= anchor[1] and not _same_clause(reading.clauses, anchor, relation):
        relation = None  # the verb of what is said next
    return Target(anchor, relation, whole=not named_here)


def _same_clause(clauses: Clauses, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return bool(clauses.holding(one) & clauses.holding(other))


def _own(reading: Reading, target: Target, sentence: int) -> list[Acting]:
    return [_acting(hit, reading.words, sentence) for hit in reading.acting(target) if hit.spec.signal not in _SILENT]


def _acting(hit: CueHit, words: Folded, sentence: int, *, lent: bool = False) -> Acting:
    text = words.slice(hit.first, hit.last)
    return Acting(hit.spec, sentence, hit.first, hit.last, text, lent)


def _clause_text(reading: Reading, target: Target) -> tuple[int, int]:
    """Where the clauses of the claim begin and end in the sentence's text."""
    words, clauses = reading.words, reading.clauses
    numbers = set().union(*(clauses.holding(span) for span in target.spans))
    inside = [token for token in range(len(words)) if clauses.of[token] in numbers]
    return words.starts[inside[0]], words.ends[inside[-1]]


def _cues(decision: Decision) -> tuple[Cue, ...]:
    return tuple(Cue(cue.spec.id, cue.spec.signal, cue.text, cue.sentence) for cue in decision.cues)
