"""The rules of a SARIF log: one for each claim that was found, with its evidence as help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from claimcheck.rating.model import Citation
from claimcheck.report import Finding
from claimcheck.reports.alerts import UNLISTED, Alert
from claimcheck.reports.markdown import escape
from claimcheck.reports.style import one_line

_UNLISTED: Final = (
    "The sentence makes a health claim that the evidence base does not hold, so nothing can be said for it or against "
    "it. Enter the claim and its studies into an evidence folder, or take the sentence out."
)


def rules(found: Iterable[Alert]) -> list[dict[str, Any]]:
    """The rules of the given problems, sorted by id."""
    grouped: dict[str, list[Alert]] = {}
    for alert in found:
        grouped.setdefault(alert.rule, []).append(alert)
    return [_rule(rule, grouped[rule]) for rule in sorted(grouped)]


def _rule(rule: str, group: Sequence[Alert]) -> dict[str, Any]:
    findings = [alert.finding for alert in group if alert.finding is not None]
    if not findings:
        return _described(UNLISTED, "Health claim that is not in the evidence base", _UNLISTED, _UNLISTED)
    first = findings[0]
    statement = one_line(first.statement)
    full = f"{statement}. As a plain statement, the evidence makes it {first.rating}."
    described = _described(rule, statement, full, "\n".join(_markdown(full, rule, findings)))
    link = next((citation.doi for citation in _citations(findings) if citation.doi), None)
    return described | {"helpUri": _doi(link)} if link else described


def _described(rule: str, short: str, full: str, markdown: str) -> dict[str, Any]:
    return {
        "id": rule,
        "name": "".join(part.capitalize() for part in (*rule.split("-"), "claim")),
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": full, "markdown": markdown},
        "properties": {"tags": ["health-claim"]},
    }


def _markdown(full: str, rule: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield escape(full)
    yield ""
    for suggestion in sorted({finding.suggestion for finding in findings if finding.suggestion}):
        yield f"- Say instead: {escape(suggestion)}"
    for citation in _citations(findings):
        linked = f" ([doi:{escape(citation.doi)}]({_doi(citation.doi)}))" if citation.doi else ""
        yield f"- {escape(citation.reference)}: {citation.role}{linked}"
    yield ""
    yield f"`claimcheck claim {rule}` shows all the evidence and every step of the rating."


def _citations(findings: Iterable[Finding]) -> list[Citation]:
    """Each study once, in the order of its first use."""
    return list({citation.study: citation for finding in findings for citation in finding.citations}.values())


def _doi(doi: str) -> str:
    return f"https://doi.org/{quote(doi, safe='/')}"
