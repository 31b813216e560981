"""Phrase look-up by trie."""

from __future__ import annotations

import marshal

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.folding import SLOT
from claimcheck.text.trie import Hit, build, find

WORDS = st.sampled_from("abc")
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=8)


@given(phrases=PHRASES, words=st.lists(WORDS, max_size=12))
def test_finds_what_comparing_every_phrase_finds(phrases: list[tuple[str, ...]], words: list[str]) -> None:
    expected = {
        Hit(at, at + len(phrase), number)
        for number, phrase in enumerate(phrases)
        for at in range(len(words))
        if tuple(words[at : at + len(phrase)]) == phrase
    }
    trie = build((phrase, number) for number, phrase in enumerate(phrases))
    assert set(find(trie, words)) == expected


def test_a_slot_takes_one_to_three_words() -> None:
    trie = build([(("no", SLOT, "evidence"), 7)])
    found = [find(trie, ["no", *["x"] * width, "evidence"]) for width in range(5)]
    assert found == [[], [Hit(0, 3, 7)], [Hit(0, 4, 7)], [Hit(0, 5, 7)], []]


def test_a_slot_does_not_reach_across_marks() -> None:
    assert find(build([(("no", SLOT, "evidence"), 7)]), ["no", ",", "evidence"]) == []


def test_equal_endings_are_stored_once_and_survive_marshalling() -> None:
    ending = ("that", "it", "helps", "with", "sleep", "at", "night")
    few = marshal.dumps(build([(("no", *ending), 0)]))
    many = marshal.dumps(build(((start, *ending), 0) for start in ("no", "little", "scant", "some", "good")))
    assert len(many) < 2 * len(few)
    assert find(marshal.loads(many), ["scant", *ending]) == [Hit(0, 8, 0)]
