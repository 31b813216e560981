"""Which concepts, relations and marks stand in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.matching.lexicon import CONCEPT, LEAD_IN, MARK, RELATION, Guard, Lexicon, Sense
from claimcheck.text.folding import Folded
from claimcheck.text.phrases import find, longest
from claimcheck.text.trie import Hit

if TYPE_CHECKING:
    from claimcheck.matching.outcomes import Sign

Norms = Sequence[str]
#: whether the topic in force satisfies a guard
Near = Callable[[Guard], bool]


class Seen(NamedTuple):
    """A phrase read in one sense: tokens `first` to `last` (exclusive); `fuzzy` if a misspelling was mended."""

    id: str
    sense: str
    first: int
    last: int
    fuzzy: bool = False


class Reading(NamedTuple):
    """Everything the vocabulary sees in a sentence.

    `concepts` holds several entries for one span where a phrase has several readings; `marks` are ids such as
    `owner` with their sense (`baby`, `parent`), `time`, `answer`, `comment`, `logistics`. `signs` remembers what
    outcomes it shows, by what a list it stands in does to its items and whose they are.
    """

    folded: Folded
    concepts: tuple[Seen, ...]
    relations: tuple[Seen, ...]
    lead_ins: tuple[Seen, ...]
    marks: tuple[Seen, ...]
    signs: dict[tuple[str | None, str | None], list[Sign]]


class Sight(NamedTuple):
    """What the words of a sentence may mention, before anything is known of the topic.

    `open_to` holds the hits whose guard (one of `asking`) the sentence itself does not satisfy: the topic may.
    """

    folded: Folded
    fuzzy: frozenset[int]
    hits: list[Hit]
    open_to: dict[Hit, Guard]
    asking: tuple[Guard, ...]


def contains(norms: Norms, phrase: tuple[str, ...]) -> bool:
    """Whether the phrase stands anywhere in the tokens."""
    width = len(phrase)
    first = phrase[0]
    return first in norms and any(
        norm == first and tuple(norms[i : i + width]) == phrase for i, norm in enumerate(norms)
    )


def _next_to(norms: Norms, hit: Hit, guard: Guard) -> bool:
    """Whether a word stands right before or after the hit that forbids it."""
    return any(tuple(norms[hit.last : hit.last + len(p)]) == p for p in guard.not_before) or any(
        hit.first >= len(p) and tuple(norms[hit.first - len(p) : hit.first]) == p for p in guard.not_after
    )


def _overlaps(hit: Hit, others: Iterable[Hit]) -> bool:
    """Whether a stronger reading takes some of the words; one of the very same words stands beside it."""
    span = (hit.first, hit.last)
    return any(
        hit.first < other.last and other.first < hit.last and span != (other.first, other.last) for other in others
    )


class MentionFinder:
    """Reads sentences with one lexicon.

    `mend` maps a folded sentence to one whose misspellings are mended, and the numbers of the mended tokens.
    """

    def __init__(self, lexicon: Lexicon, mend: Callable[[Folded], tuple[Folded, frozenset[int]]]) -> None:
        self._lexicon = lexicon
        self._mend = mend

    def read(self, folded: Folded, near: Near) -> Reading:
        """All mentions of a sentence. `near` tells whether the topic in force satisfies a guard's `needs_near`."""
        sight = self.see(folded)
        return self.settle(sight, frozenset(filter(near, sight.asking)))

    def see(self, folded: Folded) -> Sight:
        """All that may be mentioned, whatever the topic is."""
        mended, fuzzy = self._mend(folded)
        hits = [hit for hit in find(self._lexicon.table, mended) if self._allowed(mended, hit)]
        named = {self._sense(h).id for h in hits if self._sense(h).kind == CONCEPT and not self._needs(h)}
        open_to = {hit: self._guard(hit) for hit in hits if not self._satisfied(mended.norms, hit, named)}
        return Sight(folded, fuzzy, hits, open_to, tuple(dict.fromkeys(open_to.values())))

    def settle(self, sight: Sight, met: Container[Guard]) -> Reading:
        """What is mentioned where the topic in force meets these of the guards that ask for one."""
        kinds: dict[str, list[Hit]] = {CONCEPT: [], RELATION: [], LEAD_IN: [], MARK: []}
        for hit in sight.hits:
            if hit not in sight.open_to or sight.open_to[hit] in met:
                kinds[self._sense(hit).kind].append(hit)
        return Reading(
            sight.folded,
            self._longest(kinds[CONCEPT], sight.fuzzy),
            self._longest(kinds[RELATION], sight.fuzzy),
            self._longest(kinds[LEAD_IN], sight.fuzzy),
            self._marks(kinds[MARK], sight.fuzzy),
            {},
        )

    def dropped(self, folded: Folded, near: Near) -> Iterator[tuple[Seen, str]]:
        """The concepts that a guard keeps from counting, each with the guard's key, for people who ask why."""
        mended, fuzzy = self._mend(folded)
        hits = [hit for hit in find(self._lexicon.table, mended) if self._sense(hit).kind == CONCEPT]
        named = {self._sense(h).id for h in hits if self._allowed(mended, h) and not self._needs(h)}
        for hit in hits:
            sense, guard = self._sense(hit), self._guard(hit)
            seen = Seen(sense.id, sense.sense, hit.first, hit.last, not fuzzy.isdisjoint(range(hit.first, hit.last)))
            if _next_to(mended.norms, hit, guard._replace(not_after=())):
                yield seen, "not_before"
            elif _next_to(mended.norms, hit, guard):
                yield seen, "not_after"
            elif not self._allowed(mended, hit):
                yield seen, "not_near"
            elif not (self._satisfied(mended.norms, hit, named) or near(guard)):
                yield seen, "needs_near"

    def _sense(self, hit: Hit) -> Sense:
        return self._lexicon.senses[hit.payload]

    def _guard(self, hit: Hit) -> Guard:
        return self._lexicon.guards[self._sense(hit).guard]

    def _needs(self, hit: Hit) -> bool:
        guard = self._guard(hit)
        return bool(guard.needs_near or guard.needs_concepts)

    def _allowed(self, folded: Folded, hit: Hit) -> bool:
        guard = self._guard(hit)
        return not _next_to(folded.norms, hit, guard) and not any(
            contains(folded.norms, phrase) for phrase in guard.not_near
        )

    def _satisfied(self, norms: Norms, hit: Hit, named: set[str]) -> bool:
        """Whether the sentence itself holds what the guard needs."""
        if not self._needs(hit):
            return True
        guard = self._guard(hit)
        outside = [*norms[: hit.first], *norms[hit.last :]]
        return any(contains(outside, phrase) for phrase in guard.needs_near) or any(
            id in named for id in guard.needs_concepts
        )

    def _marks(self, hits: Iterable[Hit], fuzzy: frozenset[int]) -> tuple[Seen, ...]:
        """Marks of one sort compete for their words ("while it lasts" is not "lasts"), sorts do not."""
        by_id: dict[str, list[Hit]] = {}
        for hit in hits:
            by_id.setdefault(self._sense(hit).id, []).append(hit)
        return tuple(seen for same in by_id.values() for seen in self._longest(same, fuzzy))

    def _peoples(self, hit: Hit) -> bool:
        """Whether it names a population: an outcome that holds it ("outcomes for families") leaves it standing."""
        info = self._lexicon.concepts.get(self._sense(hit).id)
        return info is not None and info.kind == "population"

    def _longest(self, own: Sequence[Hit], fuzzy: frozenset[int]) -> tuple[Seen, ...]:
        """Of hits of one kind those that no longer or stronger one overlaps."""
        if not own:
            return ()
        strong = longest(hit for hit in own if self._sense(hit).sense != "weak")
        strong.extend(h for h in longest(h for h in own if self._peoples(h)) if h not in strong)
        weak = longest(hit for hit in own if self._sense(hit).sense == "weak" and not _overlaps(hit, strong))
        seen = (
            Seen(sense.id, sense.sense, hit.first, hit.last, not fuzzy.isdisjoint(range(hit.first, hit.last)))
            for hit in sorted((*strong, *weak))
            for sense in (self._sense(hit),)
        )
        return tuple(dict.fromkeys(seen))
