"""Begin a record: check what is known of it against the base, write its skeleton."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from claimcheck.curation.known import Known, paper_keys
from claimcheck.curation.names import is_id
from claimcheck.curation.saving import claim_file, save_new, study_file
from claimcheck.curation.schemas import lend_schemas
from claimcheck.curation.skeletons import NewClaim, NewStudy, claim_skeleton, study_skeleton
from claimcheck.errors import UsageError


def begin_study(study: NewStudy, into: Path, known: Known, today: date) -> Path:
    """Write the skeleton of a study.

    Raises:
        UsageError: the id cannot be used, the base holds the paper already, or a claim is not known.
    """
    _require_free("study", study.id, known.studies)
    for key in paper_keys(study.csl):
        if key in known.papers:
            raise UsageError(f"the base holds this paper already, as {known.papers[key]}")
    for claim in study.claims:
        known.require("claim", claim)
    path = study_file(into, study.id)
    save_new({path: study_skeleton(study, today)})
    lend_schemas(into)
    return path


def begin_claim(claim: NewClaim, into: Path, known: Known, today: date) -> Path:
    """Write the skeleton of a claim in a file of its own.

    Raises:
        UsageError: the id cannot be used, or a concept is not known.
    """
    _require_free("claim", claim.id, known.claims)
    for concept in (*claim.subject, *claim.object, *([claim.population] if claim.population else [])):
        known.require("concept", concept)
    path = claim_file(into, claim.id)
    save_new({path: claim_skeleton(claim, today)})
    lend_schemas(into)
    return path


def _require_free(kind: str, name: str, taken: Collection[str]) -> None:
    if not is_id(name):
        raise UsageError(f"the id {name!r} is not made of a-z, 0-9 and single hyphens")
    if name in taken:
        raise UsageError(f"the base holds a {kind} {name!r} already; nothing was written")
