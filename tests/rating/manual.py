"""The tables of the pages on rating, made from the policy files, the worked examples and the shipped base.

Run as a script (`python -m rating.manual` in the folder `tests`) to write them into the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.rating import tables
from claimcheck.rating.model import Reach
from claimcheck.rating.policy import load_policy
from claimcheck.rating.published import Published, published
from claimcheck.rating.verdict import judge
from claimcheck.wording.model import STANCE_OF_TIER, Cue, Number, Wording
from rating.stand_in import CLAIM, DATA, make_base, make_claim, read_yaml

DOCS = Path(__file__).parents[2] / "docs"
PAGE, COMPARED = DOCS / "rating.md", DOCS / "rating-compared.md"
EXAMPLES: Mapping[str, Any] = read_yaml(DATA / "worked_examples.yaml")
SHIPPED: Mapping[str, Any] = read_yaml(DATA / "shipped.yaml")
_BLOCK = re.compile(r"(<!-- table: ([a-z]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: Path, base: EvidenceBase | None = None) -> str:
    """The page with its tables as they should be; `base` is the shipped one, for the page that compares."""
    blocks = _policy_blocks() if base is None else _base_blocks(base)
    text = page.read_text(encoding="utf-8")
    return _BLOCK.sub(lambda found: f"{found[1]}\n{blocks[found[2]]}\n\n{found[3]}", text)


def _policy_blocks() -> Mapping[str, str]:
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
    body = EXAMPLES["bodies"]["pnd"]
    base = make_base(body["lines"], appraisals=body["appraisals"], claim=make_claim(id=CLAIM))
    wording = Wording("flat", "asserted", cues=(Cue("treat", "flat", "treats", 0),))
    trace = judge(CLAIM, wording, Reach(), base, load_policy("standard", base)).trace
    return "\n".join(f"{step.name:<11}{step.text}" for step in trace if step.name != "claim")


def _examples() -> str:
    cells = (
        (str(number), sentence, state, tier, _told(standard), _told(asa))
        for number, sentence, _, state, tier, standard, asa in EXAMPLES["examples"]
    )
    return tables.markdown_table(("", "sentence", "state", "tier", "standard", "asa"), cells)


def _told(cell: str) -> str:
    verdict, reason = cell.split()
    return f"{verdict}, `{reason}`"


def _base_blocks(base: EvidenceBase) -> Mapping[str, str]:
    head = ("claim", "our rating", "who", "says", "", "why they differ")
    rows = (
        (f"`{row.claim}`", _told(f"{row.rating} {row.reason}"), row.who, row.given or row.judgement, *_beside(row))
        for row in published(base, load_policy("standard", base))
    )
    return {"published": tables.markdown_table(head, rows), "shipped": _shipped(base)}


def _beside(row: Published) -> tuple[str, str]:
    return ("agrees", "") if row.agrees else ("**differs**", why_published(row))


def why_published(row: Published) -> str:
    """The explanation of a difference, or empty."""
    reasons: Mapping[str, str] = SHIPPED["published"].get(row.claim, {})
    return next((why for who, why in reasons.items() if row.who.startswith(who)), "")


def _shipped(base: EvidenceBase) -> str:
    head = ("", "sentence", "stated body", "shipped base", "state", "why they differ")
    return tables.markdown_table(head, (_shipped_row(*row) for row in shipped_examples(base)))


def _shipped_row(number: int, sentence: str, stated: str, now: str, state: str) -> tuple[str, ...]:
    same = now == stated
    why = "" if same else SHIPPED["differs"].get(str(number), "")
    return str(number), sentence, _told(stated), "the same" if same else f"**{_told(now)}**", state, why


def shipped_examples(base: EvidenceBase) -> Iterator[tuple[int, str, str, str, str]]:
    """Each example with real evidence: number, sentence, what the stated body gives, what the shipped base gives."""
    policy = load_policy("standard", base)
    for number, sentence, _, _, tier, stated, _ in EXAMPLES["examples"]:
        claim = SHIPPED["claims"].get(str(number))
        if claim is None:
            continue
        raw = EXAMPLES["numbers"].get(str(number))
        wording = Wording(tier, STANCE_OF_TIER[tier], numbers=(Number(**raw),) if raw else ())
        reach = Reach(tuple(SHIPPED["people"].get(str(number), ())))
        verdict = judge(claim, wording, reach, base, policy)
        body = verdict.body
        state = f"{body.state} {body.certainty_for}/{body.certainty_against}"
        yield number, sentence, stated, f"{verdict.verdict} {verdict.reason}", state


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE), encoding="utf-8")
    COMPARED.write_text(filled(COMPARED, load_evidence()), encoding="utf-8")
