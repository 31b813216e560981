"""How text looks: colour as plain ANSI codes, links, width, and characters that must not reach a terminal."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claimcheck.frozen import dataclass
from claimcheck.text.patterns import pattern

#: control characters (but not the line feed), bidirectional overrides and isolates, invisible marks, lone surrogates
UNSAFE: Final = pattern(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
#: so many texts are remembered: findings repeat explanations and references
_MOST: Final = 2_000
_CODES: Final = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "supported": "1;32",
    "contested": "1;33",
    "unsupported": "1;31",
    "unlisted": "1;36",
    "error": "1;31",
}


def visible(text: str) -> str:
    """Text in which nothing hides and nothing commands: unsafe characters are written as escapes."""
    return text if text.isprintable() else UNSAFE.sub(_escaped, text)


@lru_cache(maxsize=_MOST)
def one_line(text: str) -> str:
    """The same on one line: white space folded first."""
    return visible(" ".join(text.split()))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


@dataclass(frozen=True)
class Style:
    """What the reader's side can show.

    `color` and `links` allow escape sequences; `width` is the number of columns to wrap at, None for no wrapping.
    """

    color: bool = False
    links: bool = False
    width: int | None = None

    def paint(self, text: str, name: str) -> str:
        """Text in a named colour, or as it is."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.color else text

    def doi(self, doi: str) -> str:
        """A DOI that can be clicked where that works; its own letters are always there."""
        shown = f"doi:{one_line(doi)}"
        if not self.links or UNSAFE.search(doi):
            return shown
        from urllib.parse import quote

        return f"\x1b]8;;https://doi.org/{quote(doi, safe='/')}\x1b\\{shown}\x1b]8;;\x1b\\"


PLAIN: Final = Style()
