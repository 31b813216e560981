"""Cue phrases: how they are written, compiled and found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from claimcheck.evidence.language import Language
from claimcheck.evidence.model import CueGroup, FoldingRules
from claimcheck.text.folding import Folder
from claimcheck.wording.cues import CueTable, compile_cues, compile_groups, expand
from claimcheck.wording.spelling import spell_out

CONTRACTIONS = {"don't": ("do", "not"), "can't": ("can", "not")}
Find = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def plain_folder() -> Folder:
    return Folder(FoldingRules(variants={"mother": ("mum", "mums")}, skip=("the", "a")))


@pytest.fixture
def find(plain_folder: Folder) -> Find:
    """The (group, words) pairs that a text holds."""

    def find(groups: Sequence[CueGroup], text: str, *, answering: bool = False) -> list[tuple[str, str]]:
        table = CueTable(compile_groups(groups, plain_folder, CONTRACTIONS))
        words = spell_out(plain_folder.fold(text), CONTRACTIONS, plain_folder).words
        return [(hit.spec.id, words.slice(hit.first, hit.last)) for hit in table.hits(words, answering=answering)]

    return find


@pytest.mark.parametrize(
    ("phrase", "phrases"),
    [
        ("no evidence", ["no evidence"]),
        ("no (good|) evidence", ["no good evidence", "no evidence"]),
        ("(is|are) not (a|the) cure", ["is not a cure", "is not the cure", "are not a cure", "are not the cure"]),
        ("(bring (tea|milk)|join|ask)", ["bring tea", "join", "ask", "bring milk"]),
    ],
)
def test_expand(phrase: str, phrases: list[str]) -> None:
    assert expand(phrase) == phrases


def test_the_longest_cue_wins(find: Find) -> None:
    groups = [CueGroup("no", "denial", ("no",)), CueGroup("none-shown", "not-shown", ("no X evidence",))]
    assert find(groups, "There is no good evidence.") == [("none-shown", "no good evidence")]


def test_pseudo_cues_block_what_they_hold_and_vanish(find: Find) -> None:
    groups = [CueGroup("not", "denial", ("not",)), CueGroup("not-only", "pseudo", ("not only",))]
    assert find(groups, "not only calm, but not tired") == [("not", "not")]


def test_pseudo_cues_block_cues_of_the_same_words(find: Find) -> None:
    groups = [CueGroup("can", "can", ("can you",)), CueGroup("asking", "pseudo", ("can you",))]
    assert find(groups, "can you come") == []


def test_asides_do_not_compete_with_tier_cues(find: Find) -> None:
    groups = [CueGroup("may", "may", ("may",)), CueGroup("says", "attribution", ("studies say it may",))]
    assert find(groups, "studies say it may help") == [("says", "studies say it may"), ("may", "may")]


def test_boundaries_do_not_compete_with_tier_cues(find: Find) -> None:
    groups = [CueGroup("may", "may", ("may",)), CueGroup("next", "terminator", ("and may",))]
    assert find(groups, "calms and may help") == [("next", "and may"), ("may", "may")]


def test_guards_name_what_must_not_stand_beside(find: Find) -> None:
    may = CueGroup("may", "may", ("may",), not_before=("join us",), not_after=("in", "#"))
    assert find([may], "You may join us") == []
    assert find([may], "in May") == []
    assert find([may], "on 5 May") == []
    assert find([may], "It may join them") == [("may", "may")]


def test_a_guard_of_skipped_words_guards_nothing(find: Find) -> None:
    assert find([CueGroup("may", "may", ("may",), not_before=("the",))], "It may the") == [("may", "may")]


def test_short_forms_are_found_by_long_ones_and_the_other_way_round(find: Find) -> None:
    group = CueGroup("not", "denial", ("do not", "can't help"))
    assert find([group], "I don't, you can not help") == [("not", "don't"), ("not", "can not help")]


def test_inflected_cues_are_found_in_any_form(find: Find) -> None:
    group = CueGroup("some", "may", ("some mother say",), exact=False)
    assert find([group], "Some mums said, some mothers say") == [("some", "some mothers say")]


def test_answer_cues_act_in_answers_only(find: Find) -> None:
    group = CueGroup("no", "denial", ("no",), answer=True)
    assert find([group], "No.") == []
    assert find([group], "No.", answering=True) == [("no", "No")]


def test_compiled_cues_read_the_same(language: Language, folder: Folder) -> None:
    text = "There is no good evidence that it helps, but some mums say it may."
    one, other = (CueTable(compile_cues(language, folder)) for _ in range(2))
    assert one.hits(folder.fold(text)) == other.hits(folder.fold(text)) != []


def test_shipped_cues_are_sound(language: Language, folder: Folder) -> None:
    names = [group.id for group in language.cues]
    assert len(names) == len(set(names))
    for group in language.cues:
        assert group.phrases, group.id
        for phrase in (full for written in group.phrases for full in expand(written)):
            assert not set("(|)") & set(phrase), (group.id, phrase)
            assert folder.phrase(phrase)[1], (group.id, phrase)


def test_shipped_patterns_stay_small(language: Language) -> None:
    """Every way to read a pattern is compiled: a few careless brackets cost every first run half a minute."""
    patterns = {p for group in language.cues for p in (*group.phrases, *group.not_before, *group.not_after)}
    sizes = {pattern: len(expand(pattern)) for pattern in patterns}
    assert {pattern: size for pattern, size in sizes.items() if size > 25_000} == {}
    assert sum(sizes.values()) < 400_000
