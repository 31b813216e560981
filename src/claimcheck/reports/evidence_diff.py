"""Two evidence bases side by side: which ratings moved and why, which sentences, which records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from claimcheck.curation.changes import FieldChange, RecordChange
from claimcheck.curation.diff import Difference, Side
from claimcheck.curation.moves import RatingMove, Standing, StepChange
from claimcheck.curation.sentences import SentenceMove, SentenceMoves, Told
from claimcheck.reports.card import Card, Fields, Lines, Row, Section, Table, section
from claimcheck.reports.records import as_data
from claimcheck.reports.summary import plural

_LONGEST: Final = 120
_LEVELS: Final = ("none", "very low", "low", "moderate", "high")


def diff_data(difference: Difference) -> dict[str, Any]:
    """The difference as data."""
    data: dict[str, Any] = as_data(difference)
    return data | {"moved": [move.claim for move in difference.ratings if move.moved]}


def diff_card(difference: Difference) -> Card:
    """The difference as a card: what follows from the changes first, the changes last."""
    moved = [move for move in difference.ratings if move.moved]
    beneath = [move for move in difference.ratings if not move.moved]
    return Card(
        f"{_named(difference.old)} -> {_named(difference.new)}",
        _summary(difference, moved),
        (
            *section("Bases", Fields((("old", _stamp(difference.old)), ("new", _stamp(difference.new))))),
            *(part for move in moved for part in _rating(move)),
            *section("Rated the same on other grounds", Lines(tuple(map(_ground, beneath)))),
            *_sentences(difference.sentences),
            *_records(difference.records),
        ),
    )


def _named(side: Side) -> str:
    return f"{side.manifest.name} {side.manifest.version} ({side.name})"


def _stamp(side: Side) -> str:
    return f"{side.name}: {side.digest}; policy {side.policy}"


def _summary(difference: Difference, moved: list[RatingMove]) -> str:
    if not difference.records:
        return "Nothing differs."
    parts = [
        plural(len(difference.records), "record differs", "records differ"),
        plural(len(moved), "rating moved", "ratings moved"),
    ]
    if difference.sentences:
        parts.append(plural(len(difference.sentences.moves), "sentence judged", "sentences judged") + " otherwise")
    return ", ".join(parts) + "."


def _rating(move: RatingMove) -> tuple[Section, ...]:
    rows = (("claim", move.statement), *(("because of", cause) for cause in move.causes))
    steps = tuple(Row((step.step, sign, text)) for step in move.steps for sign, text in _signed(step))
    title = f"{move.claim}: {_rated(move.old)} -> {_rated(move.new)}"
    return section(title, Fields(rows), Table(("step", "", "was and is"), steps))


def _rated(standing: Standing | None) -> str:
    return f"{standing.rating} ({standing.reason})" if standing else "not there"


def _signed(change: StepChange | FieldChange) -> Iterator[tuple[str, str]]:
    for sign, text in (("-", change.old), ("+", change.new)):
        if text is not None:
            yield sign, str(text)


def _ground(move: RatingMove) -> str:
    causes = f" (because of {', '.join(move.causes)})" if move.causes else ""
    return f"{move.claim}: {_state(move.old)} -> {_state(move.new)}{causes}"


def _state(standing: Standing | None) -> str:
    if standing is None:
        return "not there"
    levels = f"for {_LEVELS[standing.certainty_for]}, against {_LEVELS[standing.certainty_against]}"
    return f"{standing.rating} by {standing.reason}, state {standing.state}, {levels}"


def _sentences(found: SentenceMoves | None) -> tuple[Section, ...]:
    return section("Sentences", Lines(tuple(map(_sentence, found.moves)))) if found else ()


def _sentence(move: SentenceMove) -> str:
    return f"{move.path}:{move.line}: {move.claim}: {_told(move.old)} -> {_told(move.new)}: “{move.text}”"


def _told(told: Told | None) -> str:
    return f"{told.verdict} ({told.reason})" if told else "not found"


def _records(changes: Iterable[RecordChange]) -> Iterator[Section]:
    for change in changes:
        rows = tuple(Row((field.path, sign, _short(text))) for field in change.fields for sign, text in _signed(field))
        title = f"{change.kind} {change.id}: {change.what}"
        yield Section(title, (Table(("field", "", "was and is"), rows),) if rows else ())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
