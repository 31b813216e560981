"""What `claimcheck init` writes: a configuration with every key explained, a file of ignores, a workflow, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from claimcheck._version import __version__
from claimcheck.project.discovery import FILE
from claimcheck.project.keys import KEYS, Key

IGNORES: Final = "claimcheck-ignore.toml"
_EVIDENCE: Final = "evidence"
_TEMPLATES: Final = Path(__file__).with_name("templates")
_FILES: Final = {IGNORES: "ignore.toml", ".github/workflows/claimcheck.yml": "workflow.yml"}
_EVIDENCE_FILES: Final = {
    f"{_EVIDENCE}/base.yaml": "base.yaml",
    f"{_EVIDENCE}/concepts/ours.yaml": "concepts.yaml",
    f"{_EVIDENCE}/claims/ours.yaml": "claims.yaml",
}
_WIDTH: Final = 118


def starter_files(today: date, *, evidence: bool) -> dict[str, str]:
    """File name -> text; with `evidence` a small folder of one's own and a configuration that uses it."""
    used = {"ignores": IGNORES, **({"evidence": [_EVIDENCE]} if evidence else {})}
    files = {FILE: "\n".join(_configuration(used)) + "\n"}
    names = {**_FILES, **(_EVIDENCE_FILES if evidence else {})}
    for name, template in names.items():
        text = Template((_TEMPLATES / template).read_text(encoding="utf-8"))
        files[name] = text.safe_substitute(version=__version__, today=today.isoformat())
    return files


def _configuration(used: Mapping[str, object]) -> Iterator[str]:
    yield "# claimcheck's configuration. Flags and environment variables go before it; `claimcheck config show` tells"
    yield "# what is in force. Comments show the default or an example. Paths and globs are meant from this folder."
    for key in KEYS:
        yield ""
        yield from _explained(key)
        if key.name in used:
            yield f"{key.name} = {_toml(used[key.name])}"
        else:
            yield f"# {key.name} = {_toml(_example(key))}"
    yield ""
    yield "# What differs for some of the files; a later section goes before an earlier one."
    yield "# [[paths]]"
    yield '# match = ["blog/**"]'
    yield '# fail-on = "contested"'


def _explained(key: Key) -> Iterator[str]:
    from textwrap import wrap

    allowed = f" One of: {', '.join(key.allowed)}." if key.kind == "choice" else ""
    yield from (f"# {line}" for line in wrap(key.about + allowed, _WIDTH))


def _example(key: Key) -> object:
    """The default, or what might stand there where there is none."""
    examples: dict[str, object] = {
        "evidence-version": "2026.11",
        "baseline": "claimcheck-baseline.txt",
        "exclude": ["drafts/**"],
        "report": ["html=report.html"],
    }
    return examples.get(key.name, key.default)


def _toml(value: object) -> str:
    from json import dumps

    return dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
