"""What a document speaks of most so far: the last that a reader thinks of where nothing nearer is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Seen
from claimcheck.matching.sections import Lender


class Prevailing:
    """Counts in how many sentences each intervention and rival is named."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._concepts = lexicon.concepts
        self._counts: Counter[str] = Counter()
        self._latest: dict[str, tuple[Seen, Lender]] = {}

    def note(self, lender: Lender) -> None:
        """Takes in a sentence that names subjects."""
        acting = {seen.id: seen for seen in lender.subjects if self._concepts[seen.id].acts}
        self._counts.update(list(acting))
        self._latest.update((id, (seen, lender)) for id, seen in acting.items())

    def subject(self) -> Iterator[tuple[Seen, Lender]]:
        """The intervention that prevails; none where rivals are named as often."""
        for id, count in self._counts.most_common(1):
            rivals = sum(n for other, n in self._counts.items() if self._concepts[other].kind == "rival")
            if self._concepts[id].kind == "intervention" and count > rivals:
                yield self._latest[id]
