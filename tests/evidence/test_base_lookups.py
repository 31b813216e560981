"""Look-ups, the lines of a claim, laying folders over each other, the digest."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import EvidenceErrors
from claimcheck.evidence import base as base_module
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.evidence.model import Concept, FoldingRules


def load(*folders: Path) -> EvidenceBase:
    return load_evidence(folders, shipped=False, cache=False)


def test_ids_are_sorted(small: EvidenceBase) -> None:
    assert small.study_ids == ("doe2020", "roe2018", "zreview2024")
    assert small.claim_ids == ("vitamin-z-brings-luck", "vitamin-z-is-safe", "vitamin-z-stops-hiccups")
    assert [concept.id for concept in small.concepts()] == list(small.concept_ids)
    assert [claim.id for claim in small.claims()] == list(small.claim_ids)
    assert [study.id for study in small.studies()] == list(small.study_ids)


def test_records(small: EvidenceBase) -> None:
    study = small.study("doe2020")
    assert (study.csl.volume, study.csl.issued, study.provenance.verified) == ("63", 2020, "yes")
    assert study.registration == ("NCT00000000",)
    assert study.outcomes[0].effect[0].ci == (-5.5, -0.5)
    assert small.claim("vitamin-z-stops-hiccups").frames[0].subject == ("vitamin-z",)
    assert small.concept("luck") == Concept(
        "luck", "outcome", "luck", small.concept("luck").terms, "good", health=False
    )
    assert small.study("doe2020") is study


@pytest.mark.parametrize("kind", ["study", "claim", "concept"])
def test_an_unknown_id_is_a_key_error(kind: str, small: EvidenceBase) -> None:
    with pytest.raises(KeyError):
        getattr(small, kind)("nothing")


def test_lines_of_a_claim(small: EvidenceBase) -> None:
    lines = small.lines("vitamin-z-stops-hiccups")
    assert [(study.id, outcome.id) for study, outcome in lines] == [
        ("doe2020", "hiccups"),
        ("roe2018", "hiccups"),
        ("zreview2024", "hiccups"),
    ]
    assert small.lines("vitamin-z-brings-luck") == ()


def test_lines_make_only_the_studies_they_need(monkeypatch: pytest.MonkeyPatch, base: Path) -> None:
    made: list[object] = []
    revive = base_module.revive
    loaded = load(base)
    monkeypatch.setattr(base_module, "revive", lambda plain: made.append(plain) or revive(plain))
    assert [study.id for study, _ in loaded.lines("vitamin-z-is-safe")] == ["doe2020"]
    assert len(made) == 1


def test_appraisals_of_a_body(small: EvidenceBase) -> None:
    found = [
        (study and study.id, appraisal.id) for study, appraisal in small.body_appraisals("vitamin-z-stops-hiccups")
    ]
    assert found == [("zreview2024", "body2024")]
    assert small.body_appraisals("vitamin-z-is-safe") == ()


def test_language_and_policies(small: EvidenceBase) -> None:
    language = small.language
    assert language.folding == FoldingRules({"colour": ("color",), "no": ("nope", "nah")}, ("post natal",), ("the",))
    assert [relation.phrases for relation in language.relations] == [("reduces", "stops"), ("raises",)]
    assert [lead_in.id for lead_in in language.lead_ins] == ["benefits"]
    assert [cue.signal for cue in language.cues] == ["may"]
    assert language.data == {"reading": {"threshold": 0.5, "owners": {"parent": ["your"]}, "on": "yes", "empty": None}}
    assert small.policies == {"plain": {"policy": "plain", "version": 1, "table": {"S1": [0.5, True, None, "no"]}}}


NEAREST = [
    ("study", "doe202", ["doe2020", "roe2018"]),
    ("claim", "vitamin-z-stop-hiccup", ["vitamin-z-stops-hiccups"]),
    ("claim", "luck", ["vitamin-z-brings-luck"]),
    ("concept", "hicups", ["hiccups", "hiccuppers"]),
    ("concept", "qqq", []),
]


@pytest.mark.parametrize(("kind", "word", "found"), NEAREST)
def test_nearest(kind: base_module.Kind, word: str, found: list[str], small: EvidenceBase) -> None:
    assert small.nearest(kind, word) == found


def test_sections_are_made_once(base: Path) -> None:
    made: list[str] = []

    def count(loaded: EvidenceBase) -> bytes:
        made.append(loaded.manifest.name)
        return b"made"

    loaded = load_evidence([base], shipped=False, cache=False, sections={"count-1": count})
    assert (loaded.section("count-1"), loaded.section("count-1"), len(made)) == (b"made", b"made", 1)
    with pytest.raises(KeyError):
        loaded.section("other")


@pytest.fixture
def extra(base: Path) -> Path:
    """An add-on folder without a manifest: one changed concept and claim, one more rule of language."""
    folder = base.parent / "extra"
    for name, text in EXTRA.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


EXTRA = {
    "concepts/more.yaml": "concepts:\n  - {id: luck, kind: outcome, label: fortune}\n"
    "  - {id: vitamin-q, kind: rival, label: Q}\n",
    "language/en/relations.yaml": "relations:\n  - {id: raise, effect: helps, phrases: [lifts]}\n",
    "language/en/reading.yaml": "threshold: 0.9\nowners: {parent: [mine], child: [her]}\n",
    "language/en/folding.yaml": "variants: {luck: [fortune]}\nskip: [mine]\n",
    "policy/mine.yaml": "policy: mine\n",
}


def test_a_later_folder_adds_and_replaces(base: Path, extra: Path) -> None:
    loaded = load(base, extra)
    assert (loaded.concept("luck").label, loaded.concept("vitamin-q").label) == ("fortune", "Q")
    assert {relation.id: relation.phrases for relation in loaded.language.relations} == {
        "reduce": ("reduces", "stops"),
        "raise": ("lifts",),
    }
    assert loaded.language.data == {
        "reading": {
            "threshold": 0.9,
            "owners": {"parent": ["your", "mine"], "child": ["her"]},
            "on": "yes",
            "empty": None,
        }
    }
    before = load(base).language.folding
    assert loaded.language.folding.variants == {**before.variants, "luck": ("fortune",)}
    assert loaded.language.folding.skip == (*before.skip, "mine")
    assert sorted(loaded.policies) == ["mine", "plain"]
    assert loaded.manifest.name == "Vitamin Z (made up)"


def test_the_last_manifest_names_the_base(base: Path, extra: Path) -> None:
    (extra / "base.yaml").write_text("{name: Mine, version: 2, licence: x, maintainers: me, description: y}", "utf-8")
    assert (load(base, extra).manifest.name, load(base, extra).manifest.version) == ("Mine", "2")
    assert load(extra, base).manifest.name == "Vitamin Z (made up)"


def test_a_manifest_may_clear_what_came_before(base: Path, extra: Path) -> None:
    (extra / "base.yaml").write_text(
        "{name: Mine, version: 2, licence: x, maintainers: me, description: y, replaces: [studies, claims, concepts]}",
        "utf-8",
    )
    loaded = load(base, extra)
    assert (loaded.study_ids, loaded.claim_ids, loaded.concept_ids) == ((), (), ("luck", "vitamin-q"))
    assert loaded.language.cues


def test_an_add_on_alone_is_no_base(extra: Path) -> None:
    with pytest.raises(EvidenceErrors, match=r"base\.yaml is missing"):
        load(extra)


def test_other_languages_are_left_alone(base: Path) -> None:
    (base / "language" / "de").mkdir()
    (base / "language" / "de" / "cues.yaml").write_text("cues: [{id: darf}]", "utf-8")
    assert load(base).language.cues == load(base).language.cues


def test_the_digest_is_of_names_and_contents(base: Path, small: EvidenceBase) -> None:
    assert small.digest.startswith("sha256:")
    assert len(small.digest) == 71
    for file in base.rglob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    (base / "README.md").write_text("no evidence", "utf-8")
    assert load(base).digest == small.digest
    (base / "policy" / "plain.yaml").rename(base / "policy" / "other.yaml")
    assert load(base).digest != small.digest


def test_any_change_changes_the_digest(base: Path, small: EvidenceBase) -> None:
    with (base / "base.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# a remark\n")
    assert load(base).digest != small.digest


def test_the_order_of_folders_counts(base: Path, extra: Path) -> None:
    shutil.copy(base / "base.yaml", extra)
    assert load(base, extra).digest != load(extra, base).digest


def test_the_shipped_base_is_sound() -> None:
    shipped = load_evidence(cache=False)
    assert shipped.study_ids
    assert shipped.claim_ids
    assert "standard" in shipped.policies
    assert shipped.language.cues


def test_folders_are_laid_over_the_shipped_base(base: Path) -> None:
    laid: Callable[..., EvidenceBase] = load_evidence
    shipped, both = laid(cache=False), laid([base], cache=False)
    assert set(both.study_ids) == {*shipped.study_ids, "doe2020", "roe2018", "zreview2024"}
    assert both.manifest.name == "Vitamin Z (made up)"
