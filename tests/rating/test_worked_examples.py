"""The worked examples of the policy come out as printed, state, verdict and reason, under two profiles."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.evidence.base import EvidenceBase
from claimcheck.rating.model import Reach
from claimcheck.rating.policy import load_policy
from claimcheck.rating.verdict import judge
from claimcheck.wording.model import STANCE_OF_TIER, Number, Wording
from rating.stand_in import CLAIM, DATA, make_base, make_claim, read_yaml

EXAMPLES: dict[str, Any] = read_yaml(DATA / "worked_examples.yaml")


def base_of(name: str) -> EvidenceBase:
    body = EXAMPLES["bodies"][name]
    claim = make_claim(body.get("kind", "effect"), population=body.get("population"))
    return make_base(body["lines"], appraisals=body.get("appraisals", ()), claim=claim)


def wording_of(number: int, tier: Any) -> Wording:
    raw = EXAMPLES["numbers"].get(str(number))
    return Wording(tier, STANCE_OF_TIER[tier], numbers=(Number(**raw),) if raw else ())


@pytest.mark.parametrize("profile", ["standard", "asa"])
@pytest.mark.parametrize("row", EXAMPLES["examples"], ids=lambda row: f"{row[0]}-{row[2]}-{row[4]}")
def test_worked_example(row: list[Any], profile: str) -> None:
    number, _, body, state, tier, standard, asa = row
    base = base_of(body)
    reach = Reach(tuple(EXAMPLES["bodies"][body].get("reach", ())))
    verdict = judge(CLAIM, wording_of(number, tier), reach, base, load_policy(profile, base))
    evidence = verdict.body
    assert (
        f"{evidence.state} {evidence.certainty_for}/{evidence.certainty_against}",
        f"{verdict.verdict} {verdict.reason}",
    ) == (state, standard if profile == "standard" else asa)


def test_every_row_is_there() -> None:
    assert [row[0] for row in EXAMPLES["examples"]] == list(range(1, 54))
