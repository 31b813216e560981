"""`evidence` and its commands as processes: what they write, what they refuse, how they end."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from process import Program

REFERENCES = (
    '[{"id": 1, "title": "New", "issued": "2020", "author": [{"family": "Doe"}]}, {"id": 2, "title": "Undated"}]'
)


@pytest.fixture
def own(tmp_path: Path, root: Path) -> Path:
    """A base of one's own, below the working folder."""
    shutil.copytree(root / "examples" / "vitamin-c" / "evidence", tmp_path / "own")
    return tmp_path / "own"


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_checking_for_build_servers(claimcheck: Program, own: Path) -> None:
    claims = own / "claims" / "vitamin_c.yaml"
    claims.write_text(claims.read_text("utf-8").replace("kind: prevention", "kind: preventing", 1), "utf-8")
    ended = claimcheck("evidence", "check", "own", "--format", "github")
    assert ended.status == 2
    assert ended.text.startswith("::error file=own/claims/vitamin_c.yaml,line=")
    run = json.loads(claimcheck("evidence", "check", "own", "--format", "sarif").out)["runs"][0]
    assert run["results"][0]["ruleId"] == "unknown-value"
    assert claimcheck("evidence", "check", "own", "--format", "xml").status == 2
    ended = claimcheck("evidence", "check", "--alone")
    assert (ended.status, ended.notes) == (
        2, "claimcheck: error: --alone leaves nothing to check (name a folder)\n",
    )  # fmt: skip


def test_doubts_fail_only_when_asked(claimcheck: Program, own: Path) -> None:
    study = next((own / "studies").iterdir())
    study.write_text(study.read_text("utf-8") + "# end\n", "utf-8")
    assert claimcheck("evidence", "check", "own", "--strict").status == 0
    claimcheck("evidence", "import", "refs.json", "-d", "own")
    Path(own.parent, "refs.json").write_text(REFERENCES, "utf-8")
    claimcheck("evidence", "import", "refs.json", "-d", "own")
    ended = claimcheck("evidence", "check", "own", "--strict")
    assert ended.status == 1
    assert "population.text is still to be filled in [not-filled-in]" in ended.text
    assert claimcheck("evidence", "check", "own").status == 0


def test_stats(claimcheck: Program, own: Path) -> None:
    data = json.loads(claimcheck("evidence", "stats", "--evidence", "own", "--format", "json").out)
    assert data["claims"] == len(data["by_claim"])
    assert sum(data["ages"].values()) == data["studies"]
    text = claimcheck("evidence", "stats", "--evidence", "own").text
    assert "\nClaim by claim\n" in text


@pytest.mark.parametrize("name", ["csl-json", "bibtex", "ris"])
def test_export_to_a_file_and_a_pipe(claimcheck: Program, own: Path, name: str) -> None:
    options = ("evidence", "export", "--evidence", "own", "--format", name)
    piped = claimcheck(*options)
    assert piped.status == 0
    assert piped.text.count("Vitamin C for preventing and treating the common cold") == 1
    assert claimcheck(*options, "--output", "refs.out").status == 0
    assert Path(own.parent, "refs.out").read_bytes() == piped.out


def test_export_overwrites_only_by_force(claimcheck: Program, own: Path) -> None:
    options = ("evidence", "export", "--evidence", "own", "--format", "csv", "--output", "tables")
    assert claimcheck(*options).status == 0
    first = files(own.parent / "tables")
    assert set(first) >= {"datapackage.json", "studies.csv", "claims.csv"}
    (own.parent / "tables" / "studies.csv").write_text("mine", "utf-8")
    ended = claimcheck(*options)
    assert (ended.status, ended.notes) == (
        2, "claimcheck: error: tables/datapackage.json: is there already; nothing was written\n",
    )  # fmt: skip
    assert (own.parent / "tables" / "studies.csv").read_text("utf-8") == "mine"
    assert claimcheck(*options, "--force").status == 0
    assert files(own.parent / "tables") == first


