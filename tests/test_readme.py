"""What README.md shows is what happens. `python tests/test_readme.py` writes it anew from the program."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SESSION = re.compile(r"(?<=```console\n)\$ (claimcheck [^\n]+)\n.*?(?=```\n)", re.DOTALL)
TABLE = re.compile(r"(?<=\| evidence \| absolute )(.*?\n\| --- [^\n]+\n)(?:\|[^\n]+\n)*", re.DOTALL)


def current(text: str) -> str:
    """The text with its sessions and its table as they come out today."""
    text = SESSION.sub(lambda match: f"$ {match[1]}\n{output_of(match[1])}", text)
    return TABLE.sub(lambda match: match[1] + decision_table(), text)


def output_of(line: str) -> str:
    """What a command line prints in a pipe."""
    program, *arguments = shlex.split(line)
    assert program == "claimcheck"
    env = {name: value for name, value in os.environ.items() if not name.startswith(("CLAIMCHECK_", "FORCE_COLOR"))}
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments], capture_output=True, cwd=ROOT, env=env, check=False
    )
    return done.stdout.decode("utf-8")


def decision_table() -> str:
    """The rows of the standard policy's table."""
    from claimcheck import load_evidence
    from claimcheck.rating.policy import load_policy
    from claimcheck.rating.policy_model import COLUMNS, STATES

    policy = load_policy("standard", load_evidence())
    rows = []
    for state in STATES:
        cells = [policy.cell(state, column) for column in COLUMNS]
        words = [f"{_letter(cell.verdict)} {cell.reason}" for cell in cells]
        rows.append(f"| {state} | {' | '.join(words)} |\n")
    return "".join(rows)


def _letter(verdict: str) -> str:
    return "**S**" if verdict == "supported" else verdict[0].upper()


def test_the_readme_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert SESSION.search(text)
    assert TABLE.search(text)
    assert text == current(text)


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_the_library_example_runs() -> None:
    [code] = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.startswith("unsupported overstated ['10.")


if __name__ == "__main__":
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
