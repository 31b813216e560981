from __future__ import annotations

import pytest

from claimcheck.documents.model import Document, Position, Sentence
from claimcheck.documents.read import read_document, read_text

#: format, source, sentence, what stands in the source at its span, where it begins and ends
CASES = [
    ("text", "One.\nTwo three.", "Two three.", "Two three.", (2, 1), (2, 11)),
    ("text", "One.\r\nTwo three.\r\n", "Two three.", "Two three.", (2, 1), (2, 11)),
    ("text", "\ufeffOne. Two.", "Two.", "Two.", (1, 6), (1, 10)),
    ("text", "\t- tab\u00a0and  gap", "tab and gap", "tab\u00a0and  gap", (1, 4), (1, 16)),
    ("text", "👶👶 Babies sleep. So do I.", "So do I.", "So do I.", (1, 18), (1, 26)),
    ("text", "post\u00adnatal\u200b mood", "postnatal mood", "post\u00adnatal\u200b mood", (1, 1), (1, 17)),
    ("text", "👨\u200d🍼 dads and x\u200dy", "👨\u200d🍼 dads and xy", "👨\u200d🍼 dads and x\u200dy", (1, 1), (1, 17)),
    (
        "html",
        "<p>It isn&rsquo;t&nbsp;<b>so&#8217;</b>.\n",
        "It isn’t so’.",
        "It isn&rsquo;t&nbsp;<b>so&#8217;</b>.",
        (1, 4),
        (1, 41),
    ),
    ("html", "<p>a&amp;\r\n<p>post&shy;natal&amp;", "postnatal&", "post&shy;natal&amp;", (2, 4), (2, 23)),
    ("html", "<p>x\n<img\nalt='A &amp; b'>", "A & b", "A &amp; b", (3, 6), (3, 15)),
    (
        "markdown",
        '> *So* it [is](u "is"),\n> I&nbsp;say.',
        "So it is, I say.",
        'So* it [is](u "is"),\n> I&nbsp;say.',
        (1, 4),
        (2, 14),
    ),
    ("markdown", "- a\r\n  - b \\*c\\*\r\n", "b *c*", "b \\*c\\*", (2, 5), (2, 12)),
    ("markdown", "|a|b|\n|-|-|\n|b|b \\| `c`|", "b | c", "b \\| `c", (3, 4), (3, 11)),
    ("markdown", "---\ntitle: Two\n---\n\n# Two", "Two", "Two", (2, 8), (2, 11)),
    ("markdown", "---\ntitle: Two\n---\n\n# Three", "Three", "Three", (5, 3), (5, 8)),
    ("markdown", "> <p>a</p>\n> <p>b&amp;</p>", "b&", "b&amp;", (2, 6), (2, 12)),
]


def found(document: Document, text: str) -> Sentence:
    return next(sentence for sentence in document.sentences if sentence.text == text)


@pytest.mark.parametrize(("kind", "source", "text", "span", "start", "end"), CASES)
def test_spans(kind: str, source: str, text: str, span: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    document = read_document(source.encode(), "case", kind=kind)
    sentence = found(document, text)
    assert document.source[sentence.start : sentence.end] == span
    assert (sentence.position, sentence.end_position) == (Position(*start), Position(*end))


def test_every_code_point_knows_its_place() -> None:
    document = read_document(b"<p>a&rsquo;s <i>b</i>&nbsp;&amp; c", "a.html")
    (sentence,) = document.sentences
    assert sentence.text == "a’s b & c"
    assert list(sentence.offsets) == [3, 4, 11, 12, 16, 21, 27, 32, 33]


def test_indexes_and_paths() -> None:
    document = read_text("One. Two.\n\nThree.")
    assert document.path == "<text>"
    assert [(s.index, s.block, s.text) for s in document.sentences] == [
        (0, 0, "One."),
        (1, 0, "Two."),
        (2, 1, "Three."),
    ]


@pytest.mark.parametrize(
    ("path", "data", "blocks"),
    [
        ("a.md", b"**b**", ["heading"]),
        ("a.HTM", b"<h2>b</h2>", ["heading"]),
        ("a.txt", b"<h2>b</h2>", ["paragraph"]),
        ("page", b"\n<!doctype html><h2>b</h2>", ["heading"]),
        ("<stdin>", b"<?xml version='1.0'?><html><h2>b</h2>", ["heading"]),
        ("notes.xyz", b"**b**", ["paragraph"]),
    ],
)
def test_the_suffix_decides_then_the_content(path: str, data: bytes, blocks: list[str]) -> None:
    assert [block.kind.value for block in read_document(data, path).blocks] == blocks
