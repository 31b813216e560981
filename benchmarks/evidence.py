"""How long it takes to open the whole evidence base, from its compiled twin and from YAML, and to check it.

A command opens the base and makes the records that it needs; no command makes every record. Medians stand beside their
targets, and the exit status says whether all were met. The cycle collector rests, as it does in a command. Run it on a
quiet machine: `python benchmarks/evidence.py [ROUNDS]`.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

ROOT = Path(__file__).resolve().parents[1]
#: what is measured -> milliseconds that it may take
TARGETS: dict[str, float] = {
    "base opened from its twin": 15,
    "every record from the twin": 15,
    "every record from YAML": 300,
    "evidence check (process)": 3000,
}


def main(rounds: int) -> int:
    """Measure, print, and say by the exit status whether every target was met."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMCHECK_CACHE_DIR"] = folder
        measured: dict[str, Callable[[], object]] = dict(
            zip(TARGETS, (opened, from_twin, from_yaml, check), strict=True)
        )
        for run in measured.values():
            run()  # bytecode and the twin are made by the first run
        medians = {name: statistics.median(timed(run) for _ in range(rounds)) for name, run in measured.items()}
    missed = [name for name, target in TARGETS.items() if medians[name] > target]
    for name, median in medians.items():
        verdict = "  missed" if name in missed else ""
        print(f"{name:<28} {median:>8.1f} ms   target {TARGETS[name]:>5} ms{verdict}")
    return 1 if missed else 0


def timed(run: Callable[[], object]) -> float:
    """Milliseconds of one run; to throw away what it made is not part of it."""
    gc.collect()
    gc.disable()
    try:
        started = time.perf_counter()
        made = run()
        ended = time.perf_counter()
        del made
        return (ended - started) * 1000
    finally:
        gc.enable()


def opened() -> EvidenceBase:
    """Open the base as every command does."""
    from claimcheck.session import open_base

    return open_base()


def from_twin() -> EvidenceBase:
    """Open the base and make all of its records."""
    return complete(opened())


def from_yaml() -> EvidenceBase:
    """Parse, bind and check all files."""
    from claimcheck.evidence.base import load_evidence

    return complete(load_evidence(cache=False))


def complete(base: EvidenceBase) -> EvidenceBase:
    """The base, with all of its records made."""
    for records in (base.studies(), base.claims(), base.concepts()):
        deque(records, maxlen=0)
    return base


def check() -> None:
    """`claimcheck evidence check`, as a process."""
    command = [sys.executable, "-m", "claimcheck", "evidence", "check"]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
