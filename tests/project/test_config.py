"""Configuration files: where they are found, what they may say, what they are told when they say something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.errors import ConfigError
from claimcheck.project.config import Config, Section
from claimcheck.project.config_file import read_config
from claimcheck.project.config_schema import config_schema
from claimcheck.project.discovery import find_config

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "config-1.json"
WHOLE = """
policy = "asa"
evidence = ["evidence"]
evidence-version = "2026.11"
fail-on = "contested"
exclude = ["drafts/**"]
require-files = true
exclude-claims = ["honey-prevents-colds"]
blocks = ["paragraph", "list-item"]
baseline = "ci/claims.txt"
ignores = "ci/ignores.toml"
require-reasons = true
show = "contested"
format = "markdown"
report = ["sarif=out.sarif"]
color = "never"

[[paths]]
match = ["blog/**", "news.md"]
policy = "own.yaml"
fail-on = "never"
exclude-claims = []
blocks = ["heading"]

[[paths]]
match = "shop/**"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, with the working folder at its root."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(here: Path) -> None:
    path = write(here / "site" / "claimcheck.toml", WHOLE)
    assert read_config(path) == Config(
        path,
        {
            "policy": "asa",
            "evidence": ("site/evidence",),
            "evidence-version": "2026.11",
            "fail-on": "contested",
            "exclude": ("drafts/**",),
            "require-files": True,
            "exclude-claims": ("honey-prevents-colds",),
            "blocks": ("paragraph", "list-item"),
            "baseline": "site/ci/claims.txt",
            "ignores": "site/ci/ignores.toml",
            "require-reasons": True,
            "show": "contested",
            "format": "markdown",
            "report": ("sarif=site/out.sarif",),
            "color": "never",
        },
        (
            Section(
                ("blog/**", "news.md"),
                {"policy": "site/own.yaml", "fail-on": "never", "exclude-claims": (), "blocks": ("heading",)},
            ),
            Section(("shop/**",), {}),
        ),
    )


def test_a_table_in_pyproject(here: Path) -> None:
    path = write(here / "pyproject.toml", '[tool.claimcheck]\nfail-on = "contested"\n[tool.other]\nx = 1\n')
    assert read_config(path).settings == {"fail-on": "contested"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('polcy = "asa"', "unknown key 'polcy' (did you mean policy?)"),
        ('fail_on = "never"', "unknown key 'fail_on' (did you mean fail-on?)"),
        ('fail-on = "contestd"', "fail-on cannot be 'contestd' (did you mean contested?)"),
        ("policy = 3", "policy must be a string, not 3"),
        ('require-files = "yes"', "require-files must be true or false, not 'yes'"),
        ('exclude = "drafts"', "exclude must be a list of strings, not 'drafts'"),
        ('blocks = ["heading", "captions"]', "blocks cannot be 'captions' (did you mean caption?)"),
        ("paths = 1", "paths must be sections, each written [[paths]]"),
        ('[[paths]]\npolicy = "asa"', "a [[paths]] section needs match, a glob or a list of globs"),
        ("[[paths]]\nmatch = []", "a [[paths]] section needs match, a glob or a list of globs"),
        (
            '[[paths]]\nmatch = "a"\nbaseline = "b"',
            "baseline holds for a whole run (a [[paths]] section may set policy, fail-on, exclude-claims, blocks)",
        ),
        ('[[paths]]\nmatch = "a"\npolici = "b"', "unknown key 'polici' (did you mean policy?)"),
    ],
)
def test_what_means_nothing_is_an_error(here: Path, text: str, message: str) -> None:
    path = write(here / "claimcheck.toml", text)
    with pytest.raises(ConfigError) as raised:
        read_config(path)
    assert str(raised.value) == f"{path}: {message}"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"policy = ", "is no TOML: Invalid value"), (b'policy = "\xff"', "is no TOML: 'utf-8' codec")],
)
def test_a_broken_file_is_an_error(here: Path, data: bytes, message: str) -> None:
    path = here / "claimcheck.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=message):
        read_config(path)


def test_a_missing_file_is_an_error(here: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: no such file"):
        read_config(here / "gone.toml")


@pytest.mark.parametrize(
    ("files", "first", "found"),
    [
        (["claimcheck.toml"], "docs/a/b.md", "claimcheck.toml"),
        (["claimcheck.toml", "docs/claimcheck.toml"], "docs/a/b.md", "docs/claimcheck.toml"),
        (["docs/claimcheck.toml"], "other/b.md", None),
        (["docs/claimcheck.toml"], "docs/**/*.md", "docs/claimcheck.toml"),
        (["docs/claimcheck.toml"], "docs", "docs/claimcheck.toml"),
        (["docs/claimcheck.toml"], ".", None),
        (["claimcheck.toml", "pyproject.toml"], "b.md", "claimcheck.toml"),
        (["docs/.git/HEAD", "claimcheck.toml"], "docs/b.md", None),
    ],
)
def test_the_nearest_upward_is_found(here: Path, files: list[str], first: str, found: str | None) -> None:
    (here / "docs" / "a").mkdir(parents=True)
    for name in files:
        write(here / name, "[tool.claimcheck]\n" if name.startswith("pyproject") else "")
    assert find_config(first) == (here / found if found else None)


def test_a_pyproject_without_our_table_is_passed_over(here: Path) -> None:
    write(here / "claimcheck.toml", "")
    write(here / "sub" / "pyproject.toml", "[tool.ruff]\n")
    assert find_config("sub/a.md") == here / "claimcheck.toml"


def test_the_last_section_that_means_a_file_decides(here: Path) -> None:
    text = (
        'policy = "asa"\n[[paths]]\nmatch = "blog"\npolicy = "ftc"\n[[paths]]\nmatch = "blog/old"\nfail-on = "never"\n'
    )
    config = read_config(write(here / "site" / "claimcheck.toml", text))
    assert [config.for_path(path, "policy") for path in ("site/blog/old/a.md", "site/b.md", "blog/a.md")] == [
        "ftc",
        "asa",
        "asa",
    ]
    assert [config.for_path(path, "fail-on") for path in ("site/blog/old/a.md", "site/blog/a.md")] == ["never", None]


def test_the_published_schema_is_the_one_that_is_checked() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == config_schema()


@pytest.mark.parametrize(
    ("table", "valid"),
    [
        ({"policy": "asa", "paths": [{"match": "a", "fail-on": "never"}]}, True),
        ({"policy": 3}, False),
        ({"polcy": "asa"}, False),
        ({"fail-on": "contestd"}, False),
        ({"paths": [{"policy": "asa"}]}, False),
        ({"paths": [{"match": [], "policy": "asa"}]}, False),
        ({"report": ["json=x.json"]}, True),
        ({"blocks": ["footer"]}, False),
    ],
)
def test_the_schema_agrees_with_the_reader(table: dict[str, Any], valid: bool) -> None:
    assert Draft202012Validator(config_schema()).is_valid(table) is valid
