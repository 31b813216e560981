"""Everything that reads sentences for one base, made once and shared by all documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from claimcheck.matching.frames import FrameIndex
from claimcheck.matching.fuzzy import Speller
from claimcheck.matching.glance import Glance, glances
from claimcheck.matching.joining import Joiner
from claimcheck.matching.lexicon import load_lexicon
from claimcheck.matching.mentions import MentionFinder
from claimcheck.matching.outcomes import OutcomeReader
from claimcheck.matching.phrasings import Phrasings
from claimcheck.matching.rules import load_rules
from claimcheck.matching.subjects import SubjectReader
from claimcheck.matching.unlisted import UnlistedReader
from claimcheck.text.folding import Folder

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

#: the name under which the compiled twin keeps the vocabulary
SECTION = "lexicon-7"


class Toolkit:
    """The vocabulary of a base and the readers that use it. `threshold` is the score from which a claim counts."""

    def __init__(self, base: EvidenceBase, threshold: float | None) -> None:
        reading = cast("dict[str, Any]", base.language.data["reading"])
        self.folder = Folder(base.language.folding)
        self.lexicon = load_lexicon(_compiled(base))
        self.rules = load_rules(reading, self.folder)
        self.threshold = self.rules.threshold if threshold is None else threshold
        self.frames = FrameIndex(self.lexicon.pairs, self.lexicon.concepts)
        self.phrasings = Phrasings(self.lexicon.phrasings)
        self._speller = Speller(self.lexicon, self.folder, _known_words(base))

    @cached_property
    def finder(self) -> MentionFinder:
        """Reads mentions."""
        return MentionFinder(self.lexicon, self._speller.mend)

    @cached_property
    def glance(self) -> Callable[[str], Glance]:
        """What the words of a sentence tell by themselves."""
        return glances(self)

    @cached_property
    def outcomes(self) -> OutcomeReader:
        """Reads outcomes."""
        return OutcomeReader(self.lexicon, self.rules, self.frames.objects)

    @cached_property
    def subjects(self) -> SubjectReader:
        """Reads subjects."""
        return SubjectReader(self.lexicon, self.rules)

    @cached_property
    def joiner(self) -> Joiner:
        """Joins the two."""
        return Joiner(self.lexicon, self.rules, self.frames)

    @cached_property
    def unlisted(self) -> UnlistedReader:
        """Recognises health claims that no frame holds."""
        return UnlistedReader(self.lexicon)


def _compiled(base: EvidenceBase) -> bytes:
    try:
        return base.section(SECTION)
    except KeyError:
        from claimcheck.matching.vocabulary import compile_lexicon

        return compile_lexicon(base)


def _known_words(base: EvidenceBase) -> Sequence[str]:
    """Words that look like misspelt vocabulary and are none."""
    listed = cast("dict[str, list[str]]", base.language.data.get("not_typos", {}))
    return listed.get("words", [])
