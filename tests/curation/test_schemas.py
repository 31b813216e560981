"""The JSON Schemas beside the evidence: up to date, and true to it in the eyes of a validator."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from test_skeletons import CLAIM, STUDY

from claimcheck.curation.beginning import begin_claim, begin_study
from claimcheck.curation.known import known_in
from claimcheck.curation.saving import save_new
from claimcheck.curation.schemas import lend_schemas, outdated_schemas, without_modeline
from claimcheck.errors import EvidenceError
from claimcheck.evidence.build import inspect
from claimcheck.evidence.files import list_folders, shipped_directory
from claimcheck.evidence.schema import FILES

#: schema -> the files that it is for
PATTERNS = {
    "base": "base.yaml",
    "study": "studies/*.yaml",
    "claims": "claims/*.yaml",
    "concepts": "concepts/*.yaml",
    "relations": "language/*/relations*.yaml",
    "lead_ins": "language/*/lead_ins*.yaml",
    "cues": "language/*/cues*.yaml",
    "folding": "language/*/folding.yaml",
}


def validate(schema: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    """What a validator for YAML files says; 0 if it takes them all."""
    command = [sys.executable, "-m", "check_jsonschema", "--no-cache", "--schemafile", str(schema), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_shipped_schemas_are_up_to_date() -> None:
    """If this fails, the model has changed: run `claimcheck evidence schema evidence`."""
    assert outdated_schemas(shipped_directory()) == {}


def test_every_kind_has_files() -> None:
    assert set(PATTERNS) == set(FILES)


@pytest.mark.parametrize("kind", PATTERNS)
def test_the_shipped_files_keep_to_their_schema(kind: str) -> None:
    root = shipped_directory()
    files = sorted(root.glob(PATTERNS[kind]))
    assert files
    done = validate(root / "schema" / f"{kind}.json", *files)
    assert done.returncode == 0, done.stdout


def test_a_skeleton_leads_to_its_schema(folder: Path) -> None:
    known = known_in(folder, shipped=False)
    for path in (begin_study(STUDY, folder, known, date.today()), begin_claim(CLAIM, folder, known, date.today())):
        modeline = path.read_text("utf-8").splitlines()[0]
        schema = path.parent / modeline.removeprefix("# yaml-language-server: $schema=")
        assert validate(schema, path).returncode == 0
        path.write_text(path.read_text("utf-8").replace("id: ", "ident: ", 1), encoding="utf-8")
        done = validate(schema, path)
        assert done.returncode == 1
        assert "'ident' was unexpected" in done.stdout


def test_schemas_of_ones_own_are_left_alone(folder: Path) -> None:
    (folder / "schema").mkdir()
    (folder / "schema" / "study.json").write_text("{}", encoding="utf-8")
    lend_schemas(folder)
    assert [path.name for path in (folder / "schema").iterdir()] == ["study.json"]
    assert len(outdated_schemas(folder)) == len(FILES)


def test_each_file_can_lead_to_its_schema(folder: Path) -> None:
    before = {path: path.read_text("utf-8") for path in folder.rglob("*.yaml")}
    texts = without_modeline(folder)
    save_new(outdated_schemas(folder) | texts, replace=True)
    lead = [path for kind in PATTERNS for path in folder.glob(PATTERNS[kind])]
    assert sorted(texts) == sorted(lead)
    for kind, pattern in PATTERNS.items():
        for path in folder.glob(pattern):
            first, rest = path.read_text("utf-8").split("\n", 1)
            schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
            assert schema.resolve() == (folder / "schema" / f"{kind}.json").resolve()
            assert rest == before[path]
    assert without_modeline(folder) == {}
    assert inspect(list_folders([folder], shipped=False)) == []


def test_a_file_from_elsewhere_can_lead_to_its_schema(folder: Path) -> None:
    """With a byte order mark and the line ends of Windows."""
    study = folder / "studies" / "doe2020.yaml"
    study.write_bytes(b"\xef\xbb\xbf" + study.read_bytes().replace(b"\n", b"\r\n"))
    rest = study.read_bytes()[3:]
    save_new(without_modeline(folder), replace=True)
    assert study.read_bytes() == b"# yaml-language-server: $schema=../schema/study.json\r\n" + rest
    assert inspect(list_folders([folder], shipped=False)) == []


def test_a_file_that_is_no_text_is_left_alone(folder: Path) -> None:
    study = folder / "studies" / "doe2020.yaml"
    study.write_text("id: doe2020\nnotes: Müller\n", encoding="latin-1")
    with pytest.raises(EvidenceError, match=r"doe2020\.yaml:2: is not UTF-8: byte 0xfc \(save it as UTF-8\)"):
        without_modeline(folder)


def test_a_schema_that_is_no_text_is_out_of_date(folder: Path) -> None:
    save_new(outdated_schemas(folder))
    (folder / "schema" / "study.json").write_bytes(b"\xff\xfe")
    assert list(outdated_schemas(folder)) == [folder / "schema" / "study.json"]
