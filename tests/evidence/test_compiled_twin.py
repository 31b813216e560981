"""The compiled twin: used when it fits, made anew silently when it does not, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from claimcheck.evidence import build, cache, twin
from claimcheck.evidence.base import EvidenceBase, load_evidence

Load = Callable[..., EvidenceBase]
SECTIONS: Mapping[str, Callable[[EvidenceBase], bytes]] = {"name-1": lambda base: base.manifest.name.encode()}


@pytest.fixture
def settled(base: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A base whose files have been as they are for a while."""
    monkeypatch.setattr(cache, "_program_files", lambda: [("program.py", 1, 1)])
    for file in base.rglob("*.yaml"):
        os.utime(file, ns=(10**18, 10**18))
    return base


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Grows by one whenever a base is read from YAML."""
    counted: list[None] = []
    real = build.build_parts
    monkeypatch.setattr(build, "build_parts", lambda listing: counted.append(None) or real(listing))
    return counted


def load(folder: Path, **options: object) -> EvidenceBase:
    loader: Load = load_evidence
    return loader([folder], shipped=False, **options)


def twins(cache_folder: Path) -> list[Path]:
    return sorted(cache_folder.iterdir()) if cache_folder.is_dir() else []


def same(first: EvidenceBase, second: EvidenceBase) -> bool:
    names = ("manifest", "digest", "study_ids", "claim_ids", "concept_ids", "language", "policies")
    records = ("studies", "claims", "concepts")
    return all(getattr(first, name) == getattr(second, name) for name in names) and all(
        list(getattr(first, name)()) == list(getattr(second, name)()) for name in records
    )


def test_the_second_load_reads_the_twin(settled: Path, builds: list[None]) -> None:
    cold, warm = load(settled), load(settled)
    assert len(builds) == 1
    assert same(cold, warm)
    assert cold.lines("vitamin-z-stops-hiccups") == warm.lines("vitamin-z-stops-hiccups")


def test_the_warm_way_does_not_import_yaml(settled: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from claimcheck.evidence.base import load_evidence\n"
        "base = load_evidence([Path(sys.argv[1])], shipped=False); base.study('doe2020'); base.language\n"
        "print(*sorted({'yaml', 'rapidfuzz', 'hashlib', 'tempfile', 'rich'} & set(sys.modules)))"
    )
    runs = [subprocess.run([sys.executable, "-c", code, settled], capture_output=True, text=True) for _ in range(2)]
    assert [run.stderr for run in runs] == ["", ""]
    assert "yaml" in runs[0].stdout
    assert runs[1].stdout == "\n"


def test_no_cache_means_none(settled: Path, cache_folder: Path, builds: list[None]) -> None:
    load(settled, cache=False)
    load(settled, cache=False)
    assert (len(builds), twins(cache_folder)) == (2, [])


def change_size(base: Path) -> None:
    with (base / "policy" / "plain.yaml").open("a") as stream:
        stream.write("more: 1\n")
    os.utime(base / "policy" / "plain.yaml", ns=(10**18, 10**18))


def change_time(base: Path) -> None:
    os.utime(base / "base.yaml", ns=(10**18, 10**18 + 1))


def change_name(base: Path) -> None:
    (base / "policy" / "plain.yaml").rename(base / "policy" / "other.yaml")


def remove(base: Path) -> None:
    (base / "policy" / "plain.yaml").unlink()


@pytest.mark.parametrize("change", [change_size, change_time, change_name, remove])
def test_a_changed_base_is_read_anew(change: Callable[[Path], None], settled: Path, builds: list[None]) -> None:
    load(settled)
    change(settled)
    changed = load(settled)
    assert len(builds) == 2
    assert same(changed, load(settled, cache=False))


def test_a_changed_program_reads_anew(settled: Path, builds: list[None], monkeypatch: pytest.MonkeyPatch) -> None:
    load(settled)
    monkeypatch.setattr(cache, "_program_files", lambda: [("program.py", 1, 2)])
    load(settled)
    assert len(builds) == 2


def test_the_program_is_what_decides_what_a_twin_holds() -> None:
    names = {Path(path).name for path, _, _ in cache._program_files()}
    assert {"base.py", "twin.py", "folding.py", "vocabulary.py", "cues.py", "references.py"} <= names
    assert names.isdisjoint({"app.py", "human.py", "verdict.py"})


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-1],
    "cut in the header": lambda data: data[:20],
    "one bit": lambda data: data[:-100] + bytes([data[-100] ^ 1]) + data[-99:],
    "another format": lambda data: data.replace(data[16:18], b"\x7f\x7f", 1),
    "not a twin": lambda data: b"#!/bin/sh\n" * 300,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_twin_is_replaced(
    damage: Callable[[bytes], bytes], settled: Path, cache_folder: Path, builds: list[None]
) -> None:
    load(settled)
    (path,) = twins(cache_folder)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    load(settled)
    load(settled)
    assert len(builds) == 2
    assert len(path.read_bytes()) == len(whole)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_the_cache_is_private(settled: Path, cache_folder: Path, builds: list[None]) -> None:
    load(settled)
    (path,) = twins(cache_folder)
    assert [cache_folder.stat().st_mode & 0o777, path.stat().st_mode & 0o777] == [0o700, 0o600]
    path.chmod(0o666)
    load(settled)
    assert len(builds) == 2


def test_a_cache_that_cannot_be_written_is_no_trouble(settled: Path, cache_folder: Path, builds: list[None]) -> None:
    cache_folder.write_text("in the way")
    assert same(load(settled), load(settled))
    assert len(builds) == 2


def test_nothing_half_written_stays(settled: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*paths: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    assert load(settled).study_ids
    assert twins(cache_folder) == []


def test_a_file_changed_just_now_is_not_trusted(settled: Path, cache_folder: Path) -> None:
    os.utime(settled / "base.yaml")
    load(settled)
    assert twins(cache_folder) == []


def test_each_base_has_a_twin_of_its_own(settled: Path, cache_folder: Path) -> None:
    other = settled.rename("other")
    load(other)
    other.rename(settled)
    load(settled)
    assert len(twins(cache_folder)) == 2


def test_old_twins_are_forgotten(settled: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_KEPT", 1)
    load(settled)
    (old,) = twins(cache_folder)
    os.utime(old, ns=(10**18, 10**18))
    settled.rename("other")
    load(Path("other"))
    assert len(twins(cache_folder)) == 1
    assert not old.exists()


def test_sections_are_kept(settled: Path, builds: list[None]) -> None:
    load(settled, sections=SECTIONS)
    warm = load(settled, sections={"name-1": lambda base: b"made again"})
    assert (warm.section("name-1"), len(builds)) == (b"Vitamin Z (made up)", 1)


def test_sections_are_added_to_a_twin(settled: Path, builds: list[None]) -> None:
    load(settled)
    load(settled, sections=SECTIONS)
    warm = load(settled, sections={"name-1": lambda base: b"made again"})
    assert (warm.section("name-1"), len(builds)) == (b"Vitamin Z (made up)", 1)
    assert warm.study("doe2020") == load(settled, cache=False).study("doe2020")


PLACES = [
    ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/claimcheck"),
    ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/z/.cache/claimcheck"),
    ("linux", {"XDG_CACHE_HOME": ""}, "/home/z/.cache/claimcheck"),
    ("darwin", {}, "/home/z/Library/Caches/claimcheck"),
    ("win32", {"LOCALAPPDATA": "/local"}, "/local/claimcheck/Cache"),
    ("win32", {}, None),
    ("linux", {"CLAIMCHECK_CACHE_DIR": "/own"}, "/own"),
]


@pytest.mark.parametrize(("platform", "variables", "folder"), PLACES)
def test_where_the_cache_is(
    platform: str, variables: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLAIMCHECK_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/z"))
    assert cache.cache_directory() == (folder and Path(folder))


def test_without_a_home_there_is_no_cache(settled: Path, monkeypatch: pytest.MonkeyPatch, builds: list[None]) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    for name in ("CLAIMCHECK_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr(sys, "platform", "linux")
    assert load(settled, sections=SECTIONS).section("name-1") == b"Vitamin Z (made up)"
    assert len(builds) == 1


def test_a_twin_is_a_mapping_of_its_parts() -> None:
    packed = twin.pack(b"made of this", {"b": [1, ("x", None)], "a": {"k": 2.5}})
    found = twin.unpack(packed, b"made of this")
    assert found is not None
    assert (dict(found), len(found), "c" in found) == ({"a": {"k": 2.5}, "b": [1, ("x", None)]}, 2, False)
    assert twin.unpack(packed, b"made of that") is None
    with pytest.raises(KeyError):
        found["c"]


def test_no_damage_to_a_twin_is_unmarshalled() -> None:
    packed = twin.pack(b"s", {"a": 1})
    for place in range(len(packed)):
        damaged = packed[:place] + bytes([packed[place] ^ 0x55]) + packed[place + 1 :]
        assert twin.unpack(damaged, b"s") is None
