"""Whether a sentence claims anything by itself, or only opens, labels, asks or advises."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.matching.mentions import Seen
from claimcheck.matching.outcomes import Sign
from claimcheck.matching.setting import Setting

_NAMING = frozenset({"name", "weak"})
_QUOTES = frozenset({'"', "“", "”"})


class Silence:
    """Tells it of one sentence, by its look, its names and its signs."""

    def __init__(self, setting: Setting, signs: Sequence[Sign]) -> None:
        """`signs` may still grow until it is first asked."""
        self._at = setting
        self._signs = signs

    def is_lead_in(self) -> bool:
        """A heading that only opens a list ("How massage can help") or a plain heading claims nothing itself."""
        manner = self._at.manner
        if manner.is_heading:
            return manner.asks_for_facts if manner.asks else manner.only_opens and not (self._tells() or self.quotes())
        left_open = manner.announces and not (self._signs and self._speaks())
        heads = self.is_label() or manner.heads_cells or self._at.topics.only_heads_row(self._at.block)
        return left_open or heads or manner.asks_for_facts or self._only_advises()

    def is_label(self) -> bool:
        """Whether it is nothing but the name of an outcome, of which the next sentence speaks ("Reflux.")."""
        surfaces = self._at.reading.folded.surfaces
        goes_on = len(self._at.block.text.rstrip()) > len(self._at.sentence.text)
        ends = len(surfaces) - 1
        labels = goes_on and len(self._signs) > 0 and surfaces[ends] == "."
        return labels and all(
            (sign.seen.first, sign.seen.last) == (0, ends) and sign.seen.sense in _NAMING for sign in self._signs
        )

    def quotes(self) -> bool:
        """Whether a heading quotes what is claimed (Claim 2: "Proven to cure colic")."""
        surfaces = self._at.reading.folded.surfaces
        opened = next((i for i, surface in enumerate(surfaces) if surface in _QUOTES), len(surfaces))
        quoted = any(sign.seen.first > opened and sign.seen.last < len(surfaces) for sign in self._signs)
        return self._at.manner.is_heading and quoted

    def _speaks(self) -> bool:
        """Whether it names or stands for what acts; else a colon leaves that to the list below."""
        return bool(self._at.named) or any(mark.id == "pronouns" for mark in self._at.reading.marks)

    def _only_advises(self) -> bool:
        """Whether it tells people what to do, and no other clause of it says what comes of something."""
        advice = {self._at.layout.clauses[mark.first] for mark in self._at.reading.marks if mark.id == "advice"}
        return bool(advice) and all(self._at.layout.clauses[sign.seen.first] in advice for sign in self._signs)

    def _tells(self) -> bool:
        """Whether a heading is a sentence: a subject, then a relation, then an outcome."""
        return any(
            subject.last <= relation.first and self._is_told(subject, relation, sign.seen)
            for subject in self._at.named
            for relation in self._at.reading.relations
            for sign in self._signs
        )

    def _is_told(self, subject: Seen, relation: Seen, outcome: Seen) -> bool:
        """Whether the relation leads to the outcome, or begins its phrase ("cures colic") where a verb would stand.

        Elsewhere such a phrase only says what the section is about ("massage for better sleep").
        """
        between = self._at.reading.folded.surfaces[subject.last : relation.first]
        verb = relation.first == outcome.first and all(word in self._at.tools.rules.companions for word in between)
        return verb or relation.last <= outcome.first
