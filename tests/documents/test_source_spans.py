"""The source at a sentence's span, without its markup and folded, is the sentence: for every text format."""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Document, Position
from claimcheck.documents.read import read_document

Render = Callable[[str, str], str]


class Format(NamedTuple):
    """How a format writes copy.

    Attributes:
        marks: ways to write a word, `{}` for its letters, `{0}` and `{1}` for its halves.
        page: a document of three sentences.
        plain: what is seen of a piece of the source.
    """

    marks: tuple[str, ...]
    page: str
    plain: Callable[[str], str]


def untagged(source: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", source))


def unmarked(source: str) -> str:
    return untagged(re.sub(r"\]\([^)]*\)|[*`\[]", "", source))


HTML = (
    "{}",
    "<b>{}</b>",
    "{0}<i>{1}</i>",
    "&#{code};{rest}",
    "{0}&shy;{1}",
    "{0}<!-- x -->{1}",
    "<a href='?a&b'>{}</a>",
)
MARKDOWN = ("{}", "**{}**", "*{0}*{1}", "[{}](http://a.b 'x')", "`{}`", "<b>{}</b>", "&#{code};{rest}", "{0}\u00ad{1}")
PLAIN = ("{}", "{0}\u00ad{1}", "{0}\u200b{1}")
FORMATS = {
    "text": Format(PLAIN, "A title\n\n{}\n\n- {}\n- x\n\n{}\n", str),
    "markdown": Format(
        MARKDOWN, "---\ntitle: A\ntags: [b]\n---\n\n# Title\n\n{}\n\n- {}\n\n> {}\n\n|a|\n|-|\n|b|\n", unmarked
    ),
    "mdx": Format(
        MARKDOWN[:5], "---\ntitle: A\n---\nimport x\n\n<Card a={{b}}>\n  {}\n</Card>\n\n1. {}\n\n{{c}} {}\n", unmarked
    ),
    "html": Format(HTML, "<title>A &amp; b</title><p>{}<ul><li>{}</ul><table><tr><td>a<td>{}</table>", untagged),
    "rst": Format(PLAIN[:1], "Title\n=====\n\n{}\n\n* {}\n\n{}\n", str),
    "subtitles": Format(
        ("{}", "<i>{}</i>"), "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n2\n00:00:09,000 --> 00:00:10,000\n{}\n\n"
        "3\n00:00:29,000 --> 00:00:30,000\n{}\n", untagged
    ),
    "csv": Format(PLAIN, 'a,b,"c ""d"""\n"{}","{}",\n,"{}","x, y"\n', str),
}  # fmt: skip
WORDS = ("massage", "babies", "größer", "👶🏽", "sleep’s", "“calm”", "naïve", "5", "3½", "can’t", "日本")


@st.composite
def written(draw: st.DrawFn, form: Format) -> tuple[str, list[str]]:
    """A document, and the sentences that it holds."""
    sentences, sources = [], []
    for number in range(3):
        words = [f"Say{number}", *draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)), "end."]
        sentences.append(" ".join(words))
        sources.append(" ".join(mark(word, draw(st.sampled_from(form.marks))) for word in words))
    return form.page.format(*sources), sentences


def mark(word: str, way: str) -> str:
    half = len(word) // 2 if word.isalpha() else len(word)
    return (
        way.format(word[:half], word[half:], code=ord(word[0]), rest=word[1:]) if "{}" not in way else way.format(word)
    )


def folded(text: str) -> str:
    return " ".join(re.sub("[\u00ad\u200b]", "", text).split())


def check(document: Document, sentences: list[str], plain: Callable[[str], str]) -> None:
    found = {sentence.text: sentence for sentence in document.sentences}
    for text in sentences:
        sentence = found[text]
        assert folded(plain(document.source[sentence.start : sentence.end])) == text
        assert sentence.position == place(document.source, sentence.start)
        assert sentence.end_position == place(document.source, sentence.end)


def place(source: str, offset: int) -> Position:
    before = source[:offset]
    return Position(before.count("\n") + 1, offset - before.rfind("\n"))


@pytest.mark.parametrize("kind", FORMATS)
@given(data=st.data(), windows=st.booleans(), marked=st.booleans())
def test_spans(kind: str, data: st.DataObject, windows: bool, marked: bool) -> None:
    if kind == "rst" and find_spec("docutils") is None:
        pytest.skip("docutils is not installed (extra rst)")
    source, sentences = data.draw(written(FORMATS[kind]))
    source = source.replace("\n", "\r\n") if windows else source
    content = codecs.BOM_UTF8 * marked + source.encode()
    check(read_document(content, "case", kind=kind), sentences, FORMATS[kind].plain)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.booleans(), st.sampled_from(["json", "jsonl"]))
def test_spans_in_json(words: list[str], ascii_only: bool, kind: str) -> None:
    text = " ".join(["Say", *words, "end."])
    source = json.dumps({"a": {"b c": 'x "y"'}, "body": text}, ensure_ascii=ascii_only)
    check(read_document(source.encode(), "case", kind=kind), [text], lambda part: json.loads(f'"{part}"'))
