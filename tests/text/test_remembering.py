"""Results kept for the next time."""

from __future__ import annotations

from claimcheck.text.remembering import Remembered


def test_what_is_remembered_is_not_made_again() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    kept: Remembered[str] = Remembered(2)
    found = [kept.get(name, lambda name=name: make(name)) for name in ("a", "b", "a", "c", "a")]  # type: ignore[misc]
    assert found == ["A", "B", "A", "C", "A"]
    assert made == ["a", "b", "c", "a"]  # with the third of two all were forgotten
