"""A field of a record that holds copy: its text is read as plain text, each code point with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.plain import read as read_plain
from claimcheck.documents.positions import Clean
from claimcheck.documents.regions import Region
from claimcheck.errors import InputError

#: fields whose text says what the record is about
_TITLES = frozenset(("title", "headline", "heading", "subject"))
_MOST_NAMES = 12


class Records:
    """Gathers the copy of records; those of different records lend each other nothing."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._section = self._groups = self._base = self._number = 0

    def next(self, number: int) -> None:
        """The record of that number begins."""
        self._base = self._section = self._section + 1
        self._number = number

    def field(self, name: str, text: Clean) -> None:
        """The text of a field; `name` is the path to it."""
        content, offsets = text.build()
        place = f"{name}, record {self._number}" if name else f"record {self._number}"
        if name.rpartition(".")[2].lower() in _TITLES:
            self.blocks.append(Block(BlockKind.HEADING, content, offsets, level=1, section=self._base, field=place))
            return
        region = Region(content, offsets)
        first = len(self.blocks)
        self.blocks.extend(replace(self._placed(block, region), field=place) for block in read_plain(content, ""))
        self._groups += max((block.group for block in self.blocks[first:]), default=0)
        self._section = max([self._section, *(block.section for block in self.blocks[first:])])

    def _placed(self, block: Block, region: Region) -> Block:
        group = block.group and block.group + self._groups
        places = region.through(block.offsets)
        return replace(block, offsets=places, group=group, section=block.section + self._base)


def no_field(wanted: Sequence[str], known: Iterable[str], path: str) -> InputError:
    """That a file has none of the fields that were asked for."""
    names = list(_first(known))
    shown = ", ".join(names[:_MOST_NAMES]) + (", ..." if len(names) > _MOST_NAMES else "")
    quoted = " or ".join(f"“{name}”" for name in wanted)
    return InputError(f"has no field {quoted}; it has {shown or 'none'}", path=path)


def _first(names: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(names))
