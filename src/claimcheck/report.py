"""The report: what one run found, as data. Reports are written from it; nothing in it depends on a format."""

from __future__ import annotations

from claimcheck.frozen import dataclass
from claimcheck.matching.model import Mention
from claimcheck.rating.model import Citation, Reach, Step, VerdictWord
from claimcheck.wording.model import Wording

SCHEMA = "claimcheck.report/1"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: 1-based lines and columns, the end exclusive; `cell` names its cell or field."""

    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None = None
    cell: str | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """What places are sorted by, as they follow each other in a document."""
        return self.page or 0, self.line, self.column


@dataclass(frozen=True, slots=True)
class MatchedMention:
    """A mention with its place in the document."""

    mention: Mention
    line: int
    column: int


@dataclass(frozen=True)
class OtherVerdict:
    """What a sentence would be under another policy."""

    policy: str
    verdict: VerdictWord
    reason: str
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim that one sentence makes, with its verdict.

    `trace` replays matching, wording and rating; `reach` is what the sentence asks of the evidence; `elsewhere` holds
    the verdicts of the policies that were to be compared.
    """

    place: Place
    text: str
    claim: str
    statement: str
    score: float
    wording: Wording
    rating: VerdictWord
    verdict: VerdictWord
    reason: str
    secondary: tuple[str, ...]
    notes: tuple[str, ...]
    explanation: str
    suggestion: str | None
    matched: tuple[MatchedMention, ...]
    citations: tuple[Citation, ...]
    fingerprint: str
    baselined: bool = False
    trace: tuple[Step, ...] = ()
    reach: Reach = Reach()
    elsewhere: tuple[OtherVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class UnlistedFinding:
    """A health claim that the base does not hold: the concepts that were seen, and those of them that act."""

    place: Place
    text: str
    why: str
    concepts: tuple[str, ...]
    baselined: bool = False
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suppressed:
    """A finding that the author of the copy has set aside, or a directive that nothing used."""

    line: int
    claim: str
    reason: str | None
    used: bool


@dataclass(frozen=True)
class ShownSentence:
    """A sentence as it reads; a finding or an unlisted claim at the same place is its own."""

    place: Place
    text: str


@dataclass(frozen=True)
class ShownBlock:
    """A block as it reads: its kind, heading level or list depth, list or table number, and its sentences."""

    kind: str
    level: int
    group: int
    quoted: bool
    sentences: tuple[ShownSentence, ...]


@dataclass(frozen=True)
class Shown:
    """A document for the reports that show all of it: the source that places count in, and its blocks."""

    source: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True)
class DocumentReport:
    """What was found in one document. `shown` is there only where a report needs the text as it stands."""

    path: str
    sentences: int
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    unlisted: tuple[UnlistedFinding, ...] = ()
    notes: tuple[str, ...] = ()
    shown: Shown | None = None


@dataclass(frozen=True)
class InputFailure:
    """An input that could not be read; the others were."""

    path: str
    message: str


@dataclass(frozen=True)
class EvidenceStamp:
    """Which evidence was used."""

    name: str
    version: str
    digest: str
    studies: int
    claims: int


@dataclass(frozen=True)
class Summary:
    """The counts of a run."""

    documents: int
    sentences: int
    supported: int
    contested: int
    unsupported: int
    unlisted: int
    suppressed: int
    baselined: int


@dataclass(frozen=True)
class Report:
    """All that one run found, sorted by path, line, column, claim. `policies` are those that were compared."""

    version: str
    evidence: EvidenceStamp
    policy: str
    documents: tuple[DocumentReport, ...]
    errors: tuple[InputFailure, ...]
    summary: Summary
    warnings: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
