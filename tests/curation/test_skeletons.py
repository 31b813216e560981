"""New studies and claims are sound from the start, and say what is left to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.curation.beginning import begin_claim, begin_study
from claimcheck.curation.entries import clean
from claimcheck.curation.known import known_in
from claimcheck.curation.names import is_id, study_id
from claimcheck.curation.skeletons import NewClaim, NewStudy, study_skeleton
from claimcheck.errors import UsageError
from claimcheck.evidence.bind import Spot, reader
from claimcheck.evidence.build import inspect
from claimcheck.evidence.files import list_folders
from claimcheck.evidence.load import parse_yaml
from claimcheck.evidence.model import Author, Csl, Study
from claimcheck.evidence.problems import Problem

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 20)
POE = Csl("article-journal", "Hiccups: a survey", (Author("Poe", "E. A."), Author(literal="The Z Group")), 2026)
STUDY = NewStudy("poe2026", replace(POE, DOI="10.5555/poe"), "cohort", "made-up adults", ("vitamin-z-is-safe",))
CLAIM = NewClaim(
    "vitamin-z-delays-hiccups", "effect", "Vitamin Z: it delays hiccups", "reduces", ("vitamin-z",), ("hiccups", "harm")
)


def doubts(folder: Path) -> list[str]:
    return [f"{problem.severity} {problem.code}" for problem in inspect(list_folders([folder], shipped=False))]


def test_a_study_in_full(folder: Path) -> None:
    path = begin_study(STUDY, folder, known_in(folder, shipped=False), TODAY)
    assert path == folder / "studies" / "poe2026.yaml"
    assert path.read_text("utf-8") == (DATA / "poe2026.yaml").read_text("utf-8")
    assert set(doubts(folder)) == {"warning not-filled-in"}


def test_a_claim_in_full(folder: Path) -> None:
    path = begin_claim(CLAIM, folder, known_in(folder, shipped=False), TODAY)
    assert path == folder / "claims" / "vitamin_z_delays_hiccups.yaml"
    assert path.read_text("utf-8") == (DATA / "vitamin_z_delays_hiccups.yaml").read_text("utf-8")
    assert set(doubts(folder)) == {"warning not-filled-in"}


def test_a_claim_may_have_a_population(folder: Path) -> None:
    path = begin_claim(replace(CLAIM, population="hiccuppers"), folder, known_in(folder, shipped=False), TODAY)
    assert "\n    population: hiccuppers\n" in path.read_text("utf-8")
    assert set(doubts(folder)) == {"warning not-filled-in"}


@pytest.mark.parametrize(
    ("study", "message"),
    [
        (replace(STUDY, id="doe2020"), "the base holds a study 'doe2020' already; nothing was written"),
        (replace(STUDY, id="Poe 2026"), "the id 'Poe 2026' is not made of a-z, 0-9 and single hyphens"),
        (replace(STUDY, id="../poe"), "the id '../poe' is not made of a-z, 0-9 and single hyphens"),
        (replace(STUDY, claims=("vitamin-z-is-saf",)),
         "unknown claim 'vitamin-z-is-saf' (did you mean \"vitamin-z-is-safe\"?)"),
        (replace(STUDY, csl=replace(POE, DOI="10.5555/vitamin-z.1")), "the base holds this paper already, as doe2020"),
    ],
)  # fmt: skip
def test_what_cannot_be_begun(folder: Path, study: NewStudy, message: str) -> None:
    with pytest.raises(UsageError) as failure:
        begin_study(study, folder, known_in(folder, shipped=False), TODAY)
    assert str(failure.value) == message
    assert not (folder / "schema").exists()


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (
            replace(CLAIM, id="vitamin-z-is-safe"),
            "the base holds a claim 'vitamin-z-is-safe' already; nothing was written",
        ),
        (replace(CLAIM, object=("hicups",)), "unknown concept 'hicups' (did you mean \"hiccups\"?)"),
        (replace(CLAIM, population="q"), "unknown concept 'q' (see: claimcheck list concepts)"),
    ],
)
def test_claims_that_cannot_be_begun(folder: Path, claim: NewClaim, message: str) -> None:
    with pytest.raises(UsageError) as failure:
        begin_claim(claim, folder, known_in(folder, shipped=False), TODAY)
    assert str(failure.value) == message


_NAMES = st.text(min_size=1, max_size=15).map(clean).filter(bool)


@given(title=_NAMES, family=_NAMES, given=_NAMES, population=_NAMES)
def test_any_words_stand_in_a_skeleton_as_they_are(title: str, family: str, given: str, population: str) -> None:
    csl = replace(POE, title=title, author=(Author(family, given), Author(literal=family)), volume="010", page="yes")
    problems: list[Problem] = []
    text = study_skeleton(NewStudy("poe2026", csl, None, population), TODAY)
    study: Study = reader(Study)(parse_yaml(text.encode("utf-8"), "x"), Spot("x", "x", problems))
    assert problems == []
    assert (study.csl, study.population.text) == (csl, population)


@pytest.mark.parametrize(
    ("author", "taken", "name"),
    [
        (Author("Müller-Öz", "T."), (), "mulleroz2026"),
        (Author("van den Boom", "D."), (), "vandenboom2026"),
        (Author("Ødegård"), ("odegard2026",), "odegard2026a"),
        (Author("Doe"), ("doe2026", "doe2026a"), "doe2026b"),
        (Author(literal="World Health Organization"), (), "who2026"),
        (Author(literal="Cochrane"), (), "cochrane2026"),
        (Author("山田", "太郎"), (), "anonymous2026"),
        (None, (), "anonymous2026"),
    ],
)
def test_ids(author: Author | None, taken: tuple[str, ...], name: str) -> None:
    assert study_id(replace(POE, author=(author,) if author else ()), taken) == name


@given(st.text(max_size=20))
def test_made_ids_are_ids(family: str) -> None:
    assert is_id(study_id(replace(POE, author=(Author(family),)), ()))
