"""Sources -> the parts of a compiled base, each of which is stored and read on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claimcheck.evidence.gather import Folder
from claimcheck.evidence.model import FoldingRules
from claimcheck.evidence.sources import Sourced, Sources

#: part name -> record ("manifest", "study/<id>", "claim/<id>", "concept/<id>", "language/folding"), tuple of records
#: ("language/cues", "language/relations", "language/lead_ins") or raw data ("index", "language/data", "policy/<name>")
Parts = dict[str, Any]

_STORED = ("study", "claim", "concept")


def compile_parts(sources: Sources, digest: str) -> Parts:
    """The parts of a sound base. Nothing is checked here."""
    assert sources.manifest is not None
    parts: Parts = {"manifest": sources.manifest.record, "index": _index(sources, digest)} | _language(sources)
    parts.update((f"policy/{name}", policy) for name, policy in sources.policies.items())
    for kind in _STORED:
        parts.update((f"{kind}/{name}", found.record) for name, found in sources.table(kind).items())
    return parts


def _index(sources: Sources, digest: str) -> dict[str, Any]:
    return {
        "digest": digest,
        "ids": {kind: tuple(sorted(sources.table(kind))) for kind in _STORED},
        "policies": tuple(sorted(sources.policies)),
        "lines": _lines(sources),
        "bodies": _bodies(sources),
    }


def _lines(sources: Sources) -> dict[str, list[tuple[str, int]]]:
    """Claim -> (study, number of the outcome in it), sorted by study id and outcome id."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for study_id, source in sources.studies.items():
        for number, outcome in enumerate(source.record.outcomes):
            found.setdefault(outcome.claim, []).append((study_id, outcome.id, number))
    return {claim: [(study, number) for study, _, number in sorted(found[claim])] for claim in sorted(found)}


def _bodies(sources: Sources) -> dict[str, list[tuple[str, int]]]:
    """Claim -> (study, number of the appraisal in it) for appraisals of a body of evidence."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for study_id, source in sources.studies.items():
        for number, appraisal in enumerate(source.record.appraisals):
            for claim in appraisal.claims if appraisal.scope == "body" else ():
                found.setdefault(claim, []).append((study_id, appraisal.id, number))
    return {claim: [(study, number) for study, _, number in sorted(found[claim])] for claim in sorted(found)}


def _language(sources: Sources) -> Parts:
    tables: dict[str, Mapping[str, Sourced[Any]]] = {
        "relations": sources.relations,
        "lead_ins": sources.lead_ins,
        "cues": sources.cues,
    }
    lists = {f"language/{name}": tuple(found.record for found in table.values()) for name, table in tables.items()}
    folding = sources.folding.record if sources.folding else FoldingRules(variants={})
    return {**lists, "language/folding": folding, "language/data": sources.language_data}


def digest_of(folders: Iterable[Folder]) -> str:
    """ "sha256:..." over file names and contents, line ends and byte order marks aside."""
    from hashlib import sha256

    total = sha256()
    for folder in folders:
        total.update(b"folder\n")
        for file, data in folder.contents:
            content = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
            total.update(f"{file.name}\n{sha256(content).hexdigest()}\n".encode("utf-8", "surrogatepass"))
    return f"sha256:{total.hexdigest()}"
