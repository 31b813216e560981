"""A study, a claim and its rating, made up for the cards."""

from __future__ import annotations

from claimcheck.evidence.model import (
    Appraisal,
    Appraiser,
    Arm,
    Author,
    Claim,
    Csl,
    Effect,
    Frame,
    Funding,
    Outcome,
    Population,
    Provenance,
    RiskOfBias,
    Search,
    Status,
    Study,
    Timepoint,
)
from claimcheck.rating.model import BodyState, Citation, ClaimRating, Step

READ = Provenance(("https://doi.org/10.1000/182",), "abstract", "2026-11-20", "yes", "abstract")
STUDY = Study(
    id="weary2001",
    csl=Csl(
        type="article-journal",
        title="Foot baths for the tired",
        author=(Author("Weary", "A."), Author(literal="The Board")),
        issued=2001,
        container_title="Journal of Feet",
        volume="3",
        DOI="10.1000/182",
    ),
    design="rct",
    provenance=READ,
    status=Status("current", "2026-11-20", "no notice seen"),
    population=Population("tired adults"),
    outcomes=(
        Outcome(
            id="tired",
            claim="foot-baths-cure-tiredness",
            measure="tiredness scale",
            direction="benefit",
            finding="Tiredness fell [a little].",
            provenance=READ,
            timepoint=Timepoint("4 weeks", 4, "short"),
            effect=(Effect("SMD", -0.25, (-0.4, -0.09), p="0.002"),),
            n=1141,
        ),
        Outcome("mood", "foot-baths-lift-mood", "mood", "unclear", "Nobody asked.", READ),
    ),
    appraisals=(
        Appraisal(
            id="board2015",
            appraiser=Appraiser("The Board", "what-works", "independent"),
            judgement="some-doubts",
            reason="a third dropped out",
            provenance=READ,
            year=2015,
            rating_as_given="NL2",
        ),
    ),
    country="Ireland",
    intervention="foot bath",
    comparator="no foot bath",
    n_randomised=1200,
    n_analysed=1141,
    arms=(Arm("bath", "foot bath", 600, 560, 40),),
    dropout="59 of 1,200",
    risk_of_bias=RiskOfBias("high", "a third dropped out", "The Board", "its review"),
    funding=(Funding("Tubs Ltd", "seller"),),
    notes=("a note",),
)
STATEMENTS = {
    "foot-baths-lift-mood": "Foot baths lift the mood",
    "foot-baths-cure-tiredness": "Foot baths cure tiredness",
}
REFERENCE = "Weary A., The Board (2001). Foot baths for the tired. Journal of Feet 3. https://doi.org/10.1000/182"

CLAIM = Claim(
    id="foot-baths-cure-tiredness",
    kind="effect",
    statement="Foot baths cure tiredness",
    direction="reduces",
    frames=(Frame(("foot-bath",), ("tiredness",)),),
    searched=Search("2026-11-20", ("PubMed",), "us", "foot bath", "one trial"),
    population_text="adults",
    related=("foot-baths-lift-mood",),
)
BODY = BodyState(
    state="S1",
    certainty_for=1,
    certainty_against=0,
    why_empty=None,
    disputed=False,
    conflicting=False,
    used=(("weary2001", "tired", "for"),),
    set_aside=(("weary2001", "mood", "about something else"),),
    notes=("thin-base",),
    trace=(Step("lines", "weary2001 rct n 1141"), Step("state", "S1")),
)
RATING = ClaimRating(
    claim="foot-baths-cure-tiredness",
    rating="contested",
    reason="low-certainty",
    body=BODY,
    explanation="One trial leans this way.",
    citations=(Citation("weary2001", "for", "Weary and The Board 2001", "10.1000/182"),),
    policy="standard@1 (0a1b2c3d4e5f)",
    suggestion="Foot baths might ease tiredness.",
)
LINES = tuple((STUDY, outcome) for outcome in STUDY.outcomes)
