"""Sources -> the parts of a compiled base: plain data that `marshal` can hold, read piece by piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcheck.evidence.gather import Folder
from claimcheck.evidence.plain import Plain
from claimcheck.evidence.sources import Sources

#: part name -> plain data: "index", "language", "policy/<name>", "study/<id>", "claim/<id>", "concept/<id>"
Parts = dict[str, Plain]

_STORED = ("study", "claim", "concept")


def compile_parts(sources: Sources, digest: str) -> Parts:
    """The parts of a sound base. Nothing is checked here."""
    parts: Parts = {"index": _index(sources, digest), "language": _language(sources)}
    parts.update((f"policy/{name}", policy) for name, policy in sources.policies.items())
    for kind in _STORED:
        parts.update((f"{kind}/{name}", found.plain) for name, found in sources.table(kind).items())
    return parts


def _index(sources: Sources, digest: str) -> dict[str, Any]:
    assert sources.manifest is not None
    ids = {kind: tuple(sorted(sources.table(kind))) for kind in _STORED}
    return {
        "manifest": sources.manifest.plain,
        "digest": digest,
        "ids": ids,
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


def _language(sources: Sources) -> dict[str, Any]:
    return {
        "folding": sources.folding.plain if sources.folding else ["FoldingRules", {"variants": {}}, {}],
        "relations": [source.plain for source in sources.relations.values()],
        "lead_ins": [source.plain for source in sources.lead_ins.values()],
        "cues": [source.plain for source in sources.cues.values()],
        "data": sources.language_data,
    }


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
