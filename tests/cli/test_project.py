"""A team's repository with a backlog: configuration, baseline, ignores and changed lines on the command line."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from process import Ended, Program

BAD = "Baby massage cures postnatal depression."
GOOD = "Massage has not been shown to treat postnatal depression."
CLAIM = "massage-treats-pnd"
BACKLOG = [
    "Baby massage treats postnatal depression.",
    "Massage prevents postnatal depression.",
    "Come along on Friday at ten.",
]
REPORTS = [
    "json",
    "jsonl",
    "markdown",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "csv",
    "claimreview",
]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def findings(ended: Ended) -> list[dict[str, Any]]:
    report = json.loads(ended.out)
    return [finding for document in report["documents"] for finding in document["findings"]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """300 pages, many of them with claims that the evidence does not carry."""
    for number in range(300):
        write(tmp_path, f"content/{number % 7}/page{number}.md", f"# Page {number}\n\n{BACKLOG[number % 3]}\n")
    return tmp_path


def test_an_old_site_fails_on_new_findings_only(claimcheck: Program, site: Path) -> None:
    written = claimcheck("file", "content", "--write-baseline", "baseline.txt")
    assert (written.status, written.out) == (0, b"")
    entries = (site / "baseline.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert written.notes == f"claimcheck: wrote {len(entries)} findings to baseline.txt\n"
    assert len(entries) >= 200

    page = site / "content" / "3" / "page3.md"
    page.write_text(f"# A new head\n\n{page.read_text(encoding='utf-8')}\n{GOOD}\n", encoding="utf-8")
    good = claimcheck("file", "content", "--baseline", "baseline.txt")
    assert (good.status, good.notes) == (0, f"claimcheck: baseline: 0 new, {len(entries)} still there, 0 fixed\n")

    page.write_text(page.read_text(encoding="utf-8").replace(GOOD, BAD), encoding="utf-8")
    wanted = [argument for name in REPORTS for argument in ("--report", f"{name}=out.{name}")]
    bad = claimcheck("file", "content", "--baseline", "baseline.txt", *wanted)
    assert bad.status == 1
    assert bad.notes == f"claimcheck: baseline: 1 new, {len(entries)} still there, 0 fixed\n"
    assert bad.text.count("UNSUPPORTED") == bad.text.count("“") == 1
    found = {name: reported(name, (site / f"out.{name}").read_text(encoding="utf-8")) for name in REPORTS}
    assert found == dict.fromkeys(REPORTS, 1)


def reported(name: str, text: str) -> int:
    """How many findings that are not in the baseline a report lists."""
    assert BAD.rstrip(".") in text.replace("\\", "")
    if name in ("junit", "checkstyle"):
        root = ElementTree.fromstring(text)
        return len(root.findall(".//failure")) + len(root.findall(".//error"))
    if name == "csv":
        return len(list(csv.DictReader(text.splitlines())))
    if name == "github":
        return text.count("::error ") + text.count("::warning ") + text.count("::notice ")
    if name == "markdown":
        return text.count("| **")
    if name == "jsonl":
        lines = [json.loads(line) for line in text.splitlines()]
        return sum(line["type"] == "finding" and not line["baselined"] for line in lines)
    data = json.loads(text)
    if name == "json":
        return sum(not finding["baselined"] for document in data["documents"] for finding in document["findings"])
    lists = {"sarif": lambda: data["runs"][0]["results"], "rdjson": lambda: data["diagnostics"]}
    return len(lists.get(name, lambda: data["@graph"] if name == "claimreview" else data)())


def test_a_fixed_finding_is_counted(claimcheck: Program, tmp_path: Path) -> None:
    page = write(tmp_path, "a.md", f"{BAD}\n\n{BACKLOG[0]}\n")
    claimcheck("file", "a.md", "--write-baseline", "b.txt")
    write(tmp_path, "a.md", f"{BAD}\n")
    assert claimcheck("file", str(page), "--baseline", "b.txt").notes == (
        "claimcheck: baseline: 0 new, 1 still there, 1 fixed\n"
    )


def test_a_baseline_of_half_a_site_is_not_written(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "a.md", BAD)
    ended = claimcheck("file", "a.md", "gone.md", "--write-baseline", "b.txt")
    assert ended.status == 2
    assert "b.txt was not written, since not everything could be checked" in ended.notes
    assert not (tmp_path / "b.txt").exists()


def test_a_missing_baseline_is_2(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "a.md", BAD)
    ended = claimcheck("file", "a.md", "--baseline", "b.txt")
    assert (ended.status, ended.notes) == (2, "claimcheck: error: b.txt: cannot be read: no such file or directory\n")


def test_flag_before_environment_before_file_before_default(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "a.md", BAD)
    assert claimcheck("file", "a.md").status == 1
    write(tmp_path, "claimcheck.toml", 'fail-on = "never"\nformat = "markdown"\n')
    assert claimcheck("file", "a.md").text.startswith("# Claims checked")
    assert claimcheck("file", "a.md", CLAIMCHECK_FORMAT="csv").text.startswith("path,line")
    assert claimcheck("file", "a.md", "--format", "json", CLAIMCHECK_FORMAT="csv").text.startswith("{")
    assert [claimcheck("file", "a.md", *more).status for more in ((), ("--fail-on", "unsupported"))] == [0, 1]
    assert claimcheck("file", "a.md", "--no-config").status == 1
    other = write(tmp_path, "other/own.toml", 'fail-on = "contested"\n')
    assert claimcheck("file", "a.md", "--config", other).status == 1


@pytest.mark.parametrize("more", [["--config", "gone.toml"], []])
def test_a_configuration_that_was_named_must_be_there(claimcheck: Program, tmp_path: Path, more: list[str]) -> None:
    write(tmp_path, "a.md", GOOD)
    environment = {} if more else {"CLAIMCHECK_CONFIG": "gone.toml"}
    ended = claimcheck("file", "a.md", *more, **environment)
    assert (ended.status, ended.notes) == (
        2,
        "claimcheck: error: gone.toml: cannot be read: no such file or directory\n",
    )


def test_a_typo_in_the_configuration_is_2(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "a.md", GOOD)
    write(tmp_path, "claimcheck.toml", 'fail_on = "never"\n')
    ended = claimcheck("file", "a.md")
    assert ended.status == 2
    assert "claimcheck.toml: unknown key 'fail_on' (did you mean fail-on?)" in ended.notes
    assert claimcheck("file", "--help").status == 0


def test_sections_differ_by_path(claimcheck: Program, tmp_path: Path) -> None:
    write(
        tmp_path,
        "claimcheck.toml",
        f'[[paths]]\nmatch = "blog"\nfail-on = "never"\n[[paths]]\nmatch = "quotes"\nexclude-claims = ["{CLAIM}"]\n'
        '[[paths]]\nmatch = "heads"\nblocks = ["paragraph"]\n',
    )
    for name in ("blog/a.md", "quotes/a.md", "shop/a.md"):
        write(tmp_path, name, BAD)
    write(tmp_path, "heads/a.md", f"# {BAD}\n\nCome along.\n")
    assert [claimcheck("file", folder).status for folder in ("blog", "quotes", "shop", "heads")] == [0, 0, 1, 0]
    assert claimcheck("file", "blog", "--fail-on", "unsupported").status == 1
    held = claimcheck("file", ".", "--format", "json")
    assert (held.status, [finding["claim"] for finding in findings(held)]) == (1, [CLAIM, CLAIM])
    assert "Failed on: unsupported" in claimcheck("file", "shop").text


def test_excluded_files_are_named_and_not_checked(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "claimcheck.toml", 'exclude = ["drafts/**"]\n')
    for name in ("drafts/a.md", "b.md"):
        write(tmp_path, name, BAD if name.startswith("drafts") else GOOD)
    ended = claimcheck("file", "drafts/a.md", "b.md")
    assert (ended.status, ended.notes) == (
        0,
        "claimcheck: warning: excluded by the configuration: drafts/a.md (--no-exclude checks them)\n",
    )
    assert claimcheck("file", "drafts/a.md", "b.md", "--no-exclude").status == 1


def test_evidence_of_the_configuration_is_known_everywhere(claimcheck: Program, tmp_path: Path, root: Path) -> None:
    folder = root / "examples" / "vitamin-c" / "evidence"
    write(tmp_path, "claimcheck.toml", f'evidence = ["{folder}"]\n')
    claim = claimcheck("list", "claims", "--format", "json")
    ids = [item["id"] for item in json.loads(claim.out)["items"]]
    assert claimcheck("claim", next(name for name in ids if "vitamin" in name)).status == 0


def test_another_evidence_version_is_2(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "a.md", GOOD)
    ended = claimcheck("file", "a.md", "--evidence-version", "1999.1")
    version = json.loads(claimcheck("file", "a.md", "--format", "json").out)["evidence"]["version"]
    assert ended.status == 2
    assert f"the evidence has version {version}, not 1999.1" in ended.notes
    assert claimcheck("file", "a.md", "--evidence-version", version).status == 0


def test_ignores_in_the_copy(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path, "a.md", f"<!-- claimcheck-ignore-next: {CLAIM} -- approved -->\n{BAD}\n")
    ended = claimcheck("file", "a.md", "--format", "json")
    assert ended.status == 0
    report = json.loads(ended.out)
    assert report["documents"][0]["suppressed"] == [{"line": 2, "claim": CLAIM, "reason": "approved", "used": True}]
    assert (report["summary"]["unsupported"], report["summary"]["suppressed"]) == (0, 1)
    assert claimcheck("file", "a.md", "--no-suppress").status == 1


def test_doubtful_ignores_are_told(claimcheck: Program, tmp_path: Path) -> None:
    unknown, off, bare = f"ignore-next: {CLAIM}s", "off", f"ignore-file: {CLAIM}"
    first, *more = (f"<!-- claimcheck-{order} -->\n" for order in (unknown, off, bare))
    write(tmp_path, "a.md", f"{first}{BAD}\n\n{''.join(more)}")
    write(tmp_path, "claimcheck.toml", "require-reasons = true\n")
    ended = claimcheck("file", "a.md")
    assert ended.status == 1
    assert f"claimcheck: a.md: line 1: unknown claim {CLAIM}s (did you mean {CLAIM}" in ended.notes
    assert "claimcheck: a.md: line 4: unknown directive claimcheck-off" in ended.notes
    assert f"claimcheck: a.md: line 5: the ignore of {CLAIM} gives no reason and has no effect" in ended.notes


def test_a_side_file_of_ignores(claimcheck: Program, tmp_path: Path) -> None:
    write(
        tmp_path,
        "ci/ignores.toml",
        f'[[ignore]]\npath = "../a.md"\nclaim = "{CLAIM}"\n[[ignore]]\npath = "x"\nclaim = "y"\n',
    )
    write(tmp_path, "claimcheck.toml", 'ignores = "ci/ignores.toml"\n')
    write(tmp_path, "a.md", BAD)
    ended = claimcheck("file", "a.md")
    assert ended.status == 0
    assert "claimcheck: warning: ci/ignores.toml: entry 2 (x, y) had nothing to do" in ended.notes
    assert "claimcheck: warning: ci/ignores.toml: entry 2 (x, y): unknown claim y" in ended.notes


def test_only_what_was_touched_is_reported(claimcheck: Program, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    write(tmp_path, "a.md", f"{BACKLOG[0]}\n\nCome along.\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    assert claimcheck("file", "a.md", "--diff", "HEAD").status == 0
    write(tmp_path, "a.md", f"{BACKLOG[0]}\n\nCome along.\n\n{BAD}\n")
    ended = claimcheck("file", "a.md", "--diff", "HEAD", "--format", "json")
    assert (ended.status, [finding["text"] for finding in findings(ended)]) == (1, [BAD])
    assert claimcheck("file", "a.md", "--diff", "nonsense").status == 2
    assert claimcheck("file", "a.md", "--diff", "HEAD", "--write-baseline", "b.txt").status == 2


@pytest.mark.parametrize(
    ("arguments", "environment", "annotated"),
    [
        ([], {}, False),
        ([], {"GITHUB_ACTIONS": "true"}, True),
        (["--annotations", "never"], {"GITHUB_ACTIONS": "true"}, False),
        (["--annotations", "always"], {}, True),
        (["--format", "json"], {"GITHUB_ACTIONS": "true"}, False),
        (["--output", "report.txt"], {"GITHUB_ACTIONS": "true"}, False),
    ],
)
def test_annotations_stand_beside_the_report(
    claimcheck: Program, tmp_path: Path, arguments: list[str], environment: dict[str, str], annotated: bool
) -> None:
    write(tmp_path, "a.md", BAD)
    ended = claimcheck("file", "a.md", *arguments, **environment)
    assert (ended.status, ended.notes.startswith("::error file=a.md,line=1,")) == (1, annotated)
    assert "::error" not in ended.text
    assert "1 file checked" not in ended.notes
