"""One or two plain sentences that say why, from the language's templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.rating.body import Assessment
from claimcheck.rating.counting import describe_lines, listed
from claimcheck.rating.lines import Line
from claimcheck.rating.phrasing import upper_first
from claimcheck.rating.policy_model import Policy

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

Data = Mapping[str, Any]


def explanation(assessment: Assessment, tier: str, reasons: Sequence[str], base: EvidenceBase, policy: Policy) -> str:
    """Why, in plain words: a sentence per reason, the reasons that decided first, none twice."""
    data = base.language.data.get("explanations")
    if not isinstance(data, Mapping):
        return ", ".join(dict.fromkeys(reasons))
    slots = _slots(assessment, tier, data, base, policy)
    sentences = [
        _sentence(reason, assessment, tier, data, policy).format_map(slots) for reason in dict.fromkeys(reasons)
    ]
    return " ".join(map(upper_first, sentences))


def _sentence(reason: str, assessment: Assessment, tier: str, data: Data, policy: Policy) -> str:
    templates: Mapping[str, str] = data["reasons"]
    return next((templates[key] for key in _keys(reason, assessment, tier, policy) if key in templates), reason)


def _keys(reason: str, assessment: Assessment, tier: str, policy: Policy) -> Iterator[str]:
    """Where a reason's sentence may stand, the most specific place first."""
    ends = [assessment.body.state, policy.column(tier), *_variants(reason, assessment)]
    for start in (f"{assessment.claim.kind}/{reason}", reason):
        yield from (f"{start}/{end}" for end in ends)
        yield start


def _variants(reason: str, assessment: Assessment) -> list[str]:
    """Circumstances that call for a sentence of their own."""
    weighed = assessment.weighed
    contrary = any(line.share("against") == 1 for line in weighed.lines)
    all_mixed = all(line.direction == "mixed" for line in weighed.lines)
    circumstances: dict[str, dict[str, object]] = {
        "conflicting": {
            "review": weighed.opposed_by,
            "stated": weighed.state == "C",
            "mixed": all_mixed,
            "partly": not contrary,
        },
        "only-weak-studies": {"opposed": contrary},
        "no-evidence": {"listed": assessment.body.set_aside},
    }
    return [name for name, holds in circumstances.get(reason, {}).items() if holds]


def _slots(assessment: Assessment, tier: str, data: Data, base: EvidenceBase, policy: Policy) -> dict[str, str]:
    """What a template may name, with and without a capital."""
    lines = assessment.weighed.lines
    support = [line for line in lines if line.share("for")]
    contrary = [line for line in lines if line.share("against") == 1] or [
        line for line in lines if line.share("against")
    ]
    named = {
        **_phrase("evidence", "s", support, assessment.claim.kind, data),
        **_phrase("contrary", "c", contrary, assessment.claim.kind, data),
        **_phrase("all", "a", lines, assessment.claim.kind, data),
        "level": data["levels"][str(assessment.body.certainty_for)],
        "wording": data["wordings"][policy.column(tier)],
        "appraisers": _names(_appraisers(assessment), data),
        "away": _away(assessment, data),
        "profile": policy.name,
        **_reviews(assessment, base),
    }
    named["safety"] = _safety(assessment, support, data).format_map(named)
    return named | {name.capitalize(): upper_first(text) for name, text in named.items() if name[1:]}


def _phrase(name: str, ending: str, lines: Sequence[Line], kind: str, data: Data) -> dict[str, str]:
    """Lines in words, with the endings of verbs that follow them."""
    words, singular = describe_lines(lines, kind, data)
    return {name: words, ending: "s" if singular else "", f"{ending}_es": "es" if singular else ""}


def _appraisers(assessment: Assessment) -> list[str]:
    used = {line.study for line in assessment.weighed.lines}
    of_studies = [name for study, name in assessment.gathered.appraised.items() if study in used]
    return [*(voice.name for voice in assessment.appraisals.against), *of_studies]


def _names(names: Sequence[str], data: Data) -> str:
    return listed(list(dict.fromkeys(names)), data)


def _away(assessment: Assessment, data: Data) -> str:
    """How the evidence that was found misses the sentence."""
    axes = [words for axis, words in data["axes"].items() if axis in assessment.gathered.away]
    return listed(axes, data)


def _reviews(assessment: Assessment, base: EvidenceBase) -> dict[str, str]:
    if assessment.weighed.opposed_by is None:
        return {}
    from claimcheck.evidence.references import short_reference

    other, governing = assessment.weighed.opposed_by
    return {
        "other": short_reference(base.study(other.study)),
        "governing": short_reference(base.study(governing.study)),
    }


def _safety(assessment: Assessment, support: Sequence[Line], data: Data) -> str:
    """What a claim of harmlessness rests on."""
    if any(line.events is not None for line in support):
        return str(data["safety"]["counted"])
    if not assessment.appraisals.reassuring:
        return str(data["safety"]["neither"])
    names = _names([voice.name for voice in assessment.appraisals.reassuring], data)
    return str(data["safety"]["appraised"]).replace("{reassurers}", names)
