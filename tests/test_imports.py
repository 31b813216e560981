"""Nothing imports upward: each room may use only the rooms that stand before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "claimcheck"
ROOT = Path(__file__).resolve().parents[1] / "src" / PACKAGE

#: rooms that everyone may use
COMMON = {"errors", "text", "frozen", "_version"}
#: what the evidence room offers to those who read evidence (loading, caching and checking stay inside)
EVIDENCE = {f"evidence.{module}" for module in ("model", "base", "language", "references", "nearest", "problems")}
#: room -> what else it may import, as room or room.module
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "_version": set(),
    "frozen": set(),
    "text": {"evidence.model"},
    "documents": set(),
    "evidence": set(),
    "matching": {"documents.model"} | EVIDENCE,
    "wording": {"documents.model", "matching.model"} | EVIDENCE,
    # policy files are read by the same strict loader as the evidence
    "rating": {"wording.model", "evidence.load", "evidence.nodes"} | EVIDENCE,
    "report": {"matching.model", "rating.model", "wording.model"},
    "session": {"evidence", "matching", "wording"},
    "checker": {"documents", "evidence", "matching", "wording", "rating", "report"},
    "curation": {"documents", "evidence", "rating", "checker", "report"},
    "project": {"checker", "report", "documents", "rating.policy_model", "evidence.base"},
    "inquiry": {"checker", "report", "rating", "evidence.base", "evidence.model"},
    "reports": {"checker", "report", "matching.model", "wording.model", "rating.model", "rating.policy_model"}
    | {"matching.account"}
    # what was asked of a report or of two policies or bases has reports of its own
    | {"inquiry", "curation"}
    | {f"rating.{module}" for module in ("differences", "ladder", "rewording", "sensitivity", "whynot")}
    | EVIDENCE,
    "cli": {"session", "checker", "report", "reports", "project", "curation", "evidence", "rating", "documents"}
    | {"matching", "inquiry"},
    "__init__": {"evidence", "rating", "report", "session", "checker"},
    "__main__": {"cli"},
}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The line and the dotted name below the package of every import in a module, lazy and type-only ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            module = node.module or ""
            # `from claimcheck import checker` and `from claimcheck.evidence import model` import modules
            names = [f"{module}.{alias.name}" if _is_package(module) else module for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == PACKAGE and name != PACKAGE:
                yield node.lineno, name.removeprefix(f"{PACKAGE}.")


def _is_package(module: str) -> bool:
    return (ROOT.parent / module.replace(".", "/")).is_dir() if module.split(".")[0] == PACKAGE else False


def allowed(room: str, name: str) -> bool:
    parts = name.split(".")
    may = MAY_IMPORT[room] | COMMON | {room}
    return parts[0] in may or ".".join(parts[:2]) in may


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_imports_upward(path: Path) -> None:
    room = room_of(path)
    wrong = [f"{path.name}:{line}: {name}" for line, name in imported(path) if not allowed(room, name)]
    assert wrong == []


def test_every_room_has_its_row() -> None:
    assert {room_of(path) for path in modules()} == set(MAY_IMPORT)


@pytest.mark.parametrize(
    ("room", "name", "fine"),
    [
        ("documents", "errors", True),
        ("documents", "evidence.model", False),
        ("matching", "documents.model", True),
        ("matching", "documents.read", False),
        ("rating", "wording.model", True),
        ("rating", "matching.engine", False),
        ("reports", "cli.app", False),
        ("cli", "reports.human", True),
    ],
)
def test_the_rule_itself(room: str, name: str, fine: bool) -> None:
    assert allowed(room, name) is fine
