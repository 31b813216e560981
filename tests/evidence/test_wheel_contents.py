"""What an installed package reads: the YAML beside it, through the twin made at build time."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import EvidenceErrors
from claimcheck.evidence import build, files
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.evidence.shipping import compile_folder


def name_of(base: EvidenceBase) -> bytes:
    return base.manifest.name.encode()


@pytest.fixture
def installed(base: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder that holds the small base and its twin."""
    package = (base.parent / "claimcheck").absolute()
    package.mkdir()
    (package / "_evidence.bin").write_bytes(compile_folder(base, {"name-1": name_of}))
    base.rename(package / "_evidence")
    monkeypatch.setattr(files, "_PACKAGE", package)
    return package


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(listing: files.Listing) -> None:
        raise AssertionError("read from YAML")

    monkeypatch.setattr(build, "build_parts", refuse)


@pytest.mark.usefixtures("no_yaml")
def test_an_installed_base_is_read_from_its_twin(installed: Path, cache_folder: Path) -> None:
    base = load_evidence(sections={"name-1": lambda base: b"made again"})
    assert (base.study("doe2020").csl.issued, base.section("name-1")) == (2020, b"Vitamin Z (made up)")
    assert not cache_folder.exists()


@pytest.mark.usefixtures("no_yaml")
def test_a_section_that_the_wheel_lacks_is_made_from_its_twin(installed: Path) -> None:
    assert load_evidence(sections={"name-2": name_of}).section("name-2") == b"Vitamin Z (made up)"
    kept = load_evidence(sections={"name-2": lambda base: b"made again"})
    assert kept.section("name-2") == b"Vitamin Z (made up)"


def test_an_edited_installed_base_is_read_from_yaml(installed: Path) -> None:
    manifest = installed / "_evidence" / "base.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("Vitamin Z", "Vitamin Zed"), "utf-8")
    assert load_evidence(sections={"name-1": name_of}).section("name-1") == b"Vitamin Zed (made up)"


def test_a_damaged_wheel_twin_is_left_aside(installed: Path) -> None:
    (installed / "_evidence.bin").write_bytes(b"damaged")
    assert load_evidence().study_ids == ("doe2020", "roe2018", "zreview2024")


def test_an_unsound_base_is_not_compiled(base: Path) -> None:
    (base / "base.yaml").unlink()
    with pytest.raises(EvidenceErrors, match=r"base\.yaml is missing"):
        compile_folder(base, {})


def test_a_package_without_evidence_says_so(installed: Path) -> None:
    (installed / "_evidence" / "base.yaml").unlink()
    with pytest.raises(EvidenceErrors, match="the shipped evidence base is missing"):
        load_evidence()


def test_a_checkout_reads_its_own_folder() -> None:
    assert files.shipped_directory() == Path(files.__file__).parents[3] / "evidence"
