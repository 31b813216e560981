"""Reading the public sets and counting right and wrong answers."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]
#: bytes of Windows-1252 that were once read as Latin-1 ("don\x92t")
_MISREAD = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


def rows(path: Path) -> Iterator[Row]:
    """The rows of a tab-separated file, gzipped or not."""
    csv.field_size_limit(10**7)
    opener: Callable[..., object] = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:  # type: ignore[attr-defined]
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def mended(text: str) -> str:
    """A text with its quotation marks and apostrophes as they were written."""
    return text.translate(_MISREAD)


def half(key: str) -> str:
    """Which half a document belongs to: lists are tuned on `tune`, `check` shows whether they carry over."""
    return "tune" if zlib.crc32(key.encode()) % 2 == 0 else "check"


@dataclass
class Score:
    """Counts of (truth, answer) by half."""

    name: str
    counts: dict[tuple[str, bool, bool], int] = field(default_factory=dict)

    def add(self, part: str, truth: bool, answer: bool) -> None:
        """One answer."""
        for name in (part, "all"):
            key = (name, truth, answer)
            self.counts[key] = self.counts.get(key, 0) + 1

    def line(self, part: str) -> str:
        """Accuracy, precision, recall and F1 of a half as a line of a table."""
        right, extra, missed, rest = (
            self.counts.get((part, truth, answer), 0)
            for truth, answer in ((True, True), (False, True), (True, False), (False, False))
        )
        total = right + extra + missed + rest
        precision = right / (right + extra) if right + extra else 0.0
        recall = right / (right + missed) if right + missed else 0.0
        f1 = 2 * right / (2 * right + extra + missed) if right else 0.0
        accuracy = (right + rest) / total if total else 0.0
        return f"{self.name:<30} {part:<6} {total:>6} {accuracy:>9.3f} {precision:>9.3f} {recall:>7.3f} {f1:>6.3f}"