def test_export_of_one_claim(claimcheck: Program, own: Path) -> None:
    options = ("evidence", "export", "--evidence", "own", "--claim")
    every = json.loads(claimcheck(*options[:-1]).out)
    claim = json.loads(claimcheck("list", "claims", "--evidence", "own", "--format", "json").out)["items"][0]["id"]
    some = json.loads(claimcheck(*options, claim).out)
    card: Any = json.loads(claimcheck("claim", claim, "--evidence", "own", "--format", "json").out)
    assert {item["id"] for item in some} >= {outcome["study"] for outcome in card["outcomes"]}
    assert len(some) < len(every)
    ended = claimcheck(*options, claim[:-1])
    assert ended.status == 2
    assert f"did you mean {claim}" in ended.notes


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "csv"), "csv makes several files (name a folder with --output)"),
        (("--format", "bibtx"), "unknown format 'bibtx' (did you mean bibtex?)"),
    ],
)
def test_exports_that_cannot_be(claimcheck: Program, arguments: tuple[str, ...], message: str) -> None:
    ended = claimcheck("evidence", "export", *arguments)
    assert (ended.status, ended.out, ended.notes) == (2, b"", f"claimcheck: error: {message}\n")


def test_import_tells_of_every_reference(claimcheck: Program, own: Path) -> None:
    Path(own.parent, "refs.json").write_text(REFERENCES, "utf-8")
    ended = claimcheck("evidence", "import", "refs.json", "--into", "own")
    assert ended.status == 2
    assert ended.text == "wrote own/studies/doe2020.yaml (refs.json:1)\n1 written, 0 already in the base, 1 not read\n"
    assert ended.notes == "claimcheck: error: refs.json:1: reference 2 has no year\n"
    assert (own / "schema" / "study.json").is_file()
    before = files(own)
    ended = claimcheck("evidence", "import", "refs.json", "--into", "own")
    assert ended.text.startswith("already there: doe2020, New (refs.json:1)\n0 written, 1 already in the base")
    assert files(own) == before


@pytest.mark.parametrize("name", ["bibtex", "ris"])
def test_a_missing_library_is_named(claimcheck: Program, own: Path, name: str) -> None:
    program = "import sys; sys.modules |= {'pybtex': None, 'rispy': None}; from claimcheck.cli import main; main()"
    ended = claimcheck("evidence", "export", "--format", name, program=("-c", program))
    library = {"bibtex": "pybtex", "ris": "rispy"}[name]
    assert (ended.status, ended.out) == (2, b"")
    assert f"needs {library}, which is not installed (pip install 'claimcheck[curate]')" in ended.notes
    assert claimcheck("evidence", "export", program=("-c", program)).status == 0


def test_a_new_study_from_options(claimcheck: Program, own: Path) -> None:
    options = ("evidence", "new", "study", "-d", "own", "--title", "Zinc", "--author", "Doe, J.; Roe", "--year", "2011")
    ended = claimcheck(*options, "--design", "cohort", "--doi", "https://doi.org/10.5555/zinc")
    assert (ended.status, ended.err) == (0, b"")
    assert ended.text == "wrote own/studies/doe2011.yaml; fill it in, then: claimcheck evidence check own\n"
    text = (own / "studies" / "doe2011.yaml").read_text("utf-8")
    assert "  DOI: 10.5555/zinc\ndesign" not in text
    assert "    - {family: Doe, given: J.}\n    - {literal: Roe}\n" in text
    assert claimcheck("evidence", "check", "own").status == 0


