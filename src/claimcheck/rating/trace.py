"""The trace: every step in words and figures that a reader can replay by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.evidence.model import Claim
from claimcheck.rating.appraisals import BodyAppraisals, Voice
from claimcheck.rating.certainty import Candidate, Certainty
from claimcheck.rating.lines import LEVEL_WORDS, Line, Side
from claimcheck.rating.model import Step
from claimcheck.rating.policy_model import FloorRule
from claimcheck.rating.reach import DIRECTNESS
from claimcheck.rating.weigh import Weighed

_SHOWN = 4


def body_trace(
    claim: Claim,
    raised: Mapping[tuple[str, str], str],
    set_aside: Iterable[tuple[str, str, str]],
    weighed: Weighed,
    voices: BodyAppraisals,
) -> tuple[Step, ...]:
    """The steps from the lines of a claim to its evidence state."""
    aside = [*set_aside, *((line.study, line.outcome, why) for line, why in weighed.set_aside)]
    steps = [
        Step("claim", f"{claim.id} ({claim.kind}{f'; {claim.population_text}' if claim.population_text else ''})"),
        Step("lines", " | ".join(describe(line, raised.get(line.key)) for line in weighed.lines) or "none"),
        Step("set out", "; ".join(f"{study}/{outcome}: {why}" for study, outcome, why in sorted(aside)) or "none"),
        Step("for", _arithmetic(weighed.side_for, "for")),
        Step("against", _arithmetic(weighed.side_against, "against")),
        *_review(weighed),
        *(Step("appraisal", _voice(voice)) for voice in (*voices.against, *voices.answered, *voices.reassuring)),
        *(Step("correction", said) for said in weighed.corrections),
        Step("floor", _floor(weighed)),
        Step("state", _state(weighed)),
    ]
    return tuple(steps)


def describe(line: Line, raised: str | None = None) -> str:
    """A line in a few words: `onozawa2001 rct n 25 benefit high (...)`."""
    size = f"n {line.n}" if line.n_known else f"n unknown (counts as {line.n})"
    parts = [line.study, line.design, size, line.direction, line.bias]
    if line.distance:
        parts.append(DIRECTNESS[line.distance])
    if line.trials > 1:
        parts.append(f"{line.trials} trials")
    if line.stated:
        parts.append(f"certainty {LEVEL_WORDS[line.stated]} as its authors state")
    if line.direction == "no-effect":
        parts.append("precise" if line.precise else "not precise")
    if not line.level:
        parts.append("without weight")
    if raised:
        parts.append(f"({raised})")
    return " ".join(parts)


def _arithmetic(side: Certainty, name: Side) -> str:
    """The best sets, each with its sum, and what it comes to."""
    if not side.candidates:
        return f"no line speaks {name} the claim = 0"
    ranked = sorted(side.candidates, key=lambda candidate: -candidate.points)
    shown = " | ".join(sum_up(candidate) for candidate in ranked[:_SHOWN])
    rest = len(ranked) - _SHOWN
    more = f" | {rest} more, none better" if rest > 0 else ""
    return f"best of: {shown}{more} -> {side.points} {LEVEL_WORDS[side.points]}"


def sum_up(candidate: Candidate) -> str:
    """One set's arithmetic: `bias<=high N 176, opposed 15%: 4 -2 bias -1 precision = 1`."""
    costs = "".join(f" -{points} {what}" for what, points in candidate.minus)
    result = candidate.start - sum(points for _, points in candidate.minus)
    end = ""
    if candidate.limit is not None and result > candidate.limit:
        end = f", not precise: at most {candidate.limit}"
    elif result < 1:
        end = ", at least 1"
    opposed = f", opposed {candidate.opposed:.0%}" if candidate.opposed else ""
    people = "" if candidate.stated else f" N {candidate.people:g}{opposed}"
    return f"{candidate.label}{people}: {candidate.start}{costs} = {result}{end}"


def _review(weighed: Weighed) -> list[Step]:
    if weighed.opposed_by is None:
        return []
    other, governing = weighed.opposed_by
    return [Step("review", f"{other.study}, set aside for {governing.study}, is adequate and points the other way")]


def _voice(voice: Voice) -> str:
    answer = f", answered by {voice.answered_by}" if voice.answered_by else ""
    return f"{voice.name} on the body: {voice.judgement}{answer}"


def _floor(weighed: Weighed) -> str:
    support = weighed.support
    trials, people = sum(line.trials for line in support), sum(line.n for line in support)
    counted = f"{trials} controlled {'trial or study' if trials == 1 else 'trials or studies'} for, N {people}"
    if weighed.floor is not None:
        return f"{counted}: cleared ({_rule(weighed.floor)})"
    return "not needed: independent reassurance" if weighed.lifted else f"{counted}: not cleared"


def _rule(rule: FloorRule) -> str:
    if rule.reviews:
        return f"{rule.reviews} pooled review"
    return f"{rule.controlled_trials} controlled, N at least {rule.n_at_least}"


def _state(weighed: Weighed) -> str:
    return f"{weighed.state} (for {weighed.points_for}, against {weighed.points_against})"
