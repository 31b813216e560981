"""Outcomes that a sentence does not name itself: its list, its table, a question or what stood before lends them."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import BlockKind
from claimcheck.matching.mentions import Seen
from claimcheck.matching.outcomes import LentOutcome, Sign
from claimcheck.matching.peoples import populations_of
from claimcheck.matching.setting import Setting

#: a statement of so few tokens says of its heading that it works ("White noise" / "Works.")
_CURT = 4


class Borrower:
    """Finds the signs that one sentence borrows."""

    def __init__(self, setting: Setting) -> None:
        self._at = setting

    def placed(self, own: Sequence[Sign]) -> list[Sign]:
        """What an item of a list or a cell of a table speaks of by where it stands, beside `own` signs."""
        if self._at.block.kind is BlockKind.LIST_ITEM:
            return self._served(own)
        return self._judged(own) if self._at.block.kind is BlockKind.TABLE_CELL else []

    def working(self, own: Sequence[Sign]) -> list[Sign]:
        """The condition in force, where something is said to work or is asked about by its name alone."""
        return self._at.tools.outcomes.lent(self._at.reading, self._at.layout, self._condition) or self._asked_about(
            own
        )

    def answering(self, acting: Sequence[Seen]) -> list[Sign]:
        """What is said of names, in answer to what it is that helps ("What turns it round? Tablets do.")."""
        condition = self._condition() if self._at.topics.asked_for_facts() else None
        return [sign for seen in acting for sign in self._at.tools.outcomes.served(seen, condition, None)]

    def _served(self, own: Sequence[Sign]) -> list[Sign]:
        """What a list says that its items act on, where this item names only what acts."""
        acting = [seen for seen in self._at.named if seen.sense == "name" and self._at.acts(seen)]
        if self._at.topics.in_logistics() or not acting or not all(overlaps(sign.seen, acting) for sign in own):
            return []
        purpose = self._at.topics.purpose() or self._treated(acting[0])
        return self._at.tools.outcomes.served(acting[0], purpose, self._at.topics.effect())

    def _treated(self, seen: Seen) -> LentOutcome | None:
        """The only condition that it treats, where the list is of what helps or does not ("Did nothing for me")."""
        condition = self._at.tools.frames.condition_of(seen.id) if self._at.topics.weighs_help() else None
        return None if condition is None else self._here(condition, seen)

    def _judged(self, own: Sequence[Sign]) -> list[Sign]:
        """What a cell judges that names nothing itself ("Unclear", in a row or column headed "Colic")."""
        if own or self._at.named:
            return []
        told = self._at.topics.assesses() or self._at.topics.crosses()
        return self._at.tools.outcomes.judged(self._at.reading, self._at.topics.judged(), assessed=told)

    def _asked_about(self, own: Sequence[Sign]) -> list[Sign]:
        """The sign of a question that is nothing but a name ("Antidepressants?"), of the condition in force."""
        whole = [
            seen for seen in self._at.named if seen.sense == "name" and seen.last == len(self._at.reading.folded) - 1
        ]
        if own or not self._at.manner.asks or not whole or whole[0].first:
            return []
        return self._at.tools.outcomes.served(whole[0], self._at.topics.condition(self._at.sentence), None)

    def _condition(self) -> LentOutcome | None:
        """The condition for which something "works": the one in force, or the only one that what acts treats."""
        lent, frames = self._at.topics.condition(self._at.sentence), self._at.tools.frames
        for seen in self._at.named:
            own = frames.condition_of(seen.id) if seen.sense == "name" and self._at.acts(seen) else None
            if own and not (lent and frames.candidates(seen.id, lent.seen.id, self._populations())):
                return self._here(own, seen)
        if lent or self._at.named or not (self._at.manner.asks or len(self._at.reading.folded) <= _CURT):
            return lent
        return self._at.topics.treated(self._at.sentence, frames.condition_of)

    def _here(self, condition: str, seen: Seen) -> LentOutcome:
        """A condition that a name of this sentence brings with it."""
        return LentOutcome(Seen(condition, "name", seen.first, seen.last), self._at.sentence.index, self._at.reading)

    def _populations(self) -> tuple[str, ...]:
        return populations_of(self._at.sentence, self._at.reading, self._at.topics, self._at.tools.lexicon)


def overlaps(seen: Seen, others: Sequence[Seen]) -> bool:
    """Whether a mention shares a token with one of the others."""
    return any(seen.first < other.last and other.first < seen.last for other in others)
