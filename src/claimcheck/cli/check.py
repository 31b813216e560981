"""The run that `file` and `text` share: open the evidence, check, write the reports, choose the exit status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from claimcheck.cli.choices import choose
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.levels import FAIL_LEVELS, SHOW_LEVELS, failed_on, shown
from claimcheck.cli.notes import say_error, say_note
from claimcheck.cli.targets import Target, targets_of, write_all
from claimcheck.frozen import dataclass
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.policy_model import Policy
    from claimcheck.report import Report

Progress = Callable[[int, int], None]
Run = Callable[["EvidenceBase", "Policy", Progress | None], "Report"]


@dataclass(frozen=True)
class CheckOptions:
    """The command line as it was given; see `cli.options` for what each means."""

    evidence: tuple[Path, ...]
    policy: str
    fail_on: str
    exit_zero: bool
    show: str
    explain: bool
    format: str
    output: Path | None
    reports: tuple[str, ...]
    color: str
    quiet: bool
    verbose: bool
    inputs: tuple[str, ...] = ()
    require_files: bool = False


def check(run: Run, options: CheckOptions) -> ExitStatus:
    """Check, report, and say how it went. All arguments are looked at before any work is done."""
    started = monotonic()
    choose(options.fail_on, FAIL_LEVELS, "level")
    choose(options.show, SHOW_LEVELS, "level")
    targets = targets_of(options.format, options.output, options.reports, options.inputs)
    report = _checked(run, options)
    _say_notes(report, options, targets, monotonic() - started)
    failed = failed_on(report, options.fail_on)
    write_all(targets, shown(report, options.show), options, failed)
    return _status(report, options, failed)


def _checked(run: Run, options: CheckOptions) -> Report:
    from claimcheck.cli.progress import progress_bar
    from claimcheck.rating.policy import load_policy

    base = open_base(options.evidence)
    policy = load_policy(options.policy, base)
    with progress_bar(quiet=options.quiet) as progress:
        return run(base, policy, progress)


def _say_notes(report: Report, options: CheckOptions, targets: tuple[Target, ...], seconds: float) -> None:
    for error in report.errors:
        say_error(f"{error.path}: {error.message}")
    if options.quiet:
        return
    for warning in report.warnings:
        say_note(f"warning: {warning}")
    for document in report.documents:
        for note in document.notes:
            say_note(f"{document.path}: {note}")
    if options.verbose:
        stamp = report.evidence
        say_note(f"evidence: {stamp.name} {stamp.version}, {stamp.digest}")
        say_note(f"policy: {report.policy}")
        for document in report.documents:
            say_note(f"{document.path}: {document.sentences} sentences, {len(document.findings)} findings")
        say_note(f"time: {seconds:.2f} s")


def _status(report: Report, options: CheckOptions, failed: str | None) -> ExitStatus:
    if report.errors:
        return ExitStatus.FAILED
    if options.require_files and not report.documents:
        say_error("there was nothing to check (--require-files)")
        return ExitStatus.FAILED
    return ExitStatus.FINDINGS if failed and not options.exit_zero else ExitStatus.OK
