"""Mail -> blocks: the subject and the body, as HTML where there is one; attachments are named, not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from itertools import chain

from claimcheck.documents.decode import decode
from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import check_size
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.page import Context
from claimcheck.documents.sheet import Sheet
from claimcheck.errors import InputError

_KINDS = {"text/html": "html", "text/plain": "text"}
_HEADERS = ("From", "To", "Subject", "Date", "MIME-Version", "Content-Type")
_LONGEST_SUBJECT = 2_000


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of a mail; positions count its paragraphs."""
    check_size(len(data), options.limits.text_bytes, "text-bytes", path)
    message = message_from_bytes(data)
    if not any(name in message for name in _HEADERS):
        raise InputError("is no mail: it has no header", path=path)
    sheet = Sheet()
    sheet.paragraph(_subject(message), Context(kind=BlockKind.TITLE))
    for part in _body(message):
        sheet.take(_blocks(part, path, options))
    return sheet.extracted(_notes(message))


def _subject(message: Message) -> str:
    raw = str(message.get("Subject") or "")[:_LONGEST_SUBJECT]
    try:
        return str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return raw


def _body(part: Message) -> list[Message]:
    """The parts that are read, those of a forwarded mail, too; of alternatives the one that is a page."""
    if _is_attached(part):
        return []
    if part.is_multipart():
        inner = [_body(child) for child in part.get_payload() if isinstance(child, Message)]
        if part.get_content_type() != "multipart/alternative":
            return list(chain.from_iterable(inner))
        return max(inner, key=_pages, default=[])
    return [part] if part.get_content_type() in _KINDS else []


def _pages(parts: Sequence[Message]) -> tuple[bool, bool]:
    """Whether there is a page among the parts, or at least a text."""
    return any(part.get_content_type() == "text/html" for part in parts), bool(parts)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _blocks(part: Message, path: str, options: ReadOptions) -> Iterator[Block]:
    from claimcheck.documents.formats import text_reader

    kind = _KINDS[part.get_content_type()]
    content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        text = decode(content, path, kind=kind, charset=part.get_content_charset()).text
        yield from text_reader(kind)(text, path, options)


def _notes(message: Message) -> Iterator[str]:
    names = [part.get_filename() or "(without a name)" for part in message.walk() if _is_attached(part)]
    if names:
        yield f"attachments not read: {', '.join(names)}"
