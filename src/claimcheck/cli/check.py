"""The run that `file` and `text` share: open the evidence, check, write the reports, choose the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from claimcheck.cli.choices import choose
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.levels import FAIL_LEVELS, SHOW_LEVELS, failed_on, shown
from claimcheck.cli.notes import say_error, say_note, say_notes_of
from claimcheck.cli.output import write_file
from claimcheck.cli.targets import Target, annotated, targets_of, write_all
from claimcheck.errors import UsageError
from claimcheck.frozen import dataclass
from claimcheck.reports import needs_shown
from claimcheck.reports.summary import plural
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.project.plan import Plan
    from claimcheck.project.run import Outcome, ProjectRun
    from claimcheck.report import Report

Progress = Callable[[int, int], None]
Run = Callable[["ProjectRun", Progress | None], "Outcome"]


@dataclass(frozen=True)
class CheckOptions:
    """The command line as it was given; see `cli.options` for what each means."""

    plan: Plan
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
    evidence_version: str | None = None
    annotations: str = "auto"
    write_baseline: Path | None = None
    compare_policies: str | None = None


def check(run: Run, options: CheckOptions) -> ExitStatus:
    """Check, report, and say how it went. All arguments are looked at before any work is done."""
    started = monotonic()
    choose(options.fail_on, FAIL_LEVELS, "level")
    choose(options.show, SHOW_LEVELS, "level")
    targets = (
        *annotated(options.annotations, options.format, options.output),
        *targets_of(options.format, options.output, options.reports, options.inputs),
    )
    base = open_evidence(options.evidence, options.evidence_version)
    outcome = _checked(run, base, _plan(options, targets), quiet=options.quiet)
    if options.compare_policies is not None:
        from claimcheck.cli.comparing import compared

        outcome = compared(outcome, base, options.compare_policies)
    _say_notes(outcome, options, targets, monotonic() - started)
    if options.write_baseline:
        return _write_baseline(outcome.report, options.write_baseline, options)
    failed = failed_on(outcome.report, options.plan.fail_on)
    write_all(targets, shown(outcome.report, options.show), options, failed, base)
    return _status(outcome.report, options, failed)


def open_evidence(directories: tuple[Path, ...], version: str | None) -> EvidenceBase:
    """The evidence, which must have the version that a build is pinned to.

    Raises:
        EvidenceError: it has another.
    """
    base = open_base(directories)
    if version and base.manifest.version != version:
        from claimcheck.errors import EvidenceError

        hint = "verdicts may differ; look at them, then change --evidence-version"
        raise EvidenceError(f"the evidence has version {base.manifest.version}, not {version}", hint=hint)
    return base


def _plan(options: CheckOptions, targets: Iterable[Target]) -> Plan:
    """The plan, with what the reports need; a baseline that is about to be written takes nothing from an old one."""
    if options.write_baseline and options.plan.diff:
        raise UsageError("--write-baseline takes in everything and does not go with --diff")
    given = {**options.plan.given, "baseline": None} if options.write_baseline else options.plan.given
    keep_text = any(needs_shown(target.format) for target in targets)
    return replace(options.plan, given=given, keep_text=keep_text, keep_trace=options.explain)


def _checked(run: Run, base: EvidenceBase, plan: Plan, *, quiet: bool) -> Outcome:
    from claimcheck.cli.progress import progress_bar
    from claimcheck.project.run import ProjectRun
    from claimcheck.rating.policy import load_policy

    project = ProjectRun(base, plan, lambda name: load_policy(name, base))
    with progress_bar(quiet=quiet) as progress:
        return run(project, progress)


def _write_baseline(report: Report, path: Path, options: CheckOptions) -> ExitStatus:
    from claimcheck.project.baseline import baseline_of, baseline_text

    if report.errors:
        say_error(f"{path} was not written, since not everything could be checked")
        return ExitStatus.FAILED
    entries = baseline_of(report)
    write_file(path, baseline_text(entries))
    if not options.quiet:
        say_note(f"wrote {plural(len(entries), 'finding')} to {path}")
    return ExitStatus.OK


def _say_notes(outcome: Outcome, options: CheckOptions, targets: tuple[Target, ...], seconds: float) -> None:
    report = outcome.report
    say_notes_of(report, quiet=options.quiet)
    if options.quiet:
        return
    if outcome.comparison:
        found = outcome.comparison
        say_note(f"baseline: {found.new} new, {found.standing} still there, {len(found.fixed)} fixed")
    if options.verbose:
        _say_more(report, options, seconds)


def _say_more(report: Report, options: CheckOptions, seconds: float) -> None:
    stamp = report.evidence
    say_note(f"configuration: {options.plan.config.path or 'none'}")
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
