"""What the documentation says of a project's files holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimcheck.project.config_schema import config_schema
from claimcheck.project.ignores import read_ignores
from claimcheck.project.keys import KEYS
from claimcheck.reports import FORMATS

DOCS = Path(__file__).resolve().parents[2] / "docs"
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")
CI = (DOCS / "ci.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def first_cells(text: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    table = text.partition(heading)[2].partition("\n\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]
    return rows[2:]


def test_every_key_is_told_with_its_default_and_its_variable() -> None:
    rows = {cells[0].strip("`"): cells for cells in first_cells(CONFIGURATION, "## Keys")}
    assert list(rows) == [key.name for key in KEYS]
    for key in KEYS:
        line = " | ".join(rows[key.name])
        assert (key.variable or "`key`") in line or key.variable is None
        assert line.rstrip(" |").endswith("yes") is key.sectioned
        assert all(f"`{word}`" in line for word in key.allowed)


def test_every_format_is_told() -> None:
    head = CI.partition("| format | for |")[2].partition("\n\n")[0]
    names = [
        name for cell in re.findall(r"^\| (`.*?`) \|", head, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)
    ]
    assert sorted(names) == sorted(FORMATS)


@pytest.mark.parametrize("text", blocks(CONFIGURATION, "toml"))
def test_examples_of_files_are_valid(text: str, tmp_path: Path) -> None:
    table = tomllib.loads(text)
    if "ignore" in table:
        path = tmp_path / "ignores.toml"
        path.write_text(text, encoding="utf-8")
        assert len(read_ignores(path)) == 1
    else:
        assert Draft202012Validator(config_schema()).is_valid(table)


def test_every_input_of_the_action_is_told() -> None:
    action = yaml.safe_load((DOCS.parent / "action.yml").read_text(encoding="utf-8"))
    table = CI.partition("| input | means | default |")[2].partition("\n\n")[0]
    assert {name for name in action["inputs"] if f"`{name}`" not in table} == set()


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = [target.partition("#")[0] for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text)]
    assert [target for target in targets if target and not (path.parent / target).exists()] == []
