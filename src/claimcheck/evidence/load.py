"""Bytes -> a tree of nodes with line numbers. Duplicate keys, anchors, aliases, tags and giants are refused.

The tree is made from parser events, so that hostile input is refused at the first event that shows it, before
anything is expanded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import DocumentStartEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from claimcheck.errors import EvidenceError
from claimcheck.evidence.nodes import Entries, Items, Node, Scalar

MAX_FILE_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_NODES = 100_000
#: what no record needs and a terminal may obey
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
#: words of the parser's message -> what its author most likely wants to know
_HINTS = {
    "tab character": "indent with spaces",
    "cannot start any token": "indent with spaces, put a text that begins with a mark in quotes",
    "mapping values are not allowed": "a text that holds a colon and a space stands in quotes",
    "unexpected end of stream": "a quote is not closed",
    "expected ',' or": "a bracket is not closed",
    "expected key": "look at the indentation, and for quotes inside a quoted text",
    "could not find expected ':'": "a key is followed by a colon and a space",
}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def parse_yaml(data: bytes, path: str) -> Node:
    """The one document of a file. Raises EvidenceError with path and line."""
    text = decode(data, path)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(loader(text).get_event, path).document()
    except yaml.YAMLError as error:
        raise _syntax_error(error, text, path) from None


def decode(data: bytes, path: str) -> str:
    """The text of a file, without a byte order mark. Raises EvidenceError where it is not UTF-8 or far too long."""
    if len(data) > MAX_FILE_BYTES:
        raise EvidenceError(f"larger than {MAX_FILE_BYTES // 1_000_000} MB", path=path, hint="split the file")
    if data.startswith(_UTF16_MARKS):
        raise EvidenceError("is UTF-16, not UTF-8", path=path, hint="save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8: byte 0x{data[error.start]:02x}"
        raise EvidenceError(message, path=path, line=line, hint="save it as UTF-8") from None


class _Builder:
    """Turns the events of one file into nodes. Of a base's time most is spent here, so it takes the short ways."""

    def __init__(self, next_event: Callable[[], Any], path: str) -> None:
        self._next = next_event
        self._path = path
        self._nodes = 0

    def document(self) -> Node:
        self._next()  # the stream starts
        if type(self._next()) is not DocumentStartEvent:
            return Scalar(1, "", True)
        node = self._node(self._next(), 0)
        self._next()  # the document ends
        extra = self._next()
        if type(extra) is DocumentStartEvent:
            raise self._error("a second document begins here", extra, "one file holds one document")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return Scalar(event.start_mark.line + 1, self._text(event), event.implicit[0])
        self._count(event)
        if depth > MAX_DEPTH:
            raise self._error(f"nested more than {MAX_DEPTH} deep", event)
        return self._sequence(event, depth + 1) if kind is SequenceStartEvent else self._mapping(event, depth + 1)

    def _count(self, event: Any) -> None:
        """Refuses what is not used here, and too much of anything."""
        if event.anchor is not None:
            raise self._error("anchors and aliases are not used here", event, "write it out")
        if event.tag is not None:
            raise self._error(f"tags are not used here: {event.tag}", event, "leave the tag out")
        self._nodes += 1
        self._check_size(event)

    def _check_size(self, event: Any) -> None:
        if self._nodes > MAX_NODES:
            raise self._error(f"holds more than {MAX_NODES} keys and values", event, "split the file")

    def _text(self, event: Any) -> str:
        self._count(event)
        text: str = event.value
        # elsewhere than in double quotes, where they can be escaped, YAML itself takes none
        if event.style == '"' and (bad := _CONTROL.search(text)):
            raise self._error(f"holds a control character, U+{ord(bad.group()):04X}", event)
        return text

    def _sequence(self, start: Any, depth: int) -> Items:
        items: list[Node] = []
        next_event = self._next
        while (kind := type(event := next_event())) is not SequenceEndEvent:
            if kind is ScalarEvent and not event.style and event.anchor is None and event.tag is None:
                # a bare word, as most are
                items.append(Scalar(event.start_mark.line + 1, event.value, event.implicit[0]))
            else:
                items.append(self._node(event, depth))
        self._nodes += len(items)
        self._check_size(start)
        return Items(start.start_mark.line + 1, items)

    def _mapping(self, start: Any, depth: int) -> Entries:
        entries: dict[str, tuple[int, Node]] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, entries)
            entries[key] = (event.start_mark.line + 1, self._node(self._next(), depth))
        return Entries(start.start_mark.line + 1, entries)

    def _key(self, event: Any, entries: dict[str, tuple[int, Node]]) -> str:
        if type(event) is not ScalarEvent:
            self._count(event)
            raise self._error("a key must be a word", event)
        key = self._text(event)
        if key in entries:
            raise self._error(f'duplicate key "{key}"', event, f"first given in line {entries[key][0]}")
        return key

    def _error(self, message: str, event: Any, hint: str | None = None) -> EvidenceError:
        return EvidenceError(message, path=self._path, line=event.start_mark.line + 1, hint=hint)


def _syntax_error(error: yaml.YAMLError, text: str, path: str) -> EvidenceError:
    begun = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or begun
    line = mark.line + 1 if mark else None
    position = getattr(error, "position", None)
    if line is None and isinstance(position, int):
        line = text.count("\n", 0, position) + 1
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
    context = getattr(error, "context", None)
    since = f", begun in line {begun.line + 1}" if begun and begun.line + 1 != line else ""
    message = f"is not valid YAML: {said}" + (f" {context}{since}" if context else "")
    hint = next((hint for words, hint in _HINTS.items() if words in said), None)
    return EvidenceError(message, path=path, line=line, hint=hint)
