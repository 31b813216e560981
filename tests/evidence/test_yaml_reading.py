"""YAML is read by what a field wants, never by what YAML 1.1 guesses."""

from __future__ import annotations

from contextlib import suppress

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import EvidenceError
from claimcheck.evidence.load import parse_yaml
from claimcheck.evidence.nodes import as_data, line_of


def read(text: str) -> object:
    return as_data(parse_yaml(text.encode(), "x.yaml"))


AS_DATA = [
    ("yes", "yes"),
    ("no", "no"),
    ("on", "on"),
    ("true", True),
    ("True", "True"),
    ("null", None),
    ("~", None),
    ("", None),
    ("'null'", "null"),
    ("12", 12),
    ("-0", 0),
    ("010", "010"),
    ("0x10", "0x10"),
    ("1_000", "1_000"),
    ("12:30:45", "12:30:45"),
    ("1.50", 1.5),
    (".5", 0.5),
    ("5.", 5.0),
    ("1e3", 1000.0),
    ("1.2.3", "1.2.3"),
    (".inf", ".inf"),
    (".nan", ".nan"),
    ("9e999", "9e999"),
    ("2026-11-20", "2026-11-20"),
    ("'12'", "12"),
    ("=", "="),
    ("<<", "<<"),
    ("[1, [2], {3: 4}]", [1, [2], {"3": 4}]),
    ("no: yes", {"no": "yes"}),
]


@pytest.mark.parametrize(("text", "data"), AS_DATA)
def test_plain_values(text: str, data: object) -> None:
    assert (read(text), type(read(text))) == (data, type(data))


def test_both_loaders_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, 'b', \"c\\n\", yes]\nd:\n  - e: |\n      f\n      g\n"
    fast = parse_yaml(text.encode(), "x.yaml")
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert parse_yaml(text.encode(), "x.yaml") == fast


def test_lines_of_paths() -> None:
    tree = parse_yaml(b"\xef\xbb\xbf# top\na:\n  - b: 1\n  - b: 2\n    c: 3\n", "x.yaml")
    lines = [line_of(tree, *where) for where in [(), ("a",), ("a", 0), ("a", 1, "c"), ("a", 1, "z"), ("a", 9), ("z",)]]
    assert lines == [2, 2, 3, 5, 4, 2, 2]


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60) | st.text("{}[]&*!|>%@-:?,#'\" \n\tab1é\x00\x85\u2028", max_size=60).map(str.encode))
def test_whatever_the_bytes_only_an_evidence_error_comes_out(data: bytes) -> None:
    with suppress(EvidenceError):
        as_data(parse_yaml(data, "x.yaml"))


CONTROLS = [*range(9), 11, 12, *range(14, 32), *range(127, 133), *range(134, 160)]


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_control_characters_are_refused_however_they_are_written(quote: str) -> None:
    forms = [chr(code) for code in CONTROLS] + ([f"\\x{code:02x}" for code in CONTROLS] if quote == '"' else [])
    for form in forms:
        with pytest.raises(EvidenceError):
            read(f"a: {quote}x{form}y{quote}")


#: without control characters, which are refused, and what YAML 1.1 leaves bare though YAML 1.2 reads a number ("0E0")
texts = st.text(st.characters(exclude_categories=("Cc", "Cs"))).filter(
    lambda text: not set(text) <= set("+-.0123456789eE")
)


@settings(deadline=None, max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**17), 10**17) | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=8,
    )
)
def test_what_yaml_writes_is_read_back(data: object) -> None:
    written = yaml.dump(data, Dumper=_Dumper, allow_unicode=True)
    assert read(written) == data


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True
