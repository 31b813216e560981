"""Which sentences of given files get another verdict by two bases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.curation.moves import Rated
from claimcheck.errors import EvidenceError
from claimcheck.frozen import dataclass
from claimcheck.report import Finding, InputFailure, Report


@dataclass(frozen=True)
class Told:
    """What is told of a sentence: the verdict and its reason."""

    verdict: str
    reason: str


@dataclass(frozen=True)
class SentenceMove:
    """A sentence that makes a claim with another verdict, or that makes it by one base alone (None)."""

    path: str
    line: int
    text: str
    claim: str
    old: Told | None
    new: Told | None


@dataclass(frozen=True)
class SentenceMoves:
    """What moved in all files, and the files that could not be read."""

    sentences: int
    moves: tuple[SentenceMove, ...]
    errors: tuple[InputFailure, ...]


def sentence_moves(inputs: Sequence[str], old: Rated, new: Rated) -> SentenceMoves:
    """Check the files by both bases; by path, line and claim."""
    before, after = _report(inputs, old), _report(inputs, new)
    return SentenceMoves(after.summary.sentences, tuple(_moves(before, after)), after.errors)


def _report(inputs: Sequence[str], rated: Rated) -> Report:
    from claimcheck import checker

    base, policy = rated
    try:
        return checker.run(inputs, base=base, policy=policy)
    except KeyError as error:  # language files change with the program; records are read by every release
        hint = "it was made for another release; compare without files"
        raise EvidenceError(f"the language files of {base.manifest.name} lack {error}", hint=hint) from error


def _moves(before: Report, after: Report) -> Iterator[SentenceMove]:
    old, new = _findings(before), _findings(after)
    keys = sorted({*old, *new}, key=lambda key: (key[0], (old.get(key) or new[key]).place.line, key))
    for key in keys:
        told = _told(old.get(key)), _told(new.get(key))
        if told[0] != told[1]:
            found = new.get(key) or old[key]
            yield SentenceMove(key[0], found.place.line, found.text, found.claim, *told)


def _findings(report: Report) -> dict[tuple[str, str], Finding]:
    return {
        (document.path, finding.fingerprint): finding for document in report.documents for finding in document.findings
    }


def _told(finding: Finding | None) -> Told | None:
    return Told(finding.verdict, finding.reason) if finding else None
