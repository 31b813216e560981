"""The matcher: a document read from top to bottom, each sentence joined with what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document, Sentence
from claimcheck.matching.answers import Answers
from claimcheck.matching.clauses import layout_of
from claimcheck.matching.model import Match, Matching, Mention, NearMiss, ScorePart, Unlisted
from claimcheck.matching.sentence import SentenceReader, mention_of
from claimcheck.matching.toolkit import Toolkit
from claimcheck.matching.topics import Topics
from claimcheck.text.folding import Folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.matching.account import Account
    from claimcheck.matching.mentions import Reading

    Watch = Callable[[Sentence, Reading, Topics, SentenceReader], None]


class Matcher:
    """Finds the known claims of a document. Made once for a base; keeps no state between documents."""

    def __init__(self, base: EvidenceBase, *, threshold: float | None = None) -> None:
        self._tools = Toolkit(base, threshold)
        self.folder = self._tools.folder

    def mentions(self, document: Document, sentence: Sentence) -> tuple[Mention, ...]:
        """What the vocabulary sees in one sentence by itself, for people who ask why."""
        folded = self.folder.fold(sentence.text)
        reading = self._tools.finder.read(folded, lambda guard: True)
        return tuple(mention_of(seen, seen.id, folded, sentence.index, context=False) for seen in reading.concepts)

    def match(self, document: Document) -> Matching:
        """All claims, unlisted health claims and near misses of a document, in reading order."""
        return _Pass(self._tools, document).run()

    def explain(self, document: Document) -> tuple[Matching, tuple[Account, ...]]:
        """The same with the account of each sentence."""
        from claimcheck.matching.why import Accountant

        accountant = Accountant(self._tools)
        matching = _Pass(self._tools, document, accountant.note).run()
        return matching, tuple(accountant.accounts)


class _Pass:
    """One reading of one document; `watch` is told of each sentence when it was read."""

    def __init__(self, tools: Toolkit, document: Document, watch: Watch | None = None) -> None:
        self._tools = tools
        self._document = document
        self._topics = Topics(document, tools.lexicon, tools.frames.subjects, tools.rules.reach)
        self._answers = Answers(tools.rules)
        self._matches: list[Match] = []
        self._unlisted: list[Unlisted] = []
        self._near: list[NearMiss] = []
        self._watch = watch

    def run(self) -> Matching:
        for sentence in self._document.sentences:
            self._sentence(sentence)
        return Matching(tuple(self._matches), tuple(self._unlisted), tuple(self._near))

    def _sentence(self, sentence: Sentence) -> None:
        block = self._document.blocks[sentence.block]
        folded = self._tools.folder.fold(sentence.text)
        self._topics.enter(sentence)
        reading = self._tools.finder.read(folded, self._topics.near)
        layout = layout_of(folded, self._tools.rules.clause_ends)
        found = SentenceReader(self._tools, self._topics, block, sentence, reading, layout)
        if not found.is_reference:
            self._read(sentence, reading, found)
        if self._watch is not None:
            self._watch(sentence, reading, self._topics, found)
        self._topics.note(sentence, reading, found.named)

    def _read(self, sentence: Sentence, reading: Reading, found: SentenceReader) -> None:
        folded = reading.folded
        matches = [] if found.is_lead_in() else found.matches()
        matches.extend(self._whole_phrasings(sentence, folded, matches))
        kept = [match for match in matches if match.score >= self._tools.threshold]
        claimed = {match.claim for match in kept}
        taken = self._answers.taken_over(sentence, folded, reading, found.is_heading, besides=bool(kept))
        kept.extend(match for match in taken if match.claim not in claimed)
        self._near.extend(found.near_misses(matches, kept, self._tools.threshold))
        self._matches.extend(kept)
        if not kept:
            unlisted = self._tools.unlisted.read(sentence, reading, found.signs, found.in_force(), found.is_fragment)
            self._unlisted.extend([unlisted] if unlisted else [])
        self._answers.note(sentence, kept, found.is_heading)

    def _whole_phrasings(self, sentence: Sentence, folded: Folded, matches: Sequence[Match]) -> list[Match]:
        """Claims whose whole phrasing the sentence is, unless a frame found them."""
        found = {match.claim for match in matches if match.score >= self._tools.threshold}
        return [
            _phrasing_match(sentence, folded, claim, likeness, self._tools.rules.outcome_scores["phrase"])
            for claim, likeness in self._tools.phrasings.like(folded)
            if claim not in found
        ]


def _phrasing_match(sentence: Sentence, folded: Folded, claim: str, likeness: float, worth: float) -> Match:
    """A sentence that is a known phrasing of a claim: the whole of it anchors the claim."""
    last = len(folded)
    mention = Mention(claim, sentence.text, "phrase", sentence.index, 0, len(sentence.text), 0, last)
    parts = (ScorePart("a known phrasing", worth), ScorePart("likeness", round((1 - worth) * likeness, 2)))
    score = round(sum(part.points for part in parts), 2)
    return Match(sentence, folded, claim, score, (mention,), (0, last), parts=parts)
