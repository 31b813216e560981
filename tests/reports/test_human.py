"""The report for people, in full."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.report import Report
from claimcheck.reports.human import render
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import UNSAFE, Style

FULL = """\
flyer.txt

  2:5  UNLISTED  the base holds no such claim
    “Foot baths mend fences.”
    Why: “mend” is health talk.

  3:1  UNSUPPORTED  overstated  foot-baths-cure-tiredness
    “Foot baths cure tiredness.”
    Why: One small trial cannot carry the word “cure”.
    Also: low-certainty
    Evidence: Weary et al. 2001 (for), doi:10.1000/182
              Board 2015 (appraisal)
    Say instead: Foot baths might ease tiredness; the trials are small.
    Note: thin-base: the base holds little on this claim

  9  set aside  foot-baths-cool: approved by JD

NOT CHECKED  photo.png: not text

1 file checked, 1 could not be, 4 sentences: 1 unsupported, 0 contested, 0 supported, 1 unlisted, 1 suppressed.
Failed on: unsupported (--fail-on contested).
Evidence: Foot baths 2026.1 (3 studies, 2 claims); policy standard (0a1b2c3d4e5f).
"""


def test_everything_in_reading_order(report: Report) -> None:
    assert render(report, RenderOptions(fail_on="contested", failed_on="unsupported")) == FULL


def test_an_empty_report_still_says_what_was_done(empty: Report) -> None:
    assert render(empty, RenderOptions()) == (
        "0 files checked, 0 sentences: 0 unsupported, 0 contested, 0 supported, 0 unlisted.\n"
        "Evidence: Foot baths 2026.1 (3 studies, 2 claims); policy standard (0a1b2c3d4e5f).\n"
    )


def test_explain_adds_every_step(report: Report) -> None:
    plain, explained = render(report, RenderOptions()), render(report, RenderOptions(explain=True))
    assert set(explained.splitlines()) - set(plain.splitlines()) == {
        "    seen        foot-bath “Foot baths” (alias)",
        "    state       S1",
    }


def test_a_terminal_wraps_and_loses_no_word(report: Report) -> None:
    narrow = render(report, RenderOptions(Style(width=60)))
    prose = [line for line in narrow.splitlines() if line.startswith("    ") and "doi:" not in line]
    assert max(map(len, prose)) <= 60
    assert narrow.split()[:-20] == render(report, RenderOptions()).split()[:-20]


def test_color_and_links_only_add_escape_sequences(report: Report) -> None:
    bright = render(report, RenderOptions(Style(color=True, links=True)))
    assert "\x1b[1;31mUNSUPPORTED\x1b[0m" in bright
    assert "\x1b]8;;https://doi.org/10.1000/182\x1b\\doi:10.1000/182\x1b]8;;\x1b\\" in bright
    bare = re.sub(r"\x1b\]8;;.*?\x1b\\|\x1b\[[0-9;]*m", "", bright)
    assert bare == render(report, RenderOptions())


def test_nothing_in_the_copy_commands_the_terminal(hostile: Report) -> None:
    text = render(hostile, RenderOptions(explain=True))
    assert UNSAFE.search(text) is None
    assert "“[b]bold[/b] \\x1b[31mred\\x1b[0m \\u202egnp.exe | `x` <script> ::error::”" in text
    assert "second line \\udc80" in text


def test_hostile_links_are_not_made(hostile: Report) -> None:
    linked = render(hostile, RenderOptions(Style(links=True)))
    assert "\x1b" not in linked


def test_pages_and_baselines_are_named(report: Report) -> None:
    finding = replace(report.documents[0].findings[0], baselined=True)
    paged = replace(finding, place=replace(finding.place, page=2))
    document = replace(report.documents[0], findings=(paged,), unlisted=(), suppressed=())
    text = render(replace(report, documents=(document,)), RenderOptions())
    assert "  page 2, 3:1  UNSUPPORTED  overstated  foot-baths-cure-tiredness  (in the baseline)\n" in text
