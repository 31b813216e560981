from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from claimcheck.documents.decode import decode
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

COPY = "Massage isn’t a cure – “naïve” £5 €6 👶\nLine two.\n"


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-32", ()),
        ("utf-16-le", ("decoded as utf-16-le (guessed)",)),
        ("utf-16-be", ("decoded as utf-16-be (guessed)",)),
    ],
)
def test_unicode(encoding: str, notes: tuple[str, ...]) -> None:
    assert decode(COPY.encode(encoding), "a.txt") == (COPY, notes)


def test_windows_quotes_are_guessed() -> None:
    assert decode(b"It isn\x92t \x93proven\x94 \x96 yet", "a.txt") == (
        "It isn’t “proven” – yet",
        ("decoded as windows-1252 (guessed)",),
    )


def test_mac_quotes_are_guessed() -> None:
    assert decode(b"It isn\xd5t \xd2proven\xd3", "a.txt") == ("It isn’t “proven”", ("decoded as mac-roman (guessed)",))


def test_mac_quotes_are_guessed_without_an_apostrophe() -> None:
    guessed = ("decoded as mac-roman (guessed)",)
    assert decode(b"a class \xd0 \xd2really\xd3", "a.txt") == ("a class – “really”", guessed)


def test_capital_letters_of_windows_are_no_mac_quotes() -> None:
    guessed = ("decoded as windows-1252 (guessed)",)
    assert decode(b"ATENCI\xd3 i PR\xd2XIM", "a.txt") == ("ATENCIÓ i PRÒXIM", guessed)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (b'<meta charset="iso-8859-1"><p>isn\x92t', "isn’t"),
        (b"<META http-equiv=Content-Type content='text/html; charset=iso-8859-15'><p>5 \xa4", "5 €"),
        (b'<meta charset="koi8-r"><p>\xc4\xc1', "да"),
    ],
)
def test_declared_charsets(page: bytes, text: str) -> None:
    document = read_document(page, "a.html")
    assert [sentence.text for sentence in document.sentences] == [text]
    assert document.notes == ()


@pytest.mark.parametrize("charset", [b"rot13", b"zip", b"no-such-charset", b"ascii", b"idna", b"undefined"])
def test_charsets_that_do_not_fit_are_passed_over(charset: bytes) -> None:
    page = b"<meta charset=%s><p>isn\x92t" % charset
    assert decode(page, "a.html", kind="html").notes == ("decoded as windows-1252 (guessed)",)


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode('<meta charset="windows-1252"><p>isn’t'.encode(), "a.html", kind="html").notes == ()


def test_old_mac_line_ends() -> None:
    assert decode(b"one\rtwo", "a.txt").text == "one\ntwo"


def zipped(member: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "x")
    return buffer.getvalue()


ADVICE = " (save it as DOCX, PDF, HTML or text)"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "a PDF, not text" + ADVICE),
        (zipped("word/document.xml"), "a Word document (docx), not text" + ADVICE),
        (zipped("ppt/presentation.xml"), "a PowerPoint presentation (pptx), not text" + ADVICE),
        (zipped("readme"), "a zip archive, not text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "an old Office document, not text" + ADVICE),
        (b"{\\rtf1 Massage}", "an RTF document, not text" + ADVICE),
        (b"\x89PNG\r\n\x1a\n" + bytes(8), "a PNG picture, not text"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture, not text"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a WebP picture, not text"),
        (b"\x00\x00\x00\x18ftypmp42", "a film or sound file, not text"),
        (gzip.compress(b"Massage"), "a gzip archive, not text"),
        (b"MZ\x90\x00", "a program, not text"),
        (b"text and \x00 NUL", "a binary file, not text"),
        (b"\x01\x02\x03\x04 abc", "a binary file, not text"),
        (b"\xff\xfea", "broken utf-16-le at byte 0"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "f")
    assert str(caught.value) == f"f: {message}"


@pytest.mark.parametrize("text", ["MZ is a band", "BM, RIFF", "PK", "ID3", "", "a", "é", "\x1b[31mred\x1b[0m"])
def test_texts_that_begin_like_something_else(text: str) -> None:
    assert decode(text.encode(), "f") == (text, ())


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match=r"f: too large to read: more than 10 bytes"):
        decode(b"x" * 11, "f", limit=10)
