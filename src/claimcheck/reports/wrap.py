"""Lines of a report: indented, and wrapped only where the reader's side has a width."""

from __future__ import annotations

from typing import Final

_NARROWEST: Final = 40


def hang(text: str, indent: int, width: int | None, label: str = "") -> list[str]:
    """Text as lines behind `indent` blanks and a label; further lines stand below the label.

    Words are never cut; without a width there is one line.
    """
    first = " " * indent + label
    if width is None:
        return [first + text]
    import textwrap

    return textwrap.wrap(
        text,
        max(width, _NARROWEST),
        initial_indent=first,
        subsequent_indent=" " * (indent + min(len(label), 4)),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]
