"""`claimcheck config`, and that options and keys of a configuration agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from process import Program

from claimcheck.cli.app import load
from claimcheck.project.keys import KEYS

OPTIONS = {parameter.name: parameter for parameter in load("file").params}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_an_option_and_its_key_agree(key: Any) -> None:
    option = OPTIONS.get(key.name.replace("-", "_"))
    if option is None:
        assert key.name in ("exclude", "exclude-claims", "blocks", "ignores", "require-reasons")
        return
    default = tuple(option.default) if isinstance(option.default, list) else option.default
    assert (option.envvar, default) == (key.variable, key.default)


def test_every_setting_is_shown_with_its_source(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text(
        'fail-on = "contested"\ncolor = "never"\n[[paths]]\nmatch = ["blog", "news"]\nfail-on = "never"\n',
        encoding="utf-8",
    )
    ended = claimcheck("config", "show", "--format", "json", CLAIMCHECK_COLOR="always", CLAIMCHECK_EVIDENCE="a b")
    shown = json.loads(ended.out)
    file = str(tmp_path / "claimcheck.toml")
    settings = {entry["key"]: (entry["value"], entry["source"]) for entry in shown["settings"]}
    assert (ended.status, shown["file"], list(settings)) == (0, file, [key.name for key in KEYS])
    assert settings["fail-on"] == ("contested", file)
    assert settings["color"] == ("always", "CLAIMCHECK_COLOR")
    assert settings["evidence"] == (["a", "b"], "CLAIMCHECK_EVIDENCE")
    assert settings["policy"] == ("standard", "default")
    assert shown["sections"] == [
        {"match": "blog, news", "settings": [{"key": "fail-on", "value": "never", "source": file}]}
    ]


def test_the_card_says_the_same(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('[[paths]]\nmatch = "blog"\nfail-on = "never"\n', encoding="utf-8")
    lines = claimcheck("config", "show").text.splitlines()
    assert lines[0] == f"Configuration: {tmp_path / 'claimcheck.toml'}"
    assert [line.split()[0] for line in lines if 'never"' in line or '"standard"' in line] == ["policy", "fail-on"]
    assert "For blog" in lines


def test_no_configuration(claimcheck: Program) -> None:
    assert claimcheck("config", "show").text.startswith("Configuration: none\n")


def test_the_schema_is_printed(claimcheck: Program, root: Path, tmp_path: Path) -> None:
    published = root / "docs" / "schema" / "config-1.json"
    assert claimcheck("config", "schema").text == published.read_text(encoding="utf-8")
    claimcheck("config", "schema", "--output", "schema.json")
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == published.read_text(encoding="utf-8")
