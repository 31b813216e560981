"""Characters that must not reach a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.style import UNSAFE, Style, one_line, visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain – “quoted” ☃ 👩‍👧", "plain – “quoted” ☃ 👩‍👧"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\x07b\x7f", "a\\x07b\\x7f"),
        ("\x9b31m", "\\x9b31m"),
        ("abc\u202edef", "abc\\u202edef"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\udc80", "\\udc80"),
        ("two\nlines", "two\nlines"),
        ("cr\rover", "cr\\x0dover"),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(st.text())
def test_nothing_unsafe_is_left(text: str) -> None:
    assert UNSAFE.search(visible(text)) is None
    assert "\n" not in one_line(text)


def test_no_color_means_no_escape_sequence() -> None:
    assert Style().paint("word", "unsupported") == "word"
    assert Style().doi("10.1/x") == "doi:10.1/x"
