"""Documents built to break a reader: they end in a document or a clean error. (A hang would fail the run.)"""

from __future__ import annotations

from collections import deque

import pytest

from claimcheck.documents.limits import Deadline, Limits
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

MANY = 20_000


@pytest.mark.parametrize(
    ("kind", "source", "sentences"),
    [
        ("html", "<div>" * 100_000 + "Deep.", ["Deep."]),
        ("html", "<b>" * MANY + "<ul>" + "<li>x" * 3, ["x", "x", "x"]),
        ("html", "<blockquote><ul><li>" * MANY + "Deep.", ["Deep."]),
        ("html", "<table><tr><td>" * MANY + "Deep.", ["Deep."]),
        ("html", "Seen." + "<!--" * MANY, ["Seen."]),
        ("html", "Seen." + "<a b='" * MANY, ["Seen."]),
        ("html", "Seen." + "<![CDATA[" * MANY, ["Seen."]),
        ("html", "Seen." + "</a" * MANY, ["Seen."]),
        ("html", "Seen." + "<script>" * MANY, ["Seen."]),
        ("html", "Seen." + "</p>" * MANY, ["Seen."]),
        ("html", "Seen." + "{{ " * MANY, None),
        ("html", "{{ " * MANY + "}}Seen.", None),
        ("html", "{% comment %}" * MANY + "Seen.", None),
        ("mdx", "Seen. " + "{" * MANY, None),
        ("mdx", "{a}" * MANY + " Seen.", ["Seen."]),
        ("json", '{"a":' * 500 + '"Deep."' + "}" * 500, ["Deep."]),
        ("csv", '"' + '""' * MANY + 'Seen."', None),
        ("subtitles", "00:00:01,000 --> 00:00:02,000\n" * MANY + "Seen.", ["Seen."]),
        ("markdown", "> " * 30 + "Deep.", ["Deep."]),
        ("markdown", "[" * MANY + "Deep.", None),
        ("markdown", "![a](" * 500 + "Deep.", None),
        ("markdown", "**a" * MANY + "Deep.", None),
        ("markdown", "<!-- \n" * MANY, []),
        ("markdown", "- " * 15 + "Deep.", ["Deep."]),
        ("text", "1. " * MANY, None),
        ("text", '" ' * MANY + "Deep.", None),
        ("text", "A. " * MANY, None),
        ("text", "aa.Bb\t" * MANY, None),
        ("text", "😀 " * MANY + "Deep", None),
        ("text", "(A. " * MANY, None),
        ("text", "\n" * MANY + ">" * MANY, []),
    ],
)
def test_depth_and_length(kind: str, source: str, sentences: list[str] | None) -> None:
    found = [sentence.text for sentence in read_document(source.encode(), "case", kind=kind).sentences]
    assert found == sentences if sentences is not None else len(found) >= 1


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("markdown", "> " * MANY + "Deep."),
        ("markdown", "> " * 40 + "Deep."),
        ("markdown", "- " * 20 + "Deep."),
        ("json", "[" * MANY),
        ("json", "[" * MANY + '"Deep."' + "]" * MANY),
    ],
)
def test_what_is_nested_too_deeply_is_said(kind: str, source: str) -> None:
    with pytest.raises(InputError, match="is nested too deeply"):
        read_document(source.encode(), "case", kind=kind)


def test_the_clock_stops_a_parser() -> None:
    deadline = Deadline("slow.html", seconds=0)
    with pytest.raises(InputError, match=r"^slow.html: not read within 0 seconds; it may be broken"):
        deque(deadline.step() for _ in range(1000))


@pytest.mark.parametrize(("path", "source"), [("slow.html", "<p>a</p>" * 400), ("slow.md", "- a\n" * 400)])
def test_readers_watch_the_clock(path: str, source: str) -> None:
    with pytest.raises(InputError, match="not read within 0 seconds"):
        read_document(source.encode(), path, options=ReadOptions(limits=Limits(seconds=0)))


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(lines=2), "a.txt: has more than 2 lines (--limit lines=N allows more)"),
        (Limits(sentences=2), "a.txt: has more than 2 sentences (--limit sentences=N allows more)"),
        (Limits(text_bytes=9), "a.txt: too large to read: more than 9 bytes (--limit text-bytes=N allows more)"),
    ],
)
def test_limits(limits: Limits, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_document(b"One.\n\nTwo.\n\nThree.\n", "a.txt", options=ReadOptions(limits=limits))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("kind", "source", "limits", "what"),
    [
        ("csv", "a,b\n" * 4, Limits(cells=3), "more than 3 cells"),
        ("html", "<p>a" * 4, Limits(marks=3), "more than 3 marks"),
        ("markdown", "*a* *b*", Limits(marks=3), "more than 3 marks"),
    ],
)
def test_small_pieces_are_counted_before_they_fill_the_memory(
    kind: str, source: str, limits: Limits, what: str
) -> None:
    with pytest.raises(InputError, match=what):
        read_document(source.encode(), "case", kind=kind, options=ReadOptions(limits=limits))
