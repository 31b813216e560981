"""A claim's plain statement taken apart, so that it can be put again at another tier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from claimcheck.evidence.model import Claim
from claimcheck.frozen import dataclass

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Parts:
    """`subject` acts, `verb` in its plain form says what is done, `rest` follows; `several` decides agreement."""

    subject: str
    verb: str
    rest: str
    several: bool


def take_apart(statement: str, data: Data) -> Parts | None:
    """The parts of a plain statement, or None where no known verb is found.

    The first verb that agrees with one thing counts, for nouns look like the other form ("peer support"); further
    verbs after "and" are made plain too.
    """
    words = statement.split()
    for several, verbs in ((False, data["verbs"]), (True, data["plural_verbs"])):
        for index in range(1, len(words)):
            verb = verbs.get(words[index])
            if verb is not None:
                return Parts(" ".join(words[:index]), verb, _plain(words[index + 1 :], verbs), several)
    return None


def _plain(words: list[str], verbs: Mapping[str, str]) -> str:
    """What follows the verb, with later verbs of the same subject in their plain form."""
    after = [
        verbs.get(word, word) if before == "and" else word for before, word in zip(["", *words], words, strict=False)
    ]
    return " ".join(after)


def slots(claim: Claim, parts: Parts | None, data: Data) -> dict[str, str]:
    """What templates may name."""
    statement = claim.statement.rstrip(".")
    intervention = claim.intervention_text or (parts.subject if parts else statement.split()[0])
    subject = lower_first(parts.subject) if parts else intervention
    several = bool(re.search(data["plural_ending"], intervention))
    named = {
        "statement": lower_first(statement),
        "intervention": intervention,
        "outcome": claim.outcome_text or "this",
        "who": f" in {claim.population_text}" if claim.population_text else "",
        "subject": subject,
        "verb": parts.verb if parts else "",
        "rest": parts.rest if parts else "",
        **_agreement(parts.several if parts else several, data),
        **{f"i_{verb}": form for verb, form in _agreement(several, data).items()},
    }
    return named | {name.capitalize(): upper_first(named[name]) for name in ("statement", "intervention", "subject")}


def _agreement(several: bool, data: Data) -> Mapping[str, str]:
    forms: Mapping[str, str] = data["agreement"]["several" if several else "one"]
    return forms


def lower_first(text: str) -> str:
    """A text as it stands inside a sentence; names and abbreviations (`IAIM`) keep their capital."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def upper_first(text: str) -> str:
    """A text as it opens a sentence."""
    return text[:1].upper() + text[1:]
