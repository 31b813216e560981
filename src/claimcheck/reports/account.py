"""How a sentence was read, for curators: the words seen, what a guard dropped, what may be lent, the frames tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from claimcheck.matching.account import Account, Attempt, Loan, Word
from claimcheck.matching.model import ScorePart
from claimcheck.reports.card import Fields, Lines, Part, Row, Section, Table, section
from claimcheck.reports.records import as_data

_COLUMNS: Final = ("who acts", "on what", "what is done", "claim", "score")
_NOTHING: Final = "–"


def beneath(account: Account) -> Iterator[Section]:
    """The sections that stand below what was seen."""
    yield from section("Not counted", Lines(tuple(_dropped(account))))
    yield from section("May be lent", Fields(tuple(map(_loan, account.loans))))
    if account.silent:
        yield from section("Silent", Lines((account.silent,)))


def frames(account: Account) -> tuple[Section, ...]:
    """Every subject and outcome that were tried together, with what came of it or what was lacking."""
    return section("Frames tried", Table(_COLUMNS, tuple(map(_attempt, account.attempts))))


def account_data(account: Account) -> dict[str, Any]:
    """The account as data."""
    return {
        "words": as_data(account.words),
        "dropped": as_data(account.dropped),
        "loans": [_loan_data(loan) for loan in account.loans],
        "populations": list(account.populations),
        "silent": account.silent,
        "tried": as_data(account.attempts),
    }


def sum_of(parts: tuple[ScorePart, ...]) -> str:
    """ "+0.50 outcome: related, +0.43 subject: heading"."""
    return ", ".join(f"{part.points:+.2f} {part.reason}" for part in parts)


def _word(word: Word) -> str:
    return f"“{word.text}” ({', '.join((word.kind, word.sense, *(('misspelt',) if word.fuzzy else ())))})"


def _dropped(account: Account) -> Iterator[str]:
    for item in account.dropped:
        yield f"“{item.text}” is not {item.concept} here; {item.guard} says so ({item.remedy})"


def _loan(loan: Loan) -> tuple[str, str]:
    mention = loan.mention
    told = f"“{mention.text}” in sentence {mention.sentence + 1} ({loan.lender}, {loan.points:+.2f})"
    return mention.concept, told


def _loan_data(loan: Loan) -> dict[str, Any]:
    mention = loan.mention
    return {
        "concept": mention.concept,
        "text": mention.text,
        "sentence": mention.sentence,
        "lender": loan.lender,
        "points": loan.points,
    }


def _attempt(attempt: Attempt) -> Row:
    lent = f" ({attempt.lender})" if attempt.lender not in ("", "sentence") else ""
    cells = (
        f"{attempt.subject}{lent}" if attempt.subject else _NOTHING,
        f"{attempt.outcome} ({attempt.sign})" if attempt.outcome else _NOTHING,
        attempt.effect or _NOTHING,
        attempt.claim or _NOTHING,
        f"{attempt.score:.2f}",
    )
    return Row(cells, "; ".join(filter(None, _told(attempt))))


def _told(attempt: Attempt) -> Iterator[str]:
    yield sum_of(attempt.parts)
    if attempt.lacking:
        yield attempt.lacking
        yield f"to change it, {attempt.remedy}"


def tells_of(account: Account | None, claim: str) -> bool:
    """Whether the frames tell of a claim already."""
    return account is not None and any(attempt.claim == claim for attempt in account.attempts)


def parts(account: Account) -> Iterator[Part]:
    """What stands right below the sentence."""
    if account.words:
        yield Fields(tuple((word.id, _word(word)) for word in account.words))
    if not account.mentions:
        yield Lines(("no known concept was seen",))
