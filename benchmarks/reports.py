"""What each report format adds to a run that finds a thousand claims, beside the same run without a report.

`python benchmarks/reports.py [ROUNDS]`; run it on a quiet machine. The documents hold nothing but claims, so that the
checking, which the reports are measured against, is as short as it can be.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from claimcheck.documents.inputs import find_inputs, read_input
from claimcheck.evidence.base import EvidenceBase
from claimcheck.project.plan import Plan
from claimcheck.project.run import Outcome, ProjectRun
from claimcheck.project.shown import shown
from claimcheck.rating.policy import load_policy
from claimcheck.rating.verdict import rate_claim
from claimcheck.report import Report
from claimcheck.reports import FORMATS, needs_shown, render
from claimcheck.reports.dossier import Dossier
from claimcheck.reports.options import RenderOptions
from claimcheck.session import open_base

FINDINGS = 1000
PAGES = 100
#: how much of a run a format may add
MOST = 0.20
CLAIMS = (
    "Baby massage treats postnatal depression.",
    "Massage helps babies sleep through the night.",
    "Infant massage relieves colic.",
    "Massage may reduce stress in mothers.",
    "Kangaroo care reduces deaths of tiny babies.",
)


def main(rounds: int) -> int:
    """Measure, print, and say by the exit status whether every format keeps to its share."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMCHECK_CACHE_DIR"] = str(Path(folder, "cache"))
        os.chdir(site(Path(folder, "site")))
        base = open_base()
        report = checked(base, keep_text=True).report
        found = sum(len(document.findings) + len(document.unlisted) for document in report.documents)
        run = median(lambda: checked(base), rounds)
        print(f"{found} findings in {PAGES} pages; the run without a report: {run * 1000:.0f} ms")
        documents = [read_input(item) for item in find_inputs(["."]).inputs]
        text = median(lambda: list(map(shown, documents)), rounds)
        shares = {name: cost(name, report, base, run, text, rounds) for name in FORMATS}
    missed = [name for name, share in shares.items() if share > MOST]
    print(f"the dearest adds {max(shares.values()):.1%} of a run, target {MOST:.0%}; missed: {missed or 'none'}")
    return 1 if missed else 0


def site(folder: Path) -> Path:
    """A folder of pages that hold the claims in turn. No sentence stands twice: a run remembers those it has read."""
    folder.mkdir()
    each = FINDINGS // PAGES
    claims = (f"{claim[:-1]}, as we said on day {day}." for day, claim in enumerate(cycle(CLAIMS)))
    for number in range(PAGES):
        text = "\n\n".join(islice(claims, each))
        folder.joinpath(f"page{number:03}.md").write_text(f"# Page {number}\n\n{text}\n", encoding="utf-8")
    return folder


def checked(base: EvidenceBase, *, keep_text: bool = False) -> Outcome:
    """One run over all pages."""
    return ProjectRun(base, Plan(keep_text=keep_text), lambda name: load_policy(name, base)).files(["."])


def cost(name: str, report: Report, base: EvidenceBase, run: float, text: float, rounds: int) -> float:
    """What a format adds, as a share of the run without it; `text` is what keeping the documents' text takes."""
    options = RenderOptions(dossier=lambda claim: dossier(claim, base))
    seconds = median(lambda: render(name, report, options), rounds) + (text if needs_shown(name) else 0)
    size = len(render(name, report, options).encode()) / 1024
    print(f"  {name:<12} {seconds * 1000:>7.1f} ms  {seconds / run:>+7.1%}  {size:>7.0f} KiB")
    return seconds / run


def dossier(claim: str, base: EvidenceBase) -> Dossier:
    """All that the base holds on a claim."""
    rating = rate_claim(claim, base, load_policy("standard", base))
    return Dossier(base.claim(claim), rating, tuple(base.lines(claim)), tuple(base.body_appraisals(claim)))


def median(work: Callable[[], object], rounds: int) -> float:
    """Seconds, after one round that nobody looks at."""
    work()
    return statistics.median(timed(work) for _ in range(rounds))


def timed(work: Callable[[], object]) -> float:
    """Seconds of one round."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
