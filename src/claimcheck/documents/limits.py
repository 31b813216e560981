"""Bounds on what one document may cost, so that a hostile one ends in a clean error."""

from __future__ import annotations

from time import monotonic

from claimcheck.errors import InputError
from claimcheck.frozen import dataclass

#: the largest text that is read, in bytes
MAX_BYTES = 20_000_000
#: the longest time that parsing one document may take, in seconds; honest ones of full size stay far below
MAX_SECONDS = 60.0
#: steps between two looks at the clock
_STRIDE = 256


@dataclass(frozen=True)
class Limits:
    """What one document may cost.

    Attributes:
        text_bytes: the largest text file (also Markdown, HTML, JSON, CSV, mail), or part of a packed one.
        lines: how many lines a text may have.
        cells: how many cells a CSV table may have.
        marks: how many signs of markup a text may have: tags of HTML; stars, brackets and the like of Markdown.
        sentences: how many sentences are read.
        file_bytes: the largest file of any other format, and the largest answer of a web server.
        unpacked_bytes: what the parts of a packed document (docx, pptx, odt, epub) may come to in all.
        part_bytes: what one part of text may come to.
        parts: how many parts there may be.
        pages: how many pages of a PDF are read.
        ocr_pages: how many pages or pictures of one document go through OCR.
        pixels: width times height of the largest picture.
        seconds: how long the parsing of one document may take.
        ocr_seconds: how long OCR may take on top of that.
        checking_seconds: how long the checking of what was read may take.
        web_seconds: how long the fetching of one page may take.
        web_pages: how many pages of a sitemap are read.
        memory_bytes: how much memory the reader of a PDF or a picture may ask for.
    """

    text_bytes: int = MAX_BYTES
    lines: int = 500_000
    cells: int = 2_000_000
    marks: int = 2_000_000
    sentences: int = 500_000
    file_bytes: int = 100_000_000
    unpacked_bytes: int = 250_000_000
    part_bytes: int = 50_000_000
    parts: int = 20_000
    pages: int = 3_000
    ocr_pages: int = 100
    pixels: int = 60_000_000
    seconds: float = MAX_SECONDS
    ocr_seconds: float = 300.0
    checking_seconds: float = 600.0
    web_seconds: float = 60.0
    web_pages: int = 1_000
    memory_bytes: int = 4_000_000_000


def beyond(message: str, name: str, path: str) -> InputError:
    """The error of a document that goes beyond a limit; `name` is that of the limit on the command line."""
    return InputError(message, path=path, hint=f"--limit {name}=N allows more")


def check_size(size: int, limit: int, name: str, path: str) -> None:
    """Raises InputError where a document has more bytes than the limit of that name."""
    if size > limit:
        raise beyond(f"too large to read: more than {limit:,} bytes", name, path)


def check_count(count: int, limit: int, what: str, path: str) -> None:
    """Raises InputError where a document has more of something than the limit; `what` is also the limit's name."""
    if count > limit:
        raise beyond(f"has more than {limit:,} {what}", what, path)


class Deadline:
    """Stops work that a document makes endless; `name` is that of the limit, `work` says what was not done in time."""

    def __init__(self, path: str, seconds: float = MAX_SECONDS, name: str = "seconds", *, work: str = "read") -> None:
        self._path = path
        self._work = work
        self._seconds = seconds
        self._name = name
        self._end = monotonic() + seconds
        self._steps = 0

    def step(self) -> None:
        """Counts one step of a parser. Raises InputError when the time is over."""
        self._steps += 1
        if self._steps % _STRIDE == 0:
            self.check()

    def check(self) -> None:
        """Looks at the clock, for steps that are long ones. Raises InputError when the time is over."""
        if monotonic() > self._end:
            message = f"not {self._work} within {self._seconds:.0f} seconds; it may be broken or built to be slow"
            raise beyond(message, self._name, self._path)

    def left(self) -> float:
        """Seconds that are left, at least one hundredth. Raises InputError when the time is over."""
        self.check()
        return max(self._end - monotonic(), 0.01)
