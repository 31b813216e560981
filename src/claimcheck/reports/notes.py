"""What the notes of a verdict mean, in words."""

from __future__ import annotations

from typing import Final

_MEANINGS: Final = {
    "thin-base": "the base holds little on this claim",
    "stale-review": "a review that it rests on was searched long ago",
    "unverified-evidence": "some of the evidence is known at second hand only, and was not counted",
    "citation-unknown": "it cites a study that the base does not hold",
    "retracted-citation": "it cites a study that was retracted",
    "testimonial": "a testimonial is held to the same standard as the author's own words",
    "asked-not-asserted": "a question never fails a run",
    "needs-professional": "claims about this condition are for qualified professionals to make",
    "industry-appraisal-ignored": "praise from those who sell or teach it was not counted",
}


def note_text(code: str) -> str:
    """The code and what it means, or the code alone where it is not known."""
    meaning = _MEANINGS.get(code)
    return f"{code}: {meaning}" if meaning else code
