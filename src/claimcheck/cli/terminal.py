"""What standard output can show: colour, links, width."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from claimcheck.cli.choices import choose
from claimcheck.reports.style import Style

COLOR_CHOICES = ("auto", "always", "never")


def style_of(color: str, stream: TextIO | None = None, environ: Mapping[str, str] = os.environ) -> Style:
    """The style for a stream: `--color` decides, then NO_COLOR and FORCE_COLOR, then what the stream is.

    Width and links are for terminals only, so that the same run gives the same bytes in every pipe.
    """
    when = choose(color, COLOR_CHOICES, "colour setting")
    stream = stream or sys.stdout
    terminal = stream.isatty()
    return Style(
        color=_wants_color(when, terminal, environ),
        links=terminal and environ.get("TERM") != "dumb" and when != "never",
        width=shutil.get_terminal_size().columns if terminal else None,
    )


def _wants_color(when: str, terminal: bool, environ: Mapping[str, str]) -> bool:
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return terminal and environ.get("TERM") != "dumb"
