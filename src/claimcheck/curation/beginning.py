"""Begin a record: check what is known of it against the base, write its skeleton."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimcheck.curation.known import Known, paper_keys
from claimcheck.curation.saving import claim_file, save_new, study_file
from claimcheck.curation.schemas import lend_schemas
from claimcheck.curation.skeletons import NewClaim, NewStudy, claim_skeleton, study_skeleton
from claimcheck.errors import UsageError


def begin_study(study: NewStudy, into: Path, known: Known, today: date) -> Path:
    """Write the skeleton of a study.

    Raises:
        UsageError: the id cannot be used, the base holds the paper already, or a claim is not known.
    """
    known.require_free("study", study.id)
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
    known.require_free("claim", claim.id)
    for concept in (*claim.subject, *claim.object, *([claim.population] if claim.population else [])):
        known.require("concept", concept)
    path = claim_file(into, claim.id)
    save_new({path: claim_skeleton(claim, today)})
    lend_schemas(into)
    return path
