"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from claimcheck.text.patterns import pattern


def test_it_does_what_a_compiled_pattern_does() -> None:
    later, now = pattern(r"(?P<word>[a-z]+)", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)", re.IGNORECASE)
    text = "Wind, colic & sleep"
    for method in ("search", "match", "fullmatch", "findall", "split"):
        assert repr(getattr(later, method)(text)) == repr(getattr(now, method)(text))
    assert [match["word"] for match in later.finditer(text, 4)] == ["colic", "sleep"]
    assert later.sub("x", text, count=1) == "x, colic & sleep"
    assert later.subn("x", text) == ("x, x & x", 3)


def test_it_is_compiled_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    original = re.compile

    def spy(written: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(written)
        return original(written, flags)

    monkeypatch.setattr(re, "compile", spy)
    later = pattern("wind")
    assert compiled == []
    assert later.search("a windy day")
    assert later.match("calm") is None
    assert compiled == ["wind"]


def test_a_mistake_is_told_at_the_first_use() -> None:
    later = pattern("(")
    with pytest.raises(re.error):
        later.search("x")


def test_it_has_no_other_attributes() -> None:
    assert not hasattr(pattern("x"), "scanner")
