"""The report as GitHub workflow commands: annotations on the lines of a pull request.

A step shows ten of each kind and drops the rest without a word, so the worst come first and the last one says how many
more there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.report import Report
from claimcheck.reports.alerts import Alert, Severity, alerts, worst_first
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import one_line, visible
from claimcheck.reports.summary import closing

#: what one step may show of each kind; one notice is kept for the remainder
_MOST: Final[dict[Severity, int]] = {"error": 10, "warning": 10, "note": 9}
_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """One command a line, then the summary as plain text for the log unless another report gives it."""
    plain = RenderOptions(fail_on=options.fail_on, failed_on=options.failed_on)
    said = closing(report, plain) if options.summary else ()
    return "".join(f"{line}\n" for line in (*_commands(report), *said))


def _commands(report: Report) -> Iterator[str]:
    left: dict[Severity, int] = dict(_MOST)
    for error in report.errors[: left["error"]]:
        yield command("error", {"file": error.path, "title": "not checked"}, error.message)
    dropped = max(0, len(report.errors) - left["error"])
    left["error"] = max(0, left["error"] - len(report.errors))
    for alert in worst_first(alerts(report)):
        if left[alert.severity]:
            left[alert.severity] -= 1
            yield command(_COMMANDS[alert.severity], _place(alert), alert.message)
        else:
            dropped += 1
    if dropped:
        yield command("notice", {"title": "claimcheck"}, f"and {dropped} more, which the full report lists")


def _place(alert: Alert) -> dict[str, str]:
    place = alert.place
    properties = {"file": alert.path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # columns are understood on a single line only
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return properties | {"title": alert.title}


def command(name: str, properties: dict[str, str], message: str) -> str:
    """One workflow command: `error`, `warning` or `notice`."""
    given = ",".join(f"{key}={_property(visible(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(one_line(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
