"""JSON and JSON Lines -> blocks: the copy in its strings, or in the fields that were asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimcheck.documents.data.fields import Records, no_field
from claimcheck.documents.limits import Deadline
from claimcheck.documents.model import Block
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.positions import Clean
from claimcheck.errors import InputError

_TOKEN = re.compile(r'"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)"|(?P<mark>[{}\[\],:])')
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)", re.DOTALL)


class Value(NamedTuple):
    """A string of a record: the names of the fields that it stands in, outermost first, and where it begins."""

    path: tuple[str, ...]
    raw: str
    start: int
    record: int


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of a JSON text; the items of its outermost list are records."""
    _check(source, path, 1)
    return _blocks(_values(source, 0, 1, Deadline(path, options.limits.seconds)), path, options)


def read_lines(source: str, path: str, options: ReadOptions) -> list[Block]:
    """The blocks of a JSON Lines text; each line is a record."""
    return _blocks(_lines(source, path, Deadline(path, options.limits.seconds)), path, options)


def strings(source: str, start: int) -> Iterator[tuple[tuple[str, ...], Clean]]:
    """The strings of a JSON text that begins at `start`, with the names that lead to them; none where it is no JSON."""
    try:
        _check(source, "", 1)
    except InputError:
        return
    for value in _values(source, start, 0, Deadline("")):
        yield value.path, _decoded(value.raw, value.start)


def _lines(source: str, path: str, deadline: Deadline) -> Iterator[Value]:
    start = 0
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip():
            _check(line, path, number)
            yield from (value._replace(record=number) for value in _values(line, start, number, deadline))
        start += len(line) + 1


def _check(source: str, path: str, line: int) -> None:
    """Raises InputError where a text is no JSON."""
    try:
        json.loads(source, parse_int=str, parse_float=str)
    except RecursionError as error:
        raise InputError("is nested too deeply", path=path, line=line) from error
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at").removesuffix(" starting")
        raise InputError(f"is no JSON: {reason}", path=path, line=line + error.lineno - 1) from error
    except ValueError as error:
        raise InputError(f"is no JSON: {error}", path=path, line=line) from error


def _values(source: str, start: int, record: int, deadline: Deadline) -> Iterator[Value]:
    """The strings that are values, in order; the text is known to be JSON."""
    names: list[str] = []  # of the open objects and lists; "" in a list
    last: tuple[str, int] | None = None
    for token in _TOKEN.finditer(source):
        deadline.step()
        mark = token["mark"]
        if mark is None:
            last = (token["string"], start + token.start("string"))
            continue
        if mark == ":" and last is not None:
            names[-1], last = _decoded(*last).build()[0], None
            continue
        if last is not None:
            yield Value(tuple(name for name in names if name), *last, record)
            last = None
        if mark in "{[":
            names.append("")
        elif mark in "}]":
            names.pop()
        elif len(names) == 1 and not names[0]:
            record += 1
    if last is not None:
        yield Value((), *last, record)


def _decoded(raw: str, start: int) -> Clean:
    """A string as it is meant, with its places in the source."""
    clean = Clean()
    done = 0
    for match in _ESCAPE.finditer(raw):
        clean.add(raw[done : match.start()], start + done)
        clean.add_at(json.loads(f'"{match.group()}"'), start + match.start())
        done = match.end()
    clean.add(raw[done:], start + done)
    return clean


def _blocks(values: Iterator[Value], path: str, options: ReadOptions) -> list[Block]:
    records, wanted, seen = Records(), _wanted(options.text_fields), dict[str, None]()
    record, found = -1, False
    for value in values:
        seen[".".join(value.path)] = None
        if not wanted(value.path):
            continue
        if value.record != record:
            record = value.record
            records.next(record)
        found = True
        records.field(".".join(value.path), _decoded(value.raw, value.start))
    if options.text_fields and not found:
        raise no_field(options.text_fields, seen, path)
    return records.blocks


def _wanted(fields: tuple[str, ...]) -> Callable[[tuple[str, ...]], bool]:
    """Whether a field was asked for: by its name, or by the end of its path (`post.body`)."""
    endings = [tuple(field.split(".")) for field in fields]

    def wanted(path: tuple[str, ...]) -> bool:
        return not endings or any(path[-len(ending) :] == ending for ending in endings)

    return wanted
