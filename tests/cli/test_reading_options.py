"""The options that say how documents are found and read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from process import Program

CLAIM = "Baby massage cures postnatal depression."
CALM = "We meet on Tuesdays."


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with copy in several formats."""
    (tmp_path / "posts.csv").write_text(f"title,body\nHello,{CLAIM}\n", encoding="utf-8")
    page = f'<script type="application/ld+json">{{"description": "{CLAIM}"}}</script><p>{CALM}'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(CLAIM, encoding="utf-8")
    (tmp_path / ".claimcheckignore").write_text("drafts/\n", encoding="utf-8")
    return tmp_path


def checked(claimcheck: Program, *arguments: str) -> tuple[int, str]:
    ended = claimcheck("file", ".", "--format", "json", *arguments)
    summary = json.loads(ended.text)["summary"]
    return ended.status, f"{summary['documents']} documents, {summary['unsupported']} unsupported"


@pytest.mark.parametrize(
    ("arguments", "status", "counts"),
    [
        ((), 0, "1 documents, 0 unsupported"),
        (("--json-ld",), 1, "1 documents, 1 unsupported"),
        (("--text-field", "body"), 1, "2 documents, 1 unsupported"),
        (("--no-ignore-files",), 1, "2 documents, 1 unsupported"),
        (("posts.csv",), 1, "2 documents, 1 unsupported"),
    ],
)
def test_what_is_found_and_read(
    claimcheck: Program, copy: Path, arguments: tuple[str, ...], status: int, counts: str
) -> None:
    assert checked(claimcheck, *arguments) == (status, counts)


def test_a_limit(claimcheck: Program, copy: Path) -> None:
    ended = claimcheck("file", ".", "--limit", "text-bytes=10")
    assert ended.status == 2
    assert "page.html: too large to read: more than 10 bytes (--limit text-bytes=N allows more)" in ended.notes


@pytest.mark.parametrize(
    ("limit", "note"),
    [
        ("page=5", "unknown limit 'page' (did you mean pages?)"),
        ("pages", "--limit 'pages' gives no number (write --limit pages=5000)"),
        ("pages=0", "--limit 'pages=0' gives no number (write --limit pages=5000)"),
        ("seconds=soon", "--limit 'seconds=soon' gives no number (write --limit pages=5000)"),
    ],
)
def test_limits_that_are_none(claimcheck: Program, copy: Path, limit: str, note: str) -> None:
    ended = claimcheck("file", ".", "--limit", limit)
    assert ended.status == 2
    assert note in ended.notes


def test_a_private_page_is_refused(claimcheck: Program) -> None:
    pytest.importorskip("httpx", reason="httpx is not installed (extra web)")
    ended = claimcheck("file", "http://127.0.0.1:9/")
    assert ended.status == 2
    assert "127.0.0.1 is on a private network (--allow-private fetches it)" in ended.notes


def test_the_configuration_may_say_it(claimcheck: Program, copy: Path) -> None:
    (copy / "claimcheck.toml").write_text('text-field = ["body"]\nlimit = ["text-bytes=100"]\n', encoding="utf-8")
    assert checked(claimcheck) == (2, "1 documents, 1 unsupported")
    assert checked(claimcheck, "--limit", "text-bytes=1000") == (1, "2 documents, 1 unsupported")


def test_an_error_says_its_line(claimcheck: Program, copy: Path) -> None:
    (copy / "posts.jsonl").write_text('{"body": "Hello"}\n{"body', encoding="utf-8")
    ended = claimcheck("file", "posts.jsonl")
    assert ended.status == 2
    assert ended.notes == "claimcheck: error: posts.jsonl: line 2: is no JSON: Unterminated string\n"


def test_checking_ends_in_time(claimcheck: Program, copy: Path) -> None:
    (copy / "long.md").write_text(f"{CLAIM}\n\n" * 50, encoding="utf-8")
    ended = claimcheck("file", "long.md", "page.html", "--limit", "checking-seconds=1e-9")
    assert ended.status == 2
    assert "long.md: not checked within 0 seconds" in ended.notes
