from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.model import FoldingRules
from claimcheck.text.folding import SLOT, Folder, folded_key
from claimcheck.text.phrases import Table, find, longest, pack, same_word
from claimcheck.text.trie import Hit

FOLDER = Folder(
    FoldingRules({"mother": ("mum", "mom"), "be": ("is", "are")}, compounds=("post natal",), skip=("the", "your"))
)


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Your MUM's mood", ["mother", "mood"]),
        ("post-natal depression", ["postnat", "depress"]),
        ("postnatal depression", ["postnat", "depress"]),
        ("mum’s café", ["mother", "cafe"]),
        ("1 in 10, or 15%", ["#", "in", "#", ",", "or", "#%"]),
        ("skin–to–skin", ["skin", "to", "skin"]),
        ("wait – now", ["wait", "–", "now"]),
        ("", []),
    ],
)
def test_fold(text: str, norms: list[str]) -> None:
    assert FOLDER.fold(text).norms == norms


def test_tokens_know_their_place() -> None:
    folded = FOLDER.fold("A post-natal group")
    assert [folded.slice(i, i + 1) for i in range(len(folded))] == ["A", "post-natal", "group"]


@given(st.text(alphabet=st.sampled_from("aÉsʼ'’´ -5%.é"), max_size=12) | st.text(max_size=40))
def test_no_token_is_empty(text: str) -> None:
    folded = FOLDER.fold(text)
    assert all(folded.surfaces)
    assert all(folded.norms)


def test_phrase_slots_stand_between_words_only() -> None:
    assert FOLDER.phrase("X lifts X mood X") == (("lift", SLOT, "mood"), ("lifts", SLOT, "mood"))


def entries(*phrases: str, exact: bool = False) -> list[tuple[tuple[str, ...], tuple[str, ...], bool, int]]:
    return [(*FOLDER.phrase(phrase), exact, number) for number, phrase in enumerate(phrases)]


@pytest.mark.parametrize(
    ("phrases", "text", "hits"),
    [
        (["mood"], "good moods", [Hit(1, 2, 0)]),
        (["affection"], "this may affect you", []),
        (["lifts X mood"], "lifts her own mood", [Hit(0, 4, 0)]),
        (["lifts X mood"], "lifts one two three four mood", []),
        (["sleep", "deep sleep"], "deep sleep", [Hit(0, 2, 1)]),
    ],
)
def test_longest_phrase(phrases: list[str], text: str, hits: list[Hit]) -> None:
    assert longest(find(Table(pack(entries(*phrases))), FOLDER.fold(text))) == hits


def test_exact_phrases_keep_inflection_apart() -> None:
    table = Table(pack(entries("treating", exact=True)))
    assert find(table, FOLDER.fold("treating")) == [Hit(0, 1, 0)]
    assert find(table, FOLDER.fold("treats")) == []


def test_a_phrase_begins_with_a_word() -> None:
    with pytest.raises(ValueError, match="must begin with a word"):
        pack([((SLOT, "mood"), (SLOT, "mood"), False, 0)])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("stopped", "stop", True),
        ("babies", "baby", True),
        ("settling", "settle", True),
        ("affection", "affect", False),
        ("sensitivity", "sensitive", False),
        ("slept", "sleep", True),
    ],
)
def test_same_word(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same


def test_folded_key() -> None:
    assert folded_key("  “Mum’s” CAFÉ—now! ") == "mum s cafe now"


def test_of_overlapping_phrases_the_longest_stays_and_readings_of_one_span_stay_together() -> None:
    hits = [Hit(0, 2, 1), Hit(1, 4, 2), Hit(1, 4, 3), Hit(3, 5, 4), Hit(5, 6, 5)]
    assert longest(hits) == [Hit(1, 4, 2), Hit(1, 4, 3), Hit(5, 6, 5)]
