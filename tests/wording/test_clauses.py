"""Where clauses begin and end."""

from __future__ import annotations

import pytest

from claimcheck.text.folding import Folder
from claimcheck.wording.reader import WordingReader

#: sentence with a bar before each word that opens a clause
CLAUSES = [
    "Massage calms babies",
    "Massage calms |but does not cure",
    "It helps with sleep |; it helps with wind",
    "Although it calms babies |, it cures nothing",
    "When babies are calm |, they sleep",
    "Babies sleep |when they are calm",
    "Massage calms babies |because touch is soothing",
    "Massage calms babies |and may help with sleep",
    "Massage calms babies |, who then sleep",
    "Massage calms |(we hope) babies",
    "The mother–infant bond grows",
    "Massage calms |– or so they say",
    "It has yet to be shown",
    "This evidence is , however , not conclusive",
    "Not only calm but also sleepy",
    "It is as though they slept",
]


@pytest.mark.parametrize("marked", CLAUSES)
def test_clauses(reader: WordingReader, folder: Folder, marked: str) -> None:
    reading = reader.sentences.read(folder.fold(marked.replace("|", "")))
    opened = [
        reading.words.starts[token]
        for token in range(1, len(reading.words))
        if reading.clauses.of[token] > max(reading.clauses.of[:token])
    ]
    bars = [at for at, char in enumerate(marked) if char == "|"]
    assert opened == [at - number for number, at in enumerate(bars)]


def test_what_follows_a_bracket_belongs_to_what_came_before(reader: WordingReader, folder: Folder) -> None:
    clauses = reader.sentences.read(folder.fold("Massage (we hope) calms")).clauses
    assert clauses.of == [0, 1, 1, 1, 1, 0]
    assert clauses.clauses[1].within == {0}


def test_subordinate_clauses_stay_in_their_part_of_the_sentence(reader: WordingReader, folder: Folder) -> None:
    clauses = reader.sentences.read(folder.fold("It helps because it calms, but not always")).clauses
    assert [clause.part for clause in clauses.clauses] == [0, 0, 1]
