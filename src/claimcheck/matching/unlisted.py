"""Health claims that the base does not hold: the curator's to-do list."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import Sentence
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading
from claimcheck.matching.model import Unlisted
from claimcheck.matching.outcomes import Sign
from claimcheck.matching.subjects import Subject

_TELLING = frozenset({"claim", "related", "weak-related"})
_LISTED = frozenset({"list", "weak-list"})


class UnlistedReader:
    """Recognises a sentence that says something is done to health, whoever does it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(
        self,
        sentence: Sentence,
        reading: Reading,
        signs: Sequence[Sign],
        in_force: Sequence[Subject],
        fragment: bool,
    ) -> Unlisted | None:
        """The sentence as an unlisted claim, or None if it claims nothing about health."""
        subjects = [subject for subject in in_force if self._health(subject.seen.id)]
        if in_force and not subjects:
            return None
        outcomes = [
            sign
            for sign in signs
            if self._lexicon.concepts[sign.concepts[0]].kind == "outcome" and self._health(sign.concepts[0])
            if sign.worth in _TELLING or (fragment and subjects and sign.worth in _LISTED)
        ]
        if not outcomes:
            return None
        acting = tuple(dict.fromkeys(subject.seen.id for subject in subjects))
        seen = tuple(dict.fromkeys((*acting, *(outcome.concepts[0] for outcome in outcomes))))
        return Unlisted(sentence, self._why(subjects, outcomes), seen, subjects=acting)

    def _health(self, concept: str) -> bool:
        return self._lexicon.concepts[concept].health

    def _why(self, subjects: Sequence[Subject], outcomes: Sequence[Sign]) -> str:
        what = ", ".join(dict.fromkeys(sign.concepts[0] for sign in outcomes))
        who = ", ".join(dict.fromkeys(subject.seen.id for subject in subjects))
        acting = f" under {who}" if who else ""
        return f"speaks of {what}{acting}, but no claim of the base says this"
