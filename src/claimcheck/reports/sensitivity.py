"""Whether a verdict hangs on one judgement: every single change that would move it."""

from __future__ import annotations

from typing import Any, Final

from claimcheck.rating.sensitivity import Change, Sensitivity
from claimcheck.reports.card import Row, Table
from claimcheck.reports.records import as_data

_COLUMNS: Final = ("study", "judgement", "from", "to", "state", "verdict")
_BODY: Final = "the whole body"


def holds(found: Sensitivity) -> str:
    """Whether the verdict holds, in a sentence."""
    if found.holds:
        return f"yes: none of {found.tried} single changes of judgement moves it"
    return f"no: {len(found.moves)} of {found.tried} single changes of judgement move it"


def moves(found: Sensitivity) -> Table:
    """The changes that move it."""
    return Table(_COLUMNS, tuple(map(_row, found.moves)))


def sensitivity_data(found: Sensitivity) -> dict[str, Any]:
    """The same as data; a change without a study is one of the whole body of evidence."""
    return {
        "holds": found.holds,
        "wording": found.tier,
        "state": found.state,
        "verdict": found.verdict,
        "tried": found.tried,
        "moves": [as_data(change) for change in found.moves],
    }


def _row(change: Change) -> Row:
    return Row((change.study or _BODY, change.what, change.before, change.after, change.state, change.verdict))
