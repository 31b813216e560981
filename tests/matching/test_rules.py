"""Every reading rule on a document of its own: `cases.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.read import read_document, read_text
from claimcheck.matching.engine import Matcher

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def claims_of(matcher: Matcher, case: dict[str, Any]) -> dict[str, list[str]]:
    kind = case.get("format", "text")
    document = read_document(case["text"].encode(), "case.md" if kind == "markdown" else "case.txt")
    found: dict[str, list[str]] = {}
    for match in matcher.match(document).matches:
        found.setdefault(match.sentence.text, []).append(match.claim)
    return {text: sorted(claims) for text, claims in found.items()}


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_rule(matcher: Matcher, case: dict[str, Any]) -> None:
    assert claims_of(matcher, case) == case["claims"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([case["text"] for case in CASES] + ["\n\n", "? ", "** ", "…", "\x1b[31m"]), max_size=6))
def test_spans_lie_in_their_sentences(matcher: Matcher, parts: list[str]) -> None:
    document = read_text(" ".join(parts))
    for match in matcher.match(document).matches:
        assert 0 <= match.score <= 1
        assert 0 <= match.anchor[0] < match.anchor[1] <= len(match.folded)
        for mention in match.mentions:
            text = document.sentences[mention.sentence].text
            assert text[mention.start : mention.end] == mention.text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_the_same_way_twice(matcher: Matcher, text: str) -> None:
    document = read_text(text)
    assert matcher.match(document) == matcher.match(document)
