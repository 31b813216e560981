"""The options that commands share: one name, one meaning, one help text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.completion import words
from claimcheck.cli.help import CHECKING, EVIDENCE, INPUT, OTHER, OUTPUT
from claimcheck.reports import FORMATS
from claimcheck.reports.levels import LEVELS

EvidenceDirs = Annotated[
    list[Path],
    typer.Option(
        "--evidence",
        metavar="DIR",
        envvar="CLAIMCHECK_EVIDENCE",
        show_default=False,
        help="Add or replace records from this evidence folder; repeatable.",
        rich_help_panel=EVIDENCE,
    ),
]
PolicyName = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="NAME|FILE",
        envvar="CLAIMCHECK_POLICY",
        help="The rating policy.",
        rich_help_panel=EVIDENCE,
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="What standard input is called; its ending says how to read it.",
        rich_help_panel=INPUT,
    ),
]
RequireFiles = Annotated[
    bool,
    typer.Option("--require-files", help="End with 2 when there is nothing to check.", rich_help_panel=INPUT),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        envvar="CLAIMCHECK_CONFIG",
        help="The configuration; else the nearest claimcheck.toml upward.",
        rich_help_panel=OTHER,
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Look for no configuration.", rich_help_panel=OTHER)]
EvidenceVersion = Annotated[
    str | None,
    typer.Option(
        "--evidence-version",
        metavar="VERSION",
        help="End with 2 unless the evidence has this version.",
        rich_help_panel=EVIDENCE,
    ),
]
NoExclude = Annotated[
    bool, typer.Option("--no-exclude", help="Check what the configuration excludes.", rich_help_panel=INPUT)
]
TextFields = Annotated[
    list[str],
    typer.Option(
        "--text-field",
        metavar="NAME",
        show_default=False,
        help="A column (CSV) or key (JSON) that holds copy; repeatable.",
        rich_help_panel=INPUT,
    ),
]
JsonLd = Annotated[
    bool, typer.Option("--json-ld", help="Read the descriptions in a page's JSON-LD, too.", rich_help_panel=INPUT)
]
Pictures = Annotated[bool, typer.Option("--pictures", help="Read the pictures in folders.", rich_help_panel=INPUT)]
NoOcr = Annotated[bool, typer.Option("--no-ocr", help="Read no pictures and scans.", rich_help_panel=INPUT)]
OcrLanguage = Annotated[
    str,
    typer.Option("--ocr-language", metavar="LANG", help="Languages for Tesseract: eng+deu.", rich_help_panel=INPUT),
]
NoIgnoreFiles = Annotated[
    bool,
    typer.Option(
        "--no-ignore-files",
        help="In folders, pass over .gitignore and .claimcheckignore.",
        rich_help_panel=INPUT,
    ),
]
Sitemap = Annotated[
    bool,
    typer.Option("--sitemap", help="Check all pages that the site's sitemap names.", rich_help_panel=INPUT),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch pages from private networks, too.", rich_help_panel=INPUT),
]
LimitOptions = Annotated[
    list[str],
    typer.Option(
        "--limit",
        metavar="NAME=N",
        show_default=False,
        help="What one document may cost: seconds=90, pages=5000, ...; repeatable.",
        rich_help_panel=INPUT,
    ),
]
Diff = Annotated[
    str | None,
    typer.Option(
        "--diff",
        metavar="REV",
        help="Report only sentences touched since a git revision.",
        rich_help_panel=CHECKING,
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings that stood before do not fail the run.",
        rich_help_panel=CHECKING,
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        help="Write what stands now into a baseline, and end with 0.",
        rich_help_panel=CHECKING,
    ),
]
NoSuppress = Annotated[
    bool, typer.Option("--no-suppress", help="Let no ignore set anything aside.", rich_help_panel=CHECKING)
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        autocompletion=words((*LEVELS, "never")),
        help="End with 1 at this level or worse: unsupported, contested, unlisted, never.",
        rich_help_panel=CHECKING,
    ),
]
ExitZero = Annotated[
    bool,
    typer.Option("--exit-zero", help="End with 0 where it would be 1; 2 stays 2.", rich_help_panel=CHECKING),
]
Show = Annotated[
    str,
    typer.Option(
        "--show",
        metavar="LEVEL",
        autocompletion=words(("all", *LEVELS, "none")),
        help="Show this level and worse: all, unlisted, contested, unsupported, none.",
        rich_help_panel=OUTPUT,
    ),
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Add every step that led to a verdict.", rich_help_panel=OUTPUT),
]
Sensitivity = Annotated[
    bool,
    typer.Option(
        "--sensitivity",
        help="Move each soft judgement a step, and say whether the verdict holds.",
        rich_help_panel=CHECKING,
    ),
]
ComparePolicies = Annotated[
    str | None,
    typer.Option(
        "--compare-policies",
        metavar="A,B,...",
        help="Show the verdicts under these policies side by side.",
        rich_help_panel=OUTPUT,
    ),
]
ReportFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        envvar="CLAIMCHECK_FORMAT",
        autocompletion=words(FORMATS),
        help=f"How to write the report: {', '.join(FORMATS)}.",
        rich_help_panel=OUTPUT,
    ),
]
CardFormat = Annotated[
    str,
    typer.Option("--format", "-f", metavar="FORMAT", help="human or json.", rich_help_panel=OUTPUT),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Write the report here, not to standard output.",
        rich_help_panel=OUTPUT,
    ),
]
MoreReports = Annotated[
    list[str],
    typer.Option(
        "--report",
        metavar="FORMAT=PATH",
        show_default=False,
        help="Write a further report; repeatable.",
        rich_help_panel=OUTPUT,
    ),
]
Annotations = Annotated[
    str,
    typer.Option(
        "--annotations",
        metavar="WHEN",
        autocompletion=words(("auto", "always", "never")),
        help="Annotate the lines in GitHub: auto (in a workflow), always, never.",
        rich_help_panel=OUTPUT,
    ),
]
Color = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="WHEN",
        envvar="CLAIMCHECK_COLOR",
        autocompletion=words(("auto", "always", "never")),
        help="auto, always or never.",
        rich_help_panel=OUTPUT,
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No notes on standard error, errors only.", rich_help_panel=OUTPUT),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose", "-v", help="Say which evidence and policy were used, and how long it took.", rich_help_panel=OUTPUT
    ),
]