NAMED = ("--title", "x", "--author", "y")
DATED = (*NAMED, "--year", "2020", "--design", "rct")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "--title, --author, --year, --design must be given (on a terminal, what is missing is asked for)"),
        ((*NAMED, "--year", "20", "--design", "rct"), "'20' is no year of a paper (four digits)"),
        ((*NAMED, "--year", "1020", "--design", "rct"), "'1020' is no year of a paper (four digits)"),
        ((*NAMED, "--year", "2020", "--design", "rtc"), "unknown design 'rtc' (did you mean rct?)"),
        ((*DATED, "--doi", "doi.org/zinc"), "'doi.org/zinc' is no DOI (it is written as 10.1234/abc)"),
        ((*DATED, "--pmid", "none"), "'none' is no PMID (it is written as digits)"),
        ((*DATED, "--id", "../x"), "the id '../x' is not made of a-z, 0-9 and single hyphens"),
    ],
)
def test_new_studies_that_cannot_be(claimcheck: Program, own: Path, arguments: tuple[str, ...], message: str) -> None:
    before = files(own)
    ended = claimcheck("evidence", "new", "study", "--into", "own", *arguments)
    assert (ended.status, ended.notes) == (2, f"claimcheck: error: {message}\n")
    assert files(own) == before


def test_a_new_claim_is_asked_for_on_a_terminal(claimcheck: Program, own: Path, cache_folder: Path) -> None:
    """A wrong answer is asked for again."""
    main, side = pty.openpty()
    answers = [
        "Zinc shortens coughs",
        "Zinc!",
        "zinc-shortens-coughs",
        "efect",
        "effect",
        "reduces",
        "zink",
        "zinc",
        "cough",
    ]
    os.write(main, "".join(f"{answer}\n" for answer in answers).encode())
    process = subprocess.run(
        [sys.executable, "-m", "claimcheck", "evidence", "new", "claim", "--into", "own"],
        stdin=side, capture_output=True, cwd=own.parent, timeout=60, check=False,
        env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(cache_folder)},
    )  # fmt: skip
    os.close(main), os.close(side)
    errors = process.stderr.decode()
    assert process.returncode == 0, errors
    assert "the id 'Zinc!' is not made of a-z, 0-9 and single hyphens" in errors
    assert "Kind (effect, prevention, association, " in errors
    assert "unknown kind 'efect' (did you mean effect?)" in errors
    assert "unknown concept 'zink' (did you mean \"zinc\"?)" in errors
    text = (own / "claims" / "zinc_shortens_coughs.yaml").read_text("utf-8")
    assert "    statement: Zinc shortens coughs\n" in text
    assert "      - {subject: [zinc], object: [cough]}\n" in text
    assert claimcheck("evidence", "check", "own").status == 0


def test_a_difference_with_sentences(claimcheck: Program, own: Path) -> None:
    shutil.copytree(own, own.parent / "new")
    for study in (own.parent / "new" / "studies").iterdir():
        study.write_text(study.read_text("utf-8").replace("state: current", "state: retracted"), "utf-8")
    Path(own.parent, "flyer.txt").write_text("Vitamin C shortens colds.\n\nWe are open on Mondays.\n", "utf-8")
    ended = claimcheck("evidence", "diff", "own", "new", "flyer.txt", "--exit-code")
    assert (ended.status, ended.err) == (1, b"")
    assert "\nSentences\n  - flyer.txt:1: " in ended.text
    data = json.loads(claimcheck("evidence", "diff", "own", "new", "flyer.txt", "--format", "json").out)
    (move,) = data["sentences"]["moves"]
    assert (move["new"]["verdict"], move["line"]) == ("unsupported", 1)
    assert move["claim"] in data["moved"]
    causes = next(rating["causes"] for rating in data["ratings"] if rating["claim"] == move["claim"])
    assert all(cause.startswith("study ") for cause in causes)


def test_no_difference(claimcheck: Program, own: Path) -> None:
    ended = claimcheck("evidence", "diff", "own", "own", "--exit-code")
    assert ended.status == 0
    assert "\nNothing differs.\n" in ended.text
    assert claimcheck("evidence", "diff", "own", "nowhere").status == 2
    ended = claimcheck("evidence", "diff", "own", "own", "nothing.txt")
    assert ended.status == 2
    assert "nothing.txt" in ended.notes
