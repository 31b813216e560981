"""The last lines of a report for people: what was counted, what failed the run, which evidence was used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.report import Report, Summary
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import Style, one_line

_COUNTED: Final = ("unsupported", "contested", "supported", "unlisted")
_SOMETIMES: Final = ("suppressed", "baselined")


def closing(report: Report, options: RenderOptions) -> Iterator[str]:
    """The summary, one line a matter."""
    style, summary = options.style, report.summary
    yield f"{checked(report)}, {plural(summary.sentences, 'sentence')}: {_counts(summary, style)}."
    if options.failed_on:
        yield style.paint(f"Failed on: {options.failed_on}", options.failed_on) + f" (--fail-on {options.fail_on})."
    yield style.paint(_evidence(report), "dim")


def _evidence(report: Report) -> str:
    stamp = report.evidence
    held = f"{plural(stamp.studies, 'study', 'studies')}, {plural(stamp.claims, 'claim')}"
    name = one_line(f"{stamp.name} {stamp.version}")
    return f"Evidence: {name} ({held}); policy {one_line(report.policy)}."


def checked(report: Report) -> str:
    """ "3 files checked, 1 could not be"."""
    failed = f", {len(report.errors)} could not be" if report.errors else ""
    return f"{plural(report.summary.documents, 'file')} checked{failed}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def _counts(summary: Summary, style: Style) -> str:
    parts = []
    for name in (*_COUNTED, *_SOMETIMES):
        count = getattr(summary, name)
        if count or name in _COUNTED:
            parts.append(style.paint(f"{count} {name}", name) if count and name in _COUNTED else f"{count} {name}")
    return ", ".join(parts)
