"""Subtitles (SRT, WebVTT) -> blocks: what is spoken, cue after cue, so that sentences are whole again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.documents.limits import Deadline
from claimcheck.documents.markup import decoded
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.positions import Clean, trimmed

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
#: tags of either format: <i>, <c.loud>, <v Anna>, <00:01.000>, {\an8}
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^>]+)>")
_TURN = re.compile(r"\s*(?:[-–—]|>>)\s*(?=\S)")
_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
#: silence in seconds after which a sentence that has ended, or any, is followed by another paragraph
_PAUSE, _LONG_PAUSE = 1.5, 6.0


class _Cue(NamedTuple):
    """What is shown at one time: from, to (seconds), its lines and where each begins."""

    start: float
    end: float
    lines: list[tuple[str, int]]


def read(source: str, path: str, options: ReadOptions = USUAL) -> Iterator[Block]:
    """The paragraphs that are spoken; another speaker or a pause begins another."""
    said = _Said()
    for cue in _cues(source, Deadline(path, options.limits.seconds)):
        yield from said.take(cue)
    yield from said.border()


def _cues(source: str, deadline: Deadline) -> Iterator[_Cue]:
    """The cues in order; identifiers, notes and styles stand outside of them."""
    cue: _Cue | None = None
    start = 0
    for line in source.split("\n"):
        deadline.step()
        timing = _TIMING.match(line)
        if cue is not None and (timing or not line.strip()):
            yield cue
            cue = None
        if timing:
            cue = _Cue(_seconds(timing.groups()[:4]), _seconds(timing.groups()[4:]), [])
        elif cue is not None:
            cue.lines.append((line.rstrip("\r"), start))
        start += len(line) + 1
    if cue is not None:
        yield cue


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + rest / 1000


class _Said:
    """Joins cues into paragraphs."""

    def __init__(self) -> None:
        self._clean = Clean()
        self._text = ""
        self._end = 0.0
        self._voice = ""
        #: what the last cue showed: captions that roll up show it again
        self._shown: list[str] = []

    def take(self, cue: _Cue) -> Iterator[Block]:
        """Another cue; gives the paragraphs that are over."""
        silence = cue.start - self._end
        if silence > (_PAUSE if _ENDED.search(self._text) else _LONG_PAUSE):
            yield from self.border()
        for raw, start in cue.lines:
            if raw not in self._shown:
                yield from self._line(raw, start)
        self._shown, self._end = [raw for raw, _ in cue.lines], cue.end

    def _line(self, raw: str, start: int) -> Iterator[Block]:
        voice = _VOICE.search(raw)
        turn = _TURN.match(raw)
        if turn or (voice and voice["name"] != self._voice):
            yield from self.border()
        self._voice = voice["name"] if voice else self._voice
        at = turn.end() if turn else 0
        if self._text:
            self._clean.add_at(" ", start)
        for tag in _TAG.finditer(raw, at):
            self._add(raw[at : tag.start()], start + at)
            at = tag.end()
        self._add(raw[at:], start + at)

    def _add(self, raw: str, start: int) -> None:
        text, offsets = decoded(raw, start).build()
        self._clean.add_mapped(text, offsets)
        self._text = text.strip() or self._text

    def border(self) -> Iterator[Block]:
        """The end of a paragraph."""
        text, offsets = trimmed(*self._clean.build())
        if text:
            yield Block(BlockKind.PARAGRAPH, text, offsets)
        self._clean, self._text = Clean(), ""
