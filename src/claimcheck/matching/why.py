"""Why a sentence was read as it was: makes the accounts of a document's sentences while the matcher reads them."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.documents.model import Sentence
from claimcheck.matching import remedies
from claimcheck.matching.account import Account, Dropped, Loan, Word
from claimcheck.matching.attempts import Attempts, words_of
from claimcheck.matching.mentioned import mention_of
from claimcheck.matching.mentions import Reading
from claimcheck.matching.sentence import SentenceReader
from claimcheck.matching.toolkit import Toolkit
from claimcheck.matching.topics import Topics

#: marks that keep a sentence from claiming anything, and what they make of it
_SILENCING = {"advice": "it gives advice", "asking": "it asks for facts, not whether something is so"}


class Accountant:
    """Keeps one account a sentence, in the order in which they are read."""

    def __init__(self, tools: Toolkit) -> None:
        self._tools = tools
        self._attempts = Attempts(tools)
        self.accounts: list[Account] = []

    def note(self, sentence: Sentence, reading: Reading, topics: Topics, found: SentenceReader) -> None:
        """Takes in a sentence as it was read, before it is added to what may be lent."""
        folded = reading.folded
        self.accounts.append(
            Account(
                sentence.index,
                tuple(mention_of(seen, seen.id, folded, sentence.index, context=False) for seen in reading.concepts),
                tuple(self._words(reading)),
                tuple(dict.fromkeys(self._dropped(reading, topics))),
                tuple(self._loans(sentence, topics)),
                found.populations,
                self._silence(reading, found),
                tuple(dict.fromkeys(self._attempts.of(reading, found))),
            )
        )

    def _words(self, reading: Reading) -> Iterator[Word]:
        concepts = self._tools.lexicon.concepts
        named = [(concepts[seen.id].kind, seen) for seen in reading.concepts]
        others = [("relation", seen) for seen in reading.relations] + [("lead-in", seen) for seen in reading.lead_ins]
        for kind, seen in named + others:
            yield Word(words_of(seen, reading), seen.id, kind, seen.sense, seen.fuzzy)

    def _dropped(self, reading: Reading, topics: Topics) -> Iterator[Dropped]:
        """Guarded phrases, but for those inside a phrase that counts."""
        for seen, guard in self._tools.finder.dropped(reading.folded, topics.near):
            if not any(other.first <= seen.first and seen.last <= other.last for other in reading.concepts):
                yield Dropped(words_of(seen, reading), seen.id, guard, remedies.for_guard(seen.id, guard))

    def _loans(self, sentence: Sentence, topics: Topics) -> Iterator[Loan]:
        """The nearest loan of each concept."""
        given: set[str] = set()
        for loan in topics.loans(sentence):
            if loan.seen.id not in given:
                given.add(loan.seen.id)
                lender = loan.lender
                mention = mention_of(
                    loan.seen, loan.seen.id, lender.reading.folded, lender.sentence.index, context=True
                )
                yield Loan(mention, loan.kind, self._tools.rules.subject_scores[loan.kind])

    def _silence(self, reading: Reading, found: SentenceReader) -> str | None:
        if found.is_reference:
            return "an entry of a list of references: what is cited claims nothing here"
        if not found.silence.is_lead_in():
            return None
        for mark in reading.marks:
            if mark.id in _SILENCING:
                return f"{_SILENCING[mark.id]} (“{words_of(mark, reading)}”; {remedies.for_mark(mark.id)})"
        return (
            "a heading that only lends to what stands below it" if found.manner.is_heading else "it only opens a list"
        )
