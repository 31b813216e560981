"""How long the program takes to start, beside a bare typer program that prints one line.

Every round runs each program once, so that a busy machine slows all of them alike. What counts is the least processor
time that each of them took: what else goes on only adds to it. `python benchmarks/startup.py [ROUNDS]`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from processes import ROOT, run

FLYER = ROOT / "examples" / "class-flyer.txt"
BARE = """\
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(name: str = "world") -> None:
    print(f"hello {name}")


app()
"""
#: what is measured, and how many times the bare program's time it may take
TARGETS = {"--version": 1.3, "study onozawa2001": 1.3, f"file {FLYER.relative_to(ROOT)}": 2.0}
MEMORY_MIB = 60


def main(rounds: int) -> int:
    """Measure, print, and say by the exit status whether every target was met."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        programs = {"bare typer": [sys.executable, str(bare)]}
        programs |= {name: [sys.executable, "-m", "claimcheck", *name.split()] for name in TARGETS}
        for command in programs.values():
            run(command)  # bytecode and the compiled evidence are made by the first run
        taken: dict[str, list[float]] = {name: [] for name in programs}
        peaks: dict[str, float] = {}
        for _ in range(rounds):
            for name, command in programs.items():
                seconds, mib = run(command)
                taken[name].append(seconds * 1000)
                peaks[name] = max(peaks.get(name, 0.0), mib)
    return report({name: min(times) for name, times in taken.items()}, peaks)


def report(least: dict[str, float], peaks: dict[str, float]) -> int:
    """Print the table; 0 when all targets are met, else 1."""
    base, fine = least["bare typer"], True
    print(f"{'program':<34} {'ms':>9} {'ratio':>6} {'target':>7} {'MiB':>6}")
    for name, taken in least.items():
        target = TARGETS.get(name)
        met = (target is None or taken / base <= target) and peaks[name] < MEMORY_MIB
        fine = fine and met
        wanted = f"{target:.1f}" if target else "-"
        missed = "" if met else "  missed"
        print(f"{name:<34} {taken:>9.1f} {taken / base:>6.2f} {wanted:>7} {peaks[name]:>6.1f}{missed}")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
