"""The tables of docs/rating.md, made from the policy files and the worked examples.

Run as a script (`python -m rating.manual` in the folder `tests`) to write them into the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.rating import tables
from claimcheck.rating.model import Reach
from claimcheck.rating.policy import load_policy
from claimcheck.rating.verdict import judge
from claimcheck.wording.model import Cue, Wording
from rating.stand_in import CLAIM, DATA, make_base, make_claim, read_yaml

PAGE = Path(__file__).parents[2] / "docs" / "rating.md"
_BLOCK = re.compile(r"(<!-- table: ([a-z]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """The page with its tables as they should be."""
    blocks = _blocks()
    return _BLOCK.sub(lambda found: f"{found[1]}\n{blocks[found[2]]}\n\n{found[3]}", page)


def _blocks() -> Mapping[str, str]:
    base = make_base([])
    standard = load_policy("standard", base)
    profiles = [load_policy(name, base) for name in ("lenient", "strict", "asa", "ftc")]
    return {
        "starts": tables.starts_table(standard),
        "costs": tables.costs_table(standard),
        "floor": tables.floor_list(standard),
        "decision": tables.decision_table(standard),
        "profiles": tables.differences_table(standard, profiles),
        "worked": f"```text\n{_worked()}\n```",
        "examples": _examples(),
    }


def _worked() -> str:
    body = read_yaml(DATA / "worked_examples.yaml")["bodies"]["pnd"]
    base = make_base(body["lines"], appraisals=body["appraisals"], claim=make_claim(id=CLAIM))
    wording = Wording("flat", "asserted", cues=(Cue("treat", "flat", "treats", 0),))
    trace = judge(CLAIM, wording, Reach(), base, load_policy("standard", base)).trace
    return "\n".join(f"{step.name:<11}{step.text}" for step in trace if step.name != "claim")


def _examples() -> str:
    rows: list[list[Any]] = read_yaml(DATA / "worked_examples.yaml")["examples"]
    cells = (
        (str(number), sentence, state, tier, _told(standard), _told(asa))
        for number, sentence, _, state, tier, standard, asa in rows
    )
    return tables.markdown_table(("", "sentence", "state", "tier", "standard", "asa"), cells)


def _told(cell: str) -> str:
    verdict, reason = cell.split()
    return f"{verdict}, `{reason}`"


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
