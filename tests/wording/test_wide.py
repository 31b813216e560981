"""Sentences that belong to no claim."""

from __future__ import annotations

import pytest

from claimcheck.evidence.language import Language
from claimcheck.text.folding import Folder
from claimcheck.wording.reader import WordingReader
from claimcheck.wording.sentence import read_sentence
from claimcheck.wording.wide import WideReader


@pytest.fixture(scope="session")
def wide(language: Language, folder: Folder) -> WideReader:
    return WideReader(language, folder)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The oil does not smell.", True),
        ("It didn't rain.", True),
        ("I never went back.", True),
        ("We left without it.", True),
        ("The oil smells lovely.", False),
        ("A knot in the wood.", False),
    ],
)
def test_words_of_negation(wide: WideReader, text: str, negated: bool) -> None:
    assert wide.negates(text) is negated


@pytest.mark.parametrize(
    ("text", "speculative"),
    [
        ("It may rain.", True),
        ("Bring a towel if you can.", True),
        ("She should be home by now.", True),
        ("He can't sing.", False),
        ("It rained all day.", False),
    ],
)
def test_words_of_speculation(wide: WideReader, text: str, speculative: bool) -> None:
    assert wide.speculates(text) is speculative


@pytest.mark.parametrize(
    ("text", "thing", "absent"),
    [
        ("There was no rash or fever.", "fever", True),
        ("She denies any cough.", "cough", True),
        ("A rash was not seen.", "rash", True),
        ("No rash, but a mild fever.", "fever", False),
        ("She has a rash but no fever.", "rash", False),
        ("A fever cannot be ruled out.", "fever", False),
        ("No change in the rash.", "rash", False),
        ("The rash is back.", "rash", False),
    ],
)
def test_what_is_said_to_be_absent(wide: WideReader, text: str, thing: str, absent: bool) -> None:
    start = text.index(thing)
    assert wide.denies(text, start, start + len(thing)) is absent


def test_nothing_is_denied_where_nothing_stands(wide: WideReader) -> None:
    assert wide.denies("No rash.", 3, 3) is False


def test_sentences_are_read_on_the_whole(reader: WordingReader) -> None:
    wording = read_sentence("Some research suggests that it may help, but nobody has shown that it does.", reader)
    assert (wording.tier, wording.negated, wording.hedged) == ("not-shown", True, False)
    assert {cue.signal for cue in wording.cues} >= {"may", "not-shown"}
