"""CSV and TSV -> blocks: the cells of a table, or the copy in the columns that were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.documents.data.fields import Records, no_field
from claimcheck.documents.limits import Deadline, Limits, check_count
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.positions import Clean, trimmed
from claimcheck.errors import InputError

#: what may part cells, and what the same mark is in prose
_SEPARATORS = {",": ", ", ";": "; ", "\t": "\t\t", "|": "||"}
#: how much of the first row is looked at for the mark that parts cells
_LONGEST_HEAD = 50_000
_HEAD = re.compile(r"(?:\"[^\"]*\"|[^\"\n])*")
_QUOTED = re.compile(r"\"[^\"]*\"")
_LINE_END = re.compile(r"\r?\n|\r|\Z")
_DOUBLED = '""'


class Cell(NamedTuple):
    """A cell and where its text begins in the source; `quoted` where it stood in quotation marks."""

    text: str
    start: int
    quoted: bool

    def clean(self) -> Clean:
        """The text as it is meant, with its places: a doubled quotation mark is one."""
        clean = Clean()
        at = self.start
        for number, piece in enumerate(self.text.split(_DOUBLED) if self.quoted else [self.text]):
            if number:
                clean.add_at('"', at)
                at += len(_DOUBLED)
            clean.add(piece, at)
            at += len(piece)
        return clean


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of a table whose first row names its columns."""
    rows = list(_rows(source, _separator(source), path, options.limits))
    if not rows:
        return []
    names = [_text(cell) for cell in rows[0]]
    if not options.text_fields:
        return [block for number, row in enumerate(rows) for block in _cells(row, names, number)]
    wanted = [number for number, name in enumerate(names) if name in options.text_fields]
    if not wanted:
        raise no_field(options.text_fields, names, path)
    records = Records()
    for record, row in enumerate(rows[1:], 1):
        records.next(record)
        for number in (number for number in wanted if number < len(row)):
            records.field(names[number], row[number].clean())
    return records.blocks


def _separator(source: str) -> str:
    """The mark that parts the first row into most cells."""
    head = _HEAD.match(source, 0, _LONGEST_HEAD)
    bare = _QUOTED.sub("", head.group() if head else "")
    return max(_SEPARATORS, key=lambda mark: bare.count(mark) - bare.count(_SEPARATORS[mark]))


def _rows(source: str, separator: str, path: str, limits: Limits) -> Iterator[list[Cell]]:
    """The rows that are not empty."""
    check_count(source.count(separator), limits.cells, "cells", path)
    deadline = Deadline(path, limits.seconds)
    bare = re.compile(rf"[^{re.escape(separator)}\r\n]*")
    row: list[Cell] = []
    at = 0
    while at < len(source):
        deadline.step()
        cell, at = _cell(source, at, bare, path)
        row.append(cell)
        if source.startswith(separator, at):
            at += len(separator)
            continue
        end = _LINE_END.match(source, at)
        at = end.end() if end else at
        if len(row) > 1 or row[0].text.strip():
            yield row
        row = []


def _cell(source: str, at: int, bare: re.Pattern[str], path: str) -> tuple[Cell, int]:
    if not source.startswith('"', at):
        found = bare.match(source, at)
        end = found.end() if found else at
        return Cell(source[at:end], at, quoted=False), end
    end = source.find('"', at + 1)
    while end >= 0 and source.startswith(_DOUBLED, end):
        end = source.find('"', end + 2)
    if end < 0:
        line = source.count("\n", 0, at) + 1
        raise InputError("a quotation mark is never closed", path=path, line=line)
    after = bare.match(source, end + 1)
    return Cell(source[at + 1 : end], at + 1, quoted=True), after.end() if after else end + 1


def _text(cell: Cell) -> str:
    return trimmed(*cell.clean().build())[0]


def _cells(row: Sequence[Cell], names: Sequence[str], number: int) -> Iterator[Block]:
    """The cells of a row; those of the first name the columns."""
    first = _text(row[0])
    for column, cell in enumerate(row):
        text, offsets = trimmed(*cell.clean().build())
        block = Block(BlockKind.TABLE_CELL, text, offsets, group=1)
        if number:
            head = names[column] if column < len(names) else None
            block = replace(block, column_head=head or None, row_head=(first or None) if column else None)
        yield block
