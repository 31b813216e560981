"""Whose outcome a sentence speaks of."""

from __future__ import annotations

from claimcheck.matching.clauses import Layout
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.rules import Rules
from claimcheck.text.folding import plain

#: how many tokens may stand between a person and the word that says they report
_SPEAKING = 1


def people_of(reading: Reading, lexicon: Lexicon) -> list[Seen]:
    """The words that say whose outcome it is.

    Those inside an intervention's name ("massage your baby") are left out, and those who only report ("parents say").
    """
    acting = [s for s in reading.concepts if lexicon.concepts[s.id].acts]
    reporting = [mark for mark in reading.marks if mark.id == "reporting"]
    return [
        mark
        for mark in reading.marks
        if mark.id == "owner"
        and not any(s.first <= mark.first and mark.last <= s.last for s in acting)
        and not any(0 <= verb.first - mark.last <= _SPEAKING for verb in reporting)
    ]


def owner_near(seen: Seen, reading: Reading, layout: Layout, lexicon: Lexicon, rules: Rules) -> str | None:
    """The owner of an outcome: by a person it names, the possessor right before it, or the nearest in its clause."""
    people = [m for m in people_of(reading, lexicon) if layout.together(m.first, seen.first)]
    inside = [mark for mark in people if mark.first >= seen.first and mark.last <= seen.last]
    possessor = None if inside else _possessor(seen, reading, rules)
    if possessor:
        return possessor

    def away(mark: Seen) -> int:
        before = mark.last <= seen.first
        return seen.first - mark.last if before else 2 * (mark.first - seen.last) + 4

    nearest = min(inside or people, key=away, default=None)
    reach = rules.owner_reach.get(seen.id, rules.reach["owner"])
    return nearest.sense if nearest and (inside or away(nearest) <= reach) else None


def _possessor(seen: Seen, reading: Reading, rules: Rules) -> str | None:
    """The owner by a word right before the outcome or inside it ("lowers your stress")."""
    folded = reading.folded
    before = folded.text[: folded.starts[seen.first]].split()[-1:]
    inside = folded.slice(seen.first, seen.last).split()
    owners = (rules.possessors.get(plain(word)) for word in (*before, *inside))
    return next((owner for owner in owners if owner), None)
