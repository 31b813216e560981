"""What holds for any text: readers give blocks in order, sentences that stand where they say, or a clean error."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.documents.formats import FORMATS
from claimcheck.documents.model import Document
from claimcheck.documents.positions import Clean, folded
from claimcheck.documents.read import read_document
from claimcheck.documents.sentences import spans
from claimcheck.errors import InputError

#: scraps of markup and prose that readers trip over
MARKUP = """
Massage helps. may it baby’s (Doe, 2001) no. a.m. e.g. CAPS Q: A: 1. 2) • ✓ 😀 👨‍🍼 … ... ! ?! " ' “ ”
&rsquo; &amp; &nbsp; &#8217; &bogus; & ; < > <b> </b> <p> </p> <br> <li> </ul> <ul> <td> <table> <tr> </table> <h2>
<pre> <script> <nav> </nav> <!-- --> <![x <img alt='a&amp;b'> <a href='x'> </ [a](b) ![a](b) <http://a.b>
* ** _ ` `` ~~ [ ] ( ) \\ \\* | |- # ## > >> - + --- === ``` [^1] [^1]: [x] :
{{ }} {% %} {# #} <% %> { } import export {/* */} { "a": "b\\u2019" , [1 ] } .. :: |a| `a`_ :a: WEBVTT 00:01.000 -->
<meta content='a&amp;b' name=description> <a title='b'> <script type="application/ld+json">
"""
SPACES = " ,  ,\n,\n\n,\r\n,\t,\r,\x0b,\u2028,\xa0,    ,\n- ,\n> ,\n| ,\u00ad,\u200b,\ufeff"
SCRAPS = (*MARKUP.split(), *SPACES.split(","))
copy = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=4), max_size=40).map("".join)
kinds = st.sampled_from(sorted(kind for kind, form in FORMATS.items() if not form.binary))


def read(text: str, kind: str) -> Document:
    try:
        return read_document(text.encode("utf-8", "surrogatepass"), "case", kind=kind)
    except InputError:
        return Document("case", "", (), ())


def in_order(offsets: Sequence[int], length: int) -> bool:
    return all(0 <= offset < length for offset in offsets) and list(offsets) == sorted(offsets)


def stands_for(source: str, offset: int, char: str) -> bool:
    """A code point stands where it says, is white space for a gap or a tag, or an entity or escape begins there."""
    return source[offset] == char or char.isspace() or source[offset] in "&\\"


@given(copy, kinds)
@example("<http://a.b%41> x", "markdown")
@example("|a|\n|-|\n|``a|``|", "markdown")
@example("> ~~~\n> a", "markdown")
def test_offsets_are_in_order_and_in_range(text: str, kind: str) -> None:
    document = read(text, kind)
    for part in (*document.blocks, *document.sentences):
        assert len(part.text) == len(part.offsets)
        assert in_order(part.offsets, len(document.source))


@given(copy, kinds.filter(lambda kind: kind != "rst"))  # whose words are found again only as a whole
def test_every_code_point_stands_where_it_says(text: str, kind: str) -> None:
    document = read(text, kind)
    for sentence in document.sentences:
        if "://" not in sentence.text:  # addresses are rewritten by the Markdown parser
            for char, offset in zip(sentence.text, sentence.offsets, strict=True):
                assert stands_for(document.source, offset, char), (char, document.source[offset:])


@given(copy, kinds)
def test_spans_hold_the_sentence(text: str, kind: str) -> None:
    document = read(text, kind)
    for sentence in document.sentences:
        assert sentence.start == sentence.offsets[0]
        assert sentence.offsets[-1] < sentence.end <= len(document.source)
        assert document.position(sentence.start) == sentence.position
        assert document.position(sentence.end) == sentence.end_position
        assert sentence.text == " ".join(sentence.text.split())
        assert re.search(r"\w", sentence.text)


@given(copy)
def test_a_plain_sentence_is_its_source_folded(text: str) -> None:
    document = read(text, "text")
    for sentence in document.sentences:
        source = document.source[sentence.start : sentence.end]
        if "\n" not in source:  # bullets and marks of quoted mail stand between lines only
            assert squeezed(source) == squeezed(sentence.text)


def squeezed(text: str) -> str:
    """Letters, digits and visible marks only."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())


@given(copy, kinds)
def test_sentences_are_numbered_and_follow_their_blocks(text: str, kind: str) -> None:
    document = read(text, kind)
    assert [sentence.index for sentence in document.sentences] == list(range(len(document.sentences)))
    blocks = [sentence.block for sentence in document.sentences]
    assert blocks == sorted(blocks)
    worded = [number for number, block in enumerate(document.blocks) if re.search(r"\w", block.text)]
    assert sorted(set(blocks)) == worded


@given(st.binary(max_size=200), kinds | st.none())
def test_any_bytes_end_in_a_document_or_a_clean_error(data: bytes, kind: str | None) -> None:
    with contextlib.suppress(InputError):
        assert read_document(data, "case", kind=kind).path == "case"


@given(copy)
def test_spans_keep_every_word(text: str) -> None:
    found = spans(text)
    assert all(start < end for start, end in found)
    assert [a for pair in found for a in pair] == sorted(a for pair in found for a in pair)
    kept = "".join(text[start:end] for start, end in found)
    assert re.findall(r"\w", kept) == re.findall(r"\w", text)


@given(copy)
def test_folding_a_sentence_again_changes_nothing(text: str) -> None:
    for start, end in spans(text):
        sentence, offsets = folded(text[start:end], range(start, end))
        assert folded(sentence, offsets) == (sentence, offsets)


@given(st.lists(st.tuples(st.text(max_size=5), st.integers(0, 9)), max_size=6))
def test_clean_text_remembers_its_pieces(pieces: list[tuple[str, int]]) -> None:
    clean, start, source = Clean(), 0, ""
    for text, gap in pieces:
        start = len(source) + gap
        source += " " * gap + text
        clean.add(text, start)
    built, offsets = clean.build()
    assert built == "".join(source[offset] for offset in offsets)
