"""What the globs of a configuration mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.project.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("*.md", "a.md", True),
        ("*.md", "blog/a.md", False),
        ("**/*.md", "a.md", True),
        ("**/*.md", "blog/2024/a.md", True),
        ("blog/**", "blog/2024/a.md", True),
        ("blog/**", "blogs/a.md", False),
        ("blog", "blog/2024/a.md", True),
        ("blog/", "blog/a.md", True),
        ("./blog/a?.md", "blog/ab.md", True),
        ("blog/a?.md", "blog/a/.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("[!].md", "[!].md", True),
        ("[^a].md", "^.md", True),
        ("[z-a].md", "m.md", False),
        ("[a-c&&b].md", "&.md", True),
        ("a+b (1).md", "a+b (1).md", True),
        ("a.md", "axmd", False),
    ],
)
def test_what_is_meant(pattern: str, path: str, meant: bool) -> None:
    assert matches(path, [pattern]) is meant


def test_one_of_several_is_enough() -> None:
    assert matches("b.md", ["a.md", "b.md"])
    assert not matches("b.md", [])


@given(st.text(alphabet="ab/.*?[]!^-&|~+(\\", min_size=1))
def test_any_pattern_is_understood(pattern: str) -> None:
    assert matches("a.md", [pattern]) in (True, False)


@given(
    st.text(alphabet="abc/.+() ", min_size=1)
    .map(lambda path: path.strip("/"))
    .filter(lambda path: path and "./" not in path)
)
def test_a_path_without_marks_means_itself(path: str) -> None:
    assert matches(path, [path])
