"""New records to fill in: valid YAML with comments that say what may stand where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from string import Template
from typing import Any, get_args, get_type_hints

from claimcheck.curation.yaml_text import csl_block, on_one_line
from claimcheck.evidence import model
from claimcheck.evidence.model import Csl
from claimcheck.evidence.references import doi_url
from claimcheck.evidence.sanity_records import FILL_IN
from claimcheck.frozen import dataclass

_PUBMED = "https://pubmed.ncbi.nlm.nih.gov/"


@dataclass(frozen=True)
class NewStudy:
    """What is known of a study before it is read; `claims` get an outcome each to fill in."""

    id: str
    csl: Csl
    design: str | None = None
    population: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewClaim:
    """What a claim must have from the start; `subject` and `object` are concept ids."""

    id: str
    kind: str
    statement: str
    direction: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    population: str | None = None


def study_skeleton(study: NewStudy, today: date) -> str:
    """The text of a study's file."""
    words = {
        "id": study.id,
        "csl": csl_block(study.csl),
        "design": study.design or _UNKNOWN_DESIGN,
        "population": on_one_line(study.population or f"{FILL_IN} (who was studied, in our words)"),
        "source": on_one_line([_source(study.csl)]),
        "method": "secondary",
        "schema": "../schema/study.json",
        "today": today.isoformat(),
    }
    return _fill("study", {**words, "outcomes": _outcomes(study.claims, words)})


def _outcomes(claims: Sequence[str], words: dict[str, str]) -> str:
    """An outcome for each claim, or an example as comments."""
    if not claims:
        return _commented("outcomes:\n" + _fill("outcome", {**words, **_EXAMPLE}))
    return "outcomes:\n" + "".join(_fill("outcome", {**words, "id": name, "claim": name}) for name in claims).rstrip()


def claim_skeleton(claim: NewClaim, today: date) -> str:
    """The text of a file that holds one claim."""
    words = {
        "id": claim.id,
        "kind": claim.kind,
        "statement": on_one_line(claim.statement),
        "direction": claim.direction,
        "subject": on_one_line(list(claim.subject)),
        "object": on_one_line(list(claim.object)),
        "population": f"population: {claim.population}" if claim.population else "# population: the id of a population",
        "directions": _choices(model.ClaimDirection),
        "schema": "../schema/claims.json",
        "today": today.isoformat(),
    }
    return _fill("claim", words)


#: counts for nothing; the skeleton says that it is to be settled
_UNKNOWN_DESIGN = "opinion"
_EXAMPLE = {"id": "a-word", "claim": "the id of a claim (claimcheck list claims)"}


def _choices(literal: Any) -> str:
    return " | ".join(get_args(literal))


def _all_choices() -> dict[str, str]:
    return {
        "designs": _wrapped(_choices(model.Design)),
        "conditions": _choices(get_type_hints(model.Population)["condition_at_entry"]),
        "biases": _choices(model.Bias),
        "interests": _choices(model.Interest),
        "syntheses": _choices(model.Synthesis),
        "states": _choices(model.StatusState),
        "methods": _choices(model.Method),
        "directions": _choices(model.Direction),
        "times": _choices(model.TimeClass),
        "comparators": _choices(model.Comparator),
        "metrics": _choices(model.Metric),
        "kinds": _choices(model.ClaimKind),
    }


def _wrapped(text: str) -> str:
    from textwrap import wrap

    return "\n# ".join(wrap(text, 112, break_on_hyphens=False))


def _fill(name: str, words: dict[str, str]) -> str:
    template = files("claimcheck.curation").joinpath("templates", f"{name}.txt").read_text("utf-8")
    return Template(template).substitute(_all_choices() | words)


def _commented(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())


def _source(csl: Csl) -> str:
    pubmed = f"{_PUBMED}{csl.PMID}/" if csl.PMID else None
    return doi_url(csl) or pubmed or csl.URL or f"{FILL_IN} (a stable public address)"
