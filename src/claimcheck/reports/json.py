"""The report as one JSON object, schema `claimcheck.report/1` (see `docs/schema/report-1.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from claimcheck.report import SCHEMA, DocumentReport, Finding, Place, Report, UnlistedFinding
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import UNSAFE

#: one step of indentation, and how deep documents and their findings stand
_STEP, _IN_REPORT, _IN_DOCUMENT = "  ", 2, 4


def render(report: Report, options: RenderOptions) -> str:
    """The report, indented by two spaces; keys in the order of the contract."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """The same finding by finding: all of them as plain data would take many times the memory of the report."""
    documents = (_document_pieces(document, options.explain) for document in report.documents)
    yield from _filled(as_data(replace(report, documents=())), "documents", documents, 0)
    yield "\n"


def _document_pieces(document: DocumentReport, explain: bool) -> Iterator[str]:
    findings = ((_text(finding_data(finding, explain), _IN_DOCUMENT),) for finding in document.findings)
    return _filled(_document(replace(document, findings=()), explain), "findings", findings, _IN_REPORT)


def _filled(data: dict[str, Any], key: str, items: Iterable[Iterable[str]], depth: int) -> Iterator[str]:
    """The text of an object, with items for its list `key`, which is empty."""
    before, after = _text(data, depth).split(f'"{key}": []', 1)
    yield f'{before}"{key}": ['
    margin = f"\n{_STEP * (depth + 2)}"
    between = margin
    for item in items:
        yield between
        yield from item
        between = f",{margin}"
    yield f"]{after}" if between == margin else f"\n{_STEP * (depth + 1)}]{after}"


def _text(data: object, depth: int) -> str:
    """Safe JSON at a depth of indentation."""
    return dump(data)[:-1].replace("\n", f"\n{_STEP * depth}")


def dump(data: object, *, indent: int | None = 2) -> str:
    """JSON in UTF-8 letters, in which unsafe characters stand as escapes, so that it is safe to look at."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def as_data(report: Report, *, explain: bool = False) -> dict[str, Any]:
    """The report as plain data; `explain` adds a `trace` to each finding."""
    stamp = report.evidence
    return {
        "schema": SCHEMA,
        "tool": {"name": "claimcheck", "version": report.version},
        "evidence": {
            "name": stamp.name,
            "version": stamp.version,
            "digest": stamp.digest,
            "studies": stamp.studies,
            "claims": stamp.claims,
        },
        "documents": [_document(document, explain) for document in report.documents],
        "errors": [{"path": error.path, "message": error.message} for error in report.errors],
        "summary": {
            "documents": report.summary.documents,
            "sentences": report.summary.sentences,
            "supported": report.summary.supported,
            "contested": report.summary.contested,
            "unsupported": report.summary.unsupported,
            "unlisted": report.summary.unlisted,
            "suppressed": report.summary.suppressed,
            "baselined": report.summary.baselined,
        },
        **({"policies": list(report.policies)} if report.policies else {}),
    }


def _document(document: DocumentReport, explain: bool) -> dict[str, Any]:
    return {
        "path": document.path,
        "sentences": document.sentences,
        "findings": [finding_data(finding, explain) for finding in document.findings],
        "suppressed": [
            {"line": item.line, "claim": item.claim, "reason": item.reason, "used": item.used}
            for item in document.suppressed
        ],
        "unlisted": [unlisted_data(item) for item in document.unlisted],
    }


def finding_data(finding: Finding, explain: bool = False) -> dict[str, Any]:
    """One finding as the contract has it; the policies that were compared stand last."""
    data = {
        **_place(finding.place),
        "text": finding.text,
        "claim": finding.claim,
        "statement": finding.statement,
        "score": round(finding.score, 4),
        "stance": finding.wording.stance,
        "wording": finding.wording.tier,
        "flags": list(finding.wording.flags),
        "rating": finding.rating,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "explanation": finding.explanation,
        "suggestion": finding.suggestion,
        "matched": [
            {
                "concept": item.mention.concept,
                "text": item.mention.text,
                "line": item.line,
                "column": item.column,
                "via": item.mention.via,
            }
            for item in finding.matched
        ],
        "citations": [
            {"study": item.study, "role": item.role, "reference": item.reference, "doi": item.doi}
            for item in finding.citations
        ],
        "fingerprint": finding.fingerprint,
        "baselined": finding.baselined,
    }
    if explain:
        data["trace"] = [{"step": step.name, "text": step.text} for step in finding.trace]
    if finding.elsewhere:
        data["policies"] = [
            {"policy": other.policy, "verdict": other.verdict, "reason": other.reason, "suggestion": other.suggestion}
            for other in finding.elsewhere
        ]
    return data


def unlisted_data(item: UnlistedFinding) -> dict[str, Any]:
    """One health claim that the base does not hold, as the contract has it."""
    return {**_place(item.place), "text": item.text, "why": item.why}


def _place(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
    }
