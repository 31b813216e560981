"""What a comment orders: `claimcheck-ignore-next: CLAIM -- reason` or `claimcheck-ignore-file: CLAIM -- reason`.

There is no switching off and on again, so nothing can be left switched off.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from claimcheck.frozen import dataclass
from claimcheck.project.comments import Comment
from claimcheck.text.hints import did_you_mean
from claimcheck.text.patterns import pattern

Scope = Literal["next", "file"]
_SCOPES: Final[dict[str, Scope]] = {"ignore-next": "next", "ignore-file": "file"}
_ORDER: Final = pattern(r"claimcheck-(?P<word>[\w-]*)\s*:?(?P<rest>.*)", re.DOTALL)
#: two hyphens, or the dash that editors make of them
_BEFORE_REASON: Final = pattern(r"(?:^|\s)(?:--|–|—)(?:\s|$)")
_BETWEEN_CLAIMS: Final = pattern(r"[\s,]+")


@dataclass(frozen=True)
class Directive:
    """An order to set findings aside.

    Attributes:
        scope: what it acts on: the `next` sentence or block, or the whole `file`.
        claims: ids, or `unlisted` for claims that the base does not hold.
        reason: why, or None.
        line: its line, from 1.
        end: offset in the source of what stands behind it.
    """

    scope: Scope
    claims: tuple[str, ...]
    reason: str | None
    line: int
    end: int


def parse(comment: Comment, line: int) -> Directive | str:
    """The directive of a comment, or what is wrong with it."""
    match = _ORDER.match(comment.text)
    word = match["word"] if match else ""
    if match is None or word not in _SCOPES:
        return f"unknown directive claimcheck-{word} ({did_you_mean(word, _SCOPES)})"
    names, *reason = _BEFORE_REASON.split(match["rest"], maxsplit=1)
    claims = tuple(dict.fromkeys(filter(None, _BETWEEN_CLAIMS.split(names))))
    if not claims:
        return f"claimcheck-{word} names no claim (write claimcheck-{word}: CLAIM -- reason)"
    return Directive(_SCOPES[word], claims, " ".join("".join(reason).split()) or None, line, comment.end)
