"""Which reports go where: `--format`, `--output` and every `--report FORMAT=PATH`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.cli.choices import choose
from claimcheck.cli.output import write_file, write_standard_error, write_standard_output
from claimcheck.cli.terminal import style_of
from claimcheck.errors import UsageError
from claimcheck.frozen import dataclass
from claimcheck.reports import FORMATS, pieces
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import PLAIN

if TYPE_CHECKING:
    from claimcheck.cli.check import CheckOptions
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.report import Report
    from claimcheck.reports.dossier import Dossier


ANNOTATION_CHOICES: Final = ("auto", "always", "never")


@dataclass(frozen=True)
class Target:
    """A format and its file, or None for standard output; `beside` a report on it, on standard error."""

    format: str
    path: Path | None
    beside: bool = False


def targets_of(name: str, output: Path | None, reports: Iterable[str], inputs: Sequence[str]) -> tuple[Target, ...]:
    """Every report that was asked for.

    Raises:
        UsageError: an unknown format, no path, or a path that is used twice or holds copy to be checked.
    """
    targets = (Target(choose(name, FORMATS, "format"), output), *map(_target, reports))
    taken = {os.path.realpath(name) for name in inputs}
    for target in targets:
        if target.path is None:
            continue
        place = os.path.realpath(target.path)
        if place in taken:
            raise UsageError(f"{target.path} is named twice; a report would overwrite it")
        taken.add(place)
    return targets


def annotated(when: str, name: str, output: Path | None, environ: Mapping[str, str] = os.environ) -> tuple[Target, ...]:
    """Annotations beside a report for people that is printed in a GitHub workflow, unless they are not wanted.

    GitHub reads both streams, and standard output stays the same everywhere.

    Raises:
        UsageError: `when` is no such word.
    """
    choose(when, ANNOTATION_CHOICES, "annotations setting")
    in_workflow = name == "human" and output is None and environ.get("GITHUB_ACTIONS") == "true"
    return (Target("github", None, beside=True),) if when == "always" or (when == "auto" and in_workflow) else ()


def write_all(
    targets: Iterable[Target], report: Report, options: CheckOptions, failed: str | None, base: EvidenceBase
) -> None:
    """Write the files, each of them whole or not at all, then standard output; a report is made as it is written."""
    texts = [(target, _text(target, report, options, failed, base)) for target in targets]
    for target, text in texts:
        if target.path is not None:
            write_file(target.path, text)
    for target, text in texts:
        if target.path is None:
            (write_standard_error if target.beside else write_standard_output)(text)


def _text(
    target: Target, report: Report, options: CheckOptions, failed: str | None, base: EvidenceBase
) -> Iterator[str]:
    wanted = RenderOptions(
        style_of(options.color) if target.path is None else PLAIN,
        explain=options.explain,
        fail_on=options.fail_on,
        failed_on=failed,
        level_of=options.plan.fail_on,
        summary=not target.beside,
        dossier=lambda claim: _dossier(claim, base, options.policy),
    )
    return pieces(target.format, report, wanted)


def _dossier(claim: str, base: EvidenceBase, policy: str) -> Dossier:
    from claimcheck.rating.policy import load_policy
    from claimcheck.rating.verdict import rate_claim
    from claimcheck.reports.dossier import Dossier

    rating = rate_claim(claim, base, load_policy(policy, base))
    return Dossier(base.claim(claim), rating, tuple(base.lines(claim)), tuple(base.body_appraisals(claim)))


def _target(argument: str) -> Target:
    name, equals, path = argument.partition("=")
    if not (equals and path):
        raise UsageError(f"--report {argument!r} names no file", hint="write --report json=report.json")
    return Target(choose(name, FORMATS, "format"), Path(path))
