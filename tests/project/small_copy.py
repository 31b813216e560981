"""Small reports and documents of a project."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.documents.model import Document, Sentence
from claimcheck.documents.read import read_document
from claimcheck.report import DocumentReport, Finding, Place, UnlistedFinding
from claimcheck.text.fingerprints import fingerprints
from claimcheck.wording.model import Wording

FINDING = Finding(
    place=Place(1, 1, 1, 2),
    text="",
    claim="foot-baths-cure-tiredness",
    statement="Foot baths relieve tiredness",
    score=0.9,
    wording=Wording("absolute", "asserted"),
    rating="contested",
    verdict="unsupported",
    reason="overstated",
    secondary=(),
    notes=(),
    explanation="",
    suggestion=None,
    matched=(),
    citations=(),
    fingerprint="",
)


def document_of(text: str, path: str = "copy.md") -> Document:
    return read_document(text.encode(), path)


def check(document: Document) -> DocumentReport:
    """A checker that finds a claim in every sentence that says "cure", and an unlisted one where it says "mend"."""
    hits = [sentence for sentence in document.sentences if "cure" in sentence.text]
    prints = fingerprints(document.path, FINDING.claim, (hit.text for hit in hits))
    findings = tuple(
        replace(FINDING, place=place_of(hit), text=hit.text, fingerprint=known_by)
        for hit, known_by in zip(hits, prints, strict=True)
    )
    unlisted = tuple(
        UnlistedFinding(place_of(sentence), sentence.text, "why", ())
        for sentence in document.sentences
        if "mend" in sentence.text
    )
    return DocumentReport(document.path, len(document.sentences), findings, (), unlisted)


def place_of(sentence: Sentence) -> Place:
    start, end = sentence.position, sentence.end_position
    return Place(start.line, start.column, end.line, end.column)
