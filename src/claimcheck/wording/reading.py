"""One sentence, read once: its words, cues and clauses, and which cues act on a claim in it."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.evidence.language import Language
from claimcheck.matching.model import Match
from claimcheck.text.folding import Folded, Folder
from claimcheck.text.remembering import Remembered
from claimcheck.wording.clauses import Clauses, split
from claimcheck.wording.cues import CueHit, CueTable, compile_cues, contractions_of
from claimcheck.wording.scope import Span, Target, acts
from claimcheck.wording.spelling import Spelled, spell_out
from claimcheck.wording.tier import Acting

#: signals that do not bear on the tier, though a claim may be in their reach
_SILENT = frozenset({"testimonial", "attribution", "causal", "association", "lasting", "terminator", "opener"})

#: so many words behind a comma may stand before a subject with one adjective
_BEFORE_SUBJECT = 2
#: what goes on with a list of subjects
_LISTING = frozenset({",", "and", "or", "nor", "&"})

#: so many sentences are remembered, some kilobytes each
_MOST = 2_000


class Parsed(NamedTuple):
    """A sentence wherever it stands: its words (short forms spelled out), its cues and its clauses."""

    spelled: Spelled
    hits: list[CueHit]
    clauses: Clauses
    #: the cues that act on what was asked for so far
    acting: dict[Target, list[CueHit]]


class Reading:
    """A parsed sentence in its place; `index` is its number in the document."""

    def __init__(self, parsed: Parsed, index: int) -> None:
        self._spelled, self.hits, self.clauses, self._acting = parsed
        self.words = self._spelled.words
        self.index = index

    def acting(self, target: Target) -> list[CueHit]:
        """The cues that act on a claim of the sentence."""
        found = self._acting.get(target)
        if found is None:
            found = [hit for hit in self.hits if acts(hit, target, self.words, self.clauses)]
            self._acting[target] = found
        return found

    def tier_cues(self, target: Target, *, lent: bool = False) -> list[Acting]:
        """Those of them that bear on its tier."""
        return [
            Acting(hit.spec, self.index, hit.first, hit.last, self.words.slice(hit.first, hit.last), lent)
            for hit in self.acting(target)
            if hit.spec.signal not in _SILENT
        ]

    def everything(self) -> Target:
        """The sentence on the whole."""
        return Target((0, len(self.words)), whole=True)

    def target(self, match: Match) -> Target:
        """What the cues must reach. Where the outcome stands in another sentence ("It might."), every cue does."""
        anchor = self._span(match.anchor)
        if anchor[0] >= anchor[1]:
            return self.everything()
        if match.mentions and match.mentions[0].sentence != self.index:
            reply = Target(anchor, whole=True)
            return reply if self.tier_cues(reply) else self.everything()
        relation = self._relation(match, anchor)
        said = None if relation else self.clauses.labelled_by(anchor)
        if said:
            return Target((anchor[0], said[1]), whole=True, verdict=said[0] + 1)
        return Target(anchor, relation, opens=self._opening(match, anchor))

    def _relation(self, match: Match, anchor: Span) -> Span | None:
        """The relation's words; a verb in a later clause says something else."""
        if match.relation is None:
            return None
        relation = self._span(match.relation)
        later = relation[0] >= anchor[1]
        together = self.clauses.holding(anchor) & self.clauses.holding(relation)
        return relation if together or not later else None

    def _opening(self, match: Match, anchor: Span) -> int:
        """Where the claim's own subject opens it behind a comma, and is not one of a list; 0 if nowhere."""
        if match.subject is None:
            return 0
        first, last = self._span(match.subject)
        words = self.words.surfaces
        behind = words[max(first - _BEFORE_SUBJECT, 0) : first]
        listed = last < len(words) and words[last] in _LISTING
        return first if last <= anchor[0] and "," in behind and not listed else 0

    def _span(self, span: Span) -> Span:
        return self._spelled.place(span[0]), self._spelled.place(span[1])

    def clause_text(self, target: Target) -> Span:
        """Where the clauses of a claim begin and end in the sentence's text (code points)."""
        numbers = set().union(*(self.clauses.holding(span) for span in target.spans))
        inside = [token for token in range(len(self.words)) if self.clauses.of[token] in numbers]
        return (self.words.starts[inside[0]], self.words.ends[inside[-1]]) if inside else (0, 0)


class SentenceReader:
    """Makes readings with one language's cues."""

    def __init__(self, language: Language, folder: Folder, compiled: bytes | None = None) -> None:
        self.folder = folder
        self._contractions = contractions_of(language)
        self._table = CueTable(compile_cues(language, folder) if compiled is None else compiled)
        self._parsed: Remembered[Parsed] = Remembered(_MOST)

    def read(self, folded: Folded, index: int = 0, *, answering: bool = False) -> Reading:
        """A sentence's reading; `answering` adds the cues of replies to a question."""
        parsed = self._parsed.get((folded.text, answering), lambda: self._parse(folded, answering))
        return Reading(parsed, index)

    def _parse(self, folded: Folded, answering: bool) -> Parsed:
        spelled = spell_out(folded, self._contractions, self.folder)
        hits = self._table.hits(spelled.words, answering=answering)
        return Parsed(spelled, hits, split(spelled.words, hits), {})
