"""The face of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck import check_file, check_text, load_evidence

BAD = "Baby massage cures postnatal depression."


def test_a_text() -> None:
    report = check_text(BAD)
    assert isinstance(report, claimcheck.Report)
    [document] = report.documents
    assert (document.path, document.sentences) == ("<text>", 1)
    assert [(finding.claim, finding.verdict) for finding in document.findings] == [
        ("massage-treats-pnd", "unsupported")
    ]


def test_a_file_with_a_base_opened_once(tmp_path: Path) -> None:
    base = load_evidence()
    path = tmp_path / "flyer.txt"
    path.write_text(BAD, encoding="utf-8")
    first, second = check_file(path, base=base), check_file(str(path), base=base)
    assert first == second
    assert first.summary.unsupported == 1
    assert check_file(tmp_path / "gone.txt", base=base).errors[0].path.endswith("gone.txt")


def test_another_policy() -> None:
    assert check_text("Massage may help some mothers with PND.", policy="asa").summary.unsupported == 1


def test_only_what_is_promised() -> None:
    assert claimcheck.__all__ == ["Report", "__version__", "check_file", "check_text", "load_evidence"]
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = claimcheck.nonsense  # type: ignore[attr-defined]
