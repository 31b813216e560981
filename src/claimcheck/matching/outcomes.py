"""What a sentence says is changed: outcome mentions with their relation, owner and worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.matching.clauses import JOINING, Layout
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.owners import owner_near
from claimcheck.matching.rules import SHARED, Rules
from claimcheck.text.folding import NUMBER

#: how much farther a relation that follows its outcome counts than one before it
_AFTER = 3
#: how many tokens may stand between "helps" and those who are helped
_DIRECT = 3
#: what a sentence may say of a condition besides that something works against it ("if you struggle with PND, ...")
_SUFFERED = frozenset({"worsens", "affects", "causes"})
#: the marks of words that judge, and how many tokens a cell that only judges may have
_VERDICTS, _LONGEST_VERDICT = frozenset({"answer", "answering", "judgement", "verdict"}), 12
#: what may stand behind an outcome that is asked about, or labels what is said of it
_ALONE = (["?"], ["."])
#: what an outcome may do to people, and within how many tokens
_STRIKING, _VICTIMS = frozenset({"affects", "causes"}), 7


def heads(outcome: Seen, reading: Reading, rules: Rules) -> bool:
    """Whether an outcome stands before a colon or "too" at the head of the sentence ("Colic: no change.")."""
    after = reading.folded.surfaces[outcome.last :]
    return outcome.first == 0 and any(tuple(after[: len(words)]) == words for words in rules.heading)


def opens_with_verdict(reading: Reading) -> bool:
    """Whether its first words judge ("Unclear", "No proof")."""
    return any(mark.id in _VERDICTS and mark.first <= 1 for mark in reading.marks)


def _opens_with_word(reading: Reading) -> bool:
    """Whether the first token is a word, and no number in letters either ("two trials")."""
    return len(reading.folded) > 0 and reading.folded.surfaces[0].isalpha() and reading.folded.norms[0] != NUMBER


def _is_changed(people: Seen, shown: Sequence[Seen], reading: Reading, layout: Layout) -> bool:
    """Whether an outcome of these people is shown: about them, or next in their clause with nothing to part the two."""
    return any(
        outcome.first < people.last
        or (
            layout.together(people.first, outcome.first)
            and JOINING.isdisjoint(reading.folded.surfaces[people.last : outcome.first])
        )
        for outcome in shown
    )


class Sign(NamedTuple):
    """An outcome as the sentence shows it.

    `concepts` are its possible readings; `worth` is a key of `scores.outcome`; `effect` says what is done to it.
    """

    concepts: tuple[str, ...]
    seen: Seen
    worth: str
    effect: str | None
    relation: Seen | None
    lent: LentOutcome | None = None


class LentOutcome(NamedTuple):
    """A condition named in an earlier sentence or heading, for one that only says "it works"."""

    seen: Seen
    sentence: int
    reading: Reading


class OutcomeReader:
    """Finds the outcome mentions of a sentence and what is done to them."""

    def __init__(self, lexicon: Lexicon, rules: Rules, objects: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._objects = objects
        #: concepts of which a sentence may say that something is done to them
        self.affected = frozenset(
            id for id, info in lexicon.concepts.items() if info.kind == "outcome" or id in objects or info.surrogate_for
        )

    def signs(self, reading: Reading, layout: Layout, listed: str | None, owner: str | None) -> Iterator[Sign]:
        """All signs of a sentence. `listed` is the effect a list of benefits has on its items ('' for none said)."""
        spans: dict[tuple[int, int], list[Seen]] = {}
        for seen in reading.concepts:
            if self._can_be_object(seen):
                spans.setdefault((seen.first, seen.last), []).append(seen)
        signs = [sign for options in spans.values() for sign in self._signs(options, reading, layout, listed, owner)]
        yield from signs
        shown = [sign.seen for sign in signs if not sign.worth.endswith("bare")]
        yield from self._helped(reading, layout, shown)

    def _helped(self, reading: Reading, layout: Layout, shown: Sequence[Seen]) -> Iterator[Sign]:
        """People with a condition who are helped, where nothing else of them is: the condition is what is helped."""
        for people in reading.concepts:
            conditions = self._lexicon.concepts[people.id].surrogate_for
            if not conditions or _is_changed(people, shown, reading, layout):
                continue
            for relation in reading.relations:
                near = 0 <= people.first - relation.last <= _DIRECT
                if relation.sense == "helps" and near and not self._between(relation, people, reading):
                    yield Sign(conditions, people, "related", "helps", relation)

    def _between(self, relation: Seen, people: Seen, reading: Reading) -> bool:
        """Whether other people stand between the help and these ("help families whose mother is depressed")."""
        kinds = self._lexicon.concepts
        return any(
            relation.last <= s.first and s.last <= people.first and kinds[s.id].kind == "population"
            for s in reading.concepts
        )

    def lent(self, reading: Reading, layout: Layout, condition: Callable[[], LentOutcome | None]) -> list[Sign]:
        """The signs of a sentence that says something works without saying against what, one each time it does."""
        works = [mark for mark in reading.marks if self._works(mark, reading, layout)]
        outcome = condition() if works else None
        if outcome is None:
            return []
        against = self._conditions(outcome.seen.id)
        places = [Seen(outcome.seen.id, "name", mark.first, mark.last) for mark in works]
        return [Sign(against, place, "lent", None, None, outcome) for place in places]

    def _conditions(self, concept: str) -> tuple[str, ...]:
        """What something works against: the condition itself before its onset."""
        wider = (id for id in self._lexicon.concepts[concept].broader if self._lexicon.concepts[id].polarity == "bad")
        return (*wider, concept)

    def _works(self, mark: Seen, reading: Reading, layout: Layout) -> bool:
        """Whether these words say that something works: always, or since they close their clause."""
        if mark.id not in ("efficacy", "helping") or self._is_supposed(mark, reading, layout):
            return False
        if mark.id == "efficacy":
            return True
        follows = reading.folded.surfaces[mark.last : mark.last + 1]
        closed = not follows or not follows[0][0].isalnum() or follows[0] in self._rules.closing
        return closed or not layout.together(mark.first, mark.last)

    def _is_supposed(self, mark: Seen, reading: Reading, layout: Layout) -> bool:
        """Whether it stands in the last clause after an "if" ("offered if talking hasn't helped")."""
        before = reading.folded.surfaces[: mark.first]
        at = next((i for i in reversed(range(len(before))) if before[i] in self._rules.supposing), 0)
        return at > 0 and layout.together(at, mark.first) and "," not in before[at:]

    def served(self, subject: Seen, purpose: LentOutcome | None, effect: str | None) -> list[Sign]:
        """The sign of an item that names only what acts, in a list that says on what ("What helps with PND:")."""
        if purpose is None:
            return []
        place = Seen(purpose.seen.id, purpose.seen.sense, subject.first, subject.last)
        return [Sign((purpose.seen.id,), place, "lent", effect, None, purpose)]

    def judged(self, reading: Reading, outcome: LentOutcome | None, *, assessed: bool) -> list[Sign]:
        """The sign of a table's cell that opens with a verdict on the outcome that heads its row or column.

        Where such a head promises a verdict (`assessed`), whatever words stand there are one.
        """
        judges = assessed or opens_with_verdict(reading)
        if outcome is None or not (judges and _opens_with_word(reading)) or len(reading.folded) > _LONGEST_VERDICT:
            return []
        place = Seen(outcome.seen.id, "name", 0, len(reading.folded))
        return [Sign((outcome.seen.id,), place, "verdict", None, None, outcome)]

    def _can_be_object(self, seen: Seen) -> bool:
        info = self._lexicon.concepts[seen.id]
        return info.kind == "outcome" or seen.id in self._objects

    def _signs(
        self,
        options: list[Seen],
        reading: Reading,
        layout: Layout,
        listed: str | None,
        owner: str | None,
    ) -> Iterator[Sign]:
        """One sign of a mention; one for each owner where it is said to be everybody's."""
        seen = min(options, key=lambda s: (s.sense not in ("claim", "harm"), s.sense != "name"))
        relation = self._relation(seen, reading, layout)
        worth, effect = self._worth(seen, relation, listed, reading)
        if worth == "bare" and (heads(seen, reading, self._rules) or self._is_asked_for(seen, reading)):
            worth = "named"
        if self._is_helped(seen, worth, effect, reading, layout):
            worth, effect = "related", "helps"
        said = owner_near(seen, reading, layout, self._lexicon, self._rules) or owner
        owners = self._rules.owners if said == SHARED else (said,)
        readings = {
            tuple(dict.fromkeys(self._owned(s.id, one) for s in self._preferred(options, one))): None for one in owners
        }
        for concepts in readings:
            others = (self._owned(concept, self._rules.default_owner) for concept in concepts)
            yield Sign(tuple(dict.fromkeys((*concepts, *others))), seen, worth, effect, relation)

    def _is_helped(self, seen: Seen, worth: str, effect: str | None, reading: Reading, layout: Layout) -> bool:
        """Whether the sentence says elsewhere that something works, and of this at most what it does to people."""
        if worth == "bare":
            return any(mark.id == "efficacy" for mark in reading.marks)
        suffered = effect in _SUFFERED and self._lexicon.concepts[seen.id].polarity == "bad"
        return worth == "related" and suffered and any(self._works(mark, reading, layout) for mark in reading.marks)

    def _is_asked_for(self, seen: Seen, reading: Reading) -> bool:
        """Whether a question or label is nothing but an outcome ("And wind?", "Reflux.").

        One that readers have themselves asks them.
        """
        surfaces = reading.folded.surfaces
        whole = surfaces[seen.last :] in _ALONE and self._rules.leading.issuperset(surfaces[: seen.first])
        return whole and seen.sense == "name" and self._lexicon.concepts[seen.id].owner != "parent"

    def _preferred(self, options: list[Seen], owner: str | None) -> list[Seen]:
        """The readings that fit the owner, or all where none does.

        Outcomes come before people, and of outcomes those of the owner usually meant.
        """

        def rank(seen: Seen) -> tuple[bool, bool]:
            info = self._lexicon.concepts[seen.id]
            return info.kind == "population", info.owner != self._rules.default_owner

        ordered = sorted(options, key=rank)
        fitting = [s for s in ordered if self._lexicon.concepts[s.id].owner in ("", owner)]
        return (fitting or ordered) if owner else ordered

    def _owned(self, concept: str, owner: str | None) -> str:
        return self._rules.owner_pairs.get((concept, owner), concept) if owner else concept

    def _worth(self, seen: Seen, relation: Seen | None, listed: str | None, reading: Reading) -> tuple[str, str | None]:
        if seen.sense in ("claim", "harm"):
            return "claim", relation.sense if relation is not None and self._spoils(relation, seen, reading) else None
        weak = "weak-" if seen.sense == "weak" else ""
        if relation is not None:
            inside = relation.first < seen.last and relation.last > seen.first
            return f"{weak}related", None if inside else relation.sense
        if listed is not None:
            return f"{weak}list", listed or None
        return f"{weak}bare", None

    def _spoils(self, relation: Seen, seen: Seen, reading: Reading) -> bool:
        """Whether what is said of a good thing is that it suffers ("slower to start talking")."""
        if relation.sense != "worsens" or seen.sense != "claim" or self._lexicon.concepts[seen.id].polarity != "good":
            return False
        first, second = sorted((relation, seen), key=lambda s: s.first)
        between = reading.folded.surfaces[first.last : second.first]
        return first.last <= second.first and len(between) <= _DIRECT and JOINING.isdisjoint(between)

    def _relation(self, seen: Seen, reading: Reading, layout: Layout) -> Seen | None:
        """The relation that governs the outcome: inside it, or nearest before it in its clause, else after it."""
        reach = self._rules.reach["relation"]

        def distance(relation: Seen) -> int:
            if relation.first < seen.last and relation.last > seen.first:
                return 0
            if relation.last <= seen.first:
                return 1 + layout.gap(relation.last, seen.first)
            return 1 + _AFTER + layout.gap(seen.last, relation.first)

        near = [
            relation
            for relation in reading.relations
            if layout.together(relation.first, seen.first)
            and distance(relation) <= reach
            and not self._is_named(relation, seen, reading)
            and not self._strikes(relation, seen, reading)
        ]
        return min(near, key=distance, default=None)

    def _strikes(self, relation: Seen, outcome: Seen, reading: Reading) -> bool:
        """Whether the outcome itself does something to people ("depression affects one mother in ten")."""
        if relation.sense not in _STRIKING or relation.first < outcome.last:
            return False
        return (
            any(0 <= mark.first - relation.last <= _VICTIMS for mark in reading.marks if mark.id == "owner")
            and reading.folded.surfaces[relation.last] not in self._rules.passive
        )

    def _is_named(self, relation: Seen, outcome: Seen, reading: Reading) -> bool:
        """Whether it is only a word in the name of what acts ("peer *support*"), apart from the outcome."""
        return any(
            s.first <= relation.first
            and relation.last <= s.last
            and (s.last <= outcome.first or outcome.last <= s.first)
            for s in reading.concepts
            if s.sense == "name" and self._lexicon.concepts[s.id].acts
        )
