from __future__ import annotations

from email.message import EmailMessage

import pytest
from reading import outline

from claimcheck.documents.model import Position
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

TEXT = "Baby massage isn’t a cure.\n\n- It may help.\n"
PAGE = "<table role=presentation><tr><td><h1>Hello</h1><p>It isn’t a <b>cure</b>.</p></td><td>Really.</td></tr></table>"


def mail(
    text: str | None = TEXT, page: str | None = None, *, charset: str = "utf-8", cte: str = "base64"
) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Für Mütter"
    message["From"] = "anna@example.org"
    if text is not None:
        message.set_content(text, charset=charset, cte=cte)
    if page is not None:
        message.add_alternative(page, subtype="html", charset=charset, cte=cte)
    return message


@pytest.mark.parametrize("cte", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_plain_text(charset: str, cte: str) -> None:
    document = read_document(mail(charset=charset, cte=cte).as_bytes(), "a.eml")
    assert outline(document) == [
        "title: Für Mütter",
        "paragraph: Baby massage isn’t a cure.",
        "list-item 1 g1: It may help.",
    ]
    assert [sentence.position for sentence in document.sentences] == [Position(1, 1), Position(2, 1), Position(3, 1)]
    assert document.notes == ()


def test_a_page_goes_before_plain_text() -> None:
    document = read_document(mail(TEXT, PAGE).as_bytes(), "a.eml")
    assert outline(document) == [
        "title: Für Mütter",
        "heading 1: Hello",
        "paragraph: It isn’t a cure.",
        "paragraph: Really.",
    ]


def test_attachments_are_named() -> None:
    message = mail()
    message.add_attachment(b"Massage cures.", maintype="text", subtype="plain", filename="more.txt")
    document = read_document(message.as_bytes(), "a.eml")
    assert len(document.blocks) == 3
    assert document.notes == ("attachments not read: more.txt",)


def test_further_parts_and_forwarded_mails_are_read() -> None:
    message, forwarded = mail(TEXT, PAGE), mail("Who says so?\n")
    message.make_mixed()
    for content in ("Below.\n", forwarded):
        part = EmailMessage()
        part.set_content(content)
        del part["MIME-Version"]
        message.attach(part)
    document = read_document(message.as_bytes(), "a.eml")
    assert [block.text for block in document.blocks][-3:] == ["Really.", "Below.", "Who says so?"]


def test_a_mail_in_parts_without_end() -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{number}"\n\n--{number}\n' for number in range(5000))
    with pytest.raises(InputError, match="is nested too deeply"):
        read_document(b"From: a\n" + parts.encode(), "a.eml")


@pytest.mark.parametrize(
    ("data", "blocks"),
    [
        (b"Subject: =?utf-8?b?broken\nContent-Type: text/plain; charset=nonsense\n\nIt helps.", ["It helps."]),
        (b"From: a\nContent-Type: multipart/mixed\n\nIt helps.", []),
        (b"From: a\nContent-Transfer-Encoding: base64\n\n!!!!", []),
    ],
)
def test_broken_mails(data: bytes, blocks: list[str]) -> None:
    assert [block.text for block in read_document(data, "a.eml").blocks if block.kind != "title"] == blocks


def test_what_is_no_mail() -> None:
    with pytest.raises(InputError, match=r"^a.eml: is no mail: it has no header$"):
        read_document(b"Just a text.\n", "a.eml")
