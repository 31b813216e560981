"""Which lines changed since a git revision, so that only the sentences that were touched are reported."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from claimcheck.errors import UsageError
from claimcheck.report import DocumentReport, Place
from claimcheck.text.patterns import pattern

#: the lines that a file gained, as ranges with both ends included; None stands for all of them
Lines = tuple[tuple[int, int], ...] | None
_HUNK: Final = pattern(r"@@ -\d+(?:,\d+)? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
_DIFF: Final = (
    "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/",
    "--dst-prefix=b/", "--relative",
)  # fmt: skip


def changed_lines(revision: str) -> dict[str, Lines]:
    """The changed files below the working folder, with their changed lines; new files are changed as a whole.

    Raises:
        UsageError: there is no git, no repository, or no such revision.
    """
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision")
    new = _git("ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return {**_hunks(_git(*_DIFF, revision, "--")), **dict.fromkeys(filter(None, new))}


def only_changed(document: DocumentReport, changed: Mapping[str, Lines]) -> DocumentReport:
    """The document with the findings in sentences that were touched."""
    lines = changed.get(os.path.normpath(document.path).replace(os.sep, "/"), ())
    if lines is None:
        return document
    return replace(
        document,
        findings=tuple(finding for finding in document.findings if _touched(finding.place, lines)),
        unlisted=tuple(item for item in document.unlisted if _touched(item.place, lines)),
        suppressed=(),
    )


def _touched(place: Place, lines: Sequence[tuple[int, int]]) -> bool:
    return any(first <= place.end_line and place.line <= last for first, last in lines)


def _hunks(diff: str) -> dict[str, Lines]:
    """The lines gained, by file. In a diff without context no line of a file can be taken for a header."""
    changed: dict[str, list[tuple[int, int]]] = {}
    ranges: list[tuple[int, int]] = []
    header = False
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            header = True
        elif header and line.startswith("+++ "):
            ranges = changed.setdefault(_path(line[4:].rstrip("\t")), [])
            header = False
        elif (match := _HUNK.match(line)) and (count := int(match["count"] or 1)):
            ranges.append((int(match["start"]), int(match["start"]) + count - 1))
    return {path: tuple(found) for path, found in changed.items()}


def _path(name: str) -> str:
    """A path as git prints it: `b/` before it, in quotes and with escapes where it holds odd characters."""
    if name.startswith('"'):
        name = name[1:-1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
    return name.removeprefix("b/")


def _git(*arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise UsageError("--diff needs git", hint=error.strerror) from error
    if done.returncode:
        raise UsageError(f"--diff: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout.decode("utf-8", "replace")
