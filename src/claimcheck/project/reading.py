"""Reads a document and the directives in its comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.documents.inputs import Input, read_input
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.read import read_document
from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.project.comments import Comment
    from claimcheck.project.directives import Directive

#: what every directive begins with; a source without it is not looked at
MARK: Final = "claimcheck-"


@dataclass(frozen=True)
class Ordered:
    """A document, the directives that it holds, and what is wrong with others."""

    document: Document
    directives: tuple[Directive, ...] = ()
    notes: tuple[str, ...] = ()


def read(item: Input, stdin: bytes | None, options: ReadOptions = USUAL) -> Ordered:
    """The document behind an input; a directive that its reader would take for copy is taken out of it.

    Raises:
        InputError: it cannot be read.
    """
    return with_orders(read_input(item, stdin=stdin, options=options))


def with_orders(document: Document) -> Ordered:
    """A document with the directives that it holds."""
    if MARK not in document.source:
        return Ordered(document)
    from claimcheck.project.comments import find_comments

    return _ordered(document, find_comments(document.source, document.kind))


def _ordered(document: Document, found: Sequence[Comment]) -> Ordered:
    from claimcheck.project.directives import Directive, parse

    parsed = [(comment, parse(comment, _line(document, comment))) for comment in found]
    return Ordered(
        _without(document, found),
        tuple(order for _, order in parsed if isinstance(order, Directive)),
        tuple(f"line {_line(document, comment)}: {order}" for comment, order in parsed if isinstance(order, str)),
    )


def _without(document: Document, found: Sequence[Comment]) -> Document:
    if not any(comment.visible for comment in found):
        return document
    from claimcheck.project.comments import blank_out

    blanked = blank_out(document.source, found)
    again = read_document(blanked.encode("utf-8", "surrogatepass"), document.path, kind=document.kind)
    return replace(again, source=document.source, notes=document.notes)


def _line(document: Document, comment: Comment) -> int:
    return document.position(comment.start).line
