"""The sentences of a document, made when they are asked for."""

from __future__ import annotations

from claimcheck.documents.model import Position
from claimcheck.documents.read import read_text
from claimcheck.documents.running import Sentences

SOURCE = "It rains.  It pours.\n\n- The old  man\n- snores"
TEXTS = ("It rains.", "It pours.", "The old man", "snores")


def test_they_are_a_sequence() -> None:
    sentences = read_text(SOURCE).sentences
    assert tuple(sentence.text for sentence in sentences) == TEXTS
    assert (len(sentences), sentences[2].text, sentences[-1].text) == (4, "The old man", "snores")
    assert [sentence.text for sentence in sentences[1:3]] == ["It pours.", "The old man"]
    assert [sentence.block for sentence in sentences] == [0, 0, 1, 2]
    assert sentences[1] == list(sentences)[1]


def test_the_same_text_has_the_same_sentences() -> None:
    one, other = read_text(SOURCE), read_text(SOURCE)
    assert one == other
    assert hash(one.sentences) == hash(other.sentences)
    assert repr(one.sentences) == repr(tuple(other.sentences))
    assert one.sentences != read_text(f"{SOURCE}.").sentences


def test_places() -> None:
    sentence = read_text(SOURCE).sentences[2]
    assert (sentence.position, sentence.end_position) == (Position(3, 3), Position(3, 15))
    assert SOURCE[sentence.start : sentence.end] == "The old  man"


def test_no_more_are_looked_for_than_may_be() -> None:
    document = read_text(SOURCE)
    assert [sentence.text for sentence in Sentences(SOURCE, document.blocks, (), 3)] == list(TEXTS[:3])
