"""What surrounds a sentence: headings and lead-ins, table heads, questions; and the flags."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.documents.model import BlockKind
from claimcheck.wording.model import Cue, Reference, Wording

Read = Callable[..., Wording]
HEADING, QUOTE = BlockKind.HEADING, BlockKind.QUOTE


@pytest.mark.parametrize(
    ("lead_in", "item", "outcome", "tier"),
    [
        ("There is no good evidence that massage:", "cures colic", "colic", "not-shown"),
        ("Massage may help if your little one suffers from:", "wind and colic", "colic", "may"),
        ("What massage can't do", "cure colic", "colic", "denial"),
        ("Some research suggests that massage:", "eases colic", "colic", "may"),
        ("Proven to help with", "wind and colic", "colic", "absolute"),
        ("Proven to help with", "colic (it may, anyway)", "colic", "absolute"),
        ("Massage may help with", "no effect on colic", "colic", "denial"),
        ("Myth or fact?", "Massage cures colic", "colic", "question"),
        ("Myth or fact?", "Massage cures colic.", "colic", "absolute"),
        ("Can massage help?", "It eases colic.", "colic", "flat"),
        ("Why massage your baby?", "relief from colic", "colic", "flat"),
        ("Parents notice:", "less colic", "colic", "flat"),
        ("Why massage is lovely, but no cure for:", "colic", "colic", "disclaimer"),
    ],
)
def test_lists_inherit_from_what_leads_them_in(read: Read, lead_in: str, item: str, outcome: str, tier: str) -> None:
    assert read(lead_in, item, outcome=outcome, lenders=(0,)).tier == tier


def test_what_decides_is_named_with_its_place(read: Read) -> None:
    wording = read("There is no good evidence that massage:", "cures colic", outcome="colic", lenders=(0,))
    assert wording.cues == (Cue("no-evidence", "not-shown", "no good evidence", 0),)
    assert wording.flags == ("inherited",)


def test_a_loan_that_changes_nothing_is_not_flagged(read: Read) -> None:
    assert read("Massage may help with:", "perhaps even colic", outcome="colic", lenders=(0,)).flags == ()


def test_the_nearest_lender_with_cues_decides(read: Read) -> None:
    texts = ("There is no evidence that massage:", "It may, however:", "As mums know, it:", "eases colic")
    assert read(*texts, outcome="colic", lenders=(2, 1, 0)).tier == "may"


def test_a_title_lends_only_where_nothing_stands_nearer(read: Read) -> None:
    texts = ("What massage can't do", "The leaflet says:", "It cures colic")
    kinds = {0: BlockKind.TITLE}
    assert read(*texts, outcome="colic", lenders=(1, 0), kinds=kinds).tier == "absolute"
    assert read(*texts, outcome="colic", lenders=(0,), kinds=kinds).tier == "denial"


@pytest.mark.parametrize(
    ("answer", "tier"),
    [
        ("No.", "denial"),
        ("Nope, see your GP.", "denial"),
        ("Sadly not.", "denial"),
        ("No, and you may want to see your GP.", "denial"),
        ("Not on the evidence so far.", "not-shown"),
        ("None that I can find.", "not-shown"),
        ("The jury is out.", "not-shown"),
        ("We don't know.", "not-shown"),
        ("It might.", "may"),
        ("Probably, a bit.", "may"),
        ("We think so.", "may"),
        ("Sometimes.", "may"),
        ("Yes.", "flat"),
        ("Yes, absolutely!", "flat"),
        ("Yes, and there is no lower age limit.", "flat"),
        ("Yes, as long as he isn't hungry.", "flat"),
        ("Yes, but it has not been proven.", "not-shown"),
        ("A cautious yes.", "may"),
        ("It does.", "flat"),
    ],
)
def test_answers_speak_for_themselves(read: Read, answer: str, tier: str) -> None:
    assert read("Does massage ease colic?", answer, asks_for=0).tier == tier


@pytest.mark.parametrize(
    ("comment", "tier"),
    [
        ("This evidence is, however, not conclusive.", "not-shown"),
        ("The studies were small.", "limited"),
        ("Nobody has shown that it does.", "not-shown"),
        ("Fact: it doesn't.", "denial"),
        ("This has never been proven.", "not-shown"),
    ],
)
def test_comments_speak_of_the_claim_before_them(read: Read, comment: str, tier: str) -> None:
    wording = read("Massage eases colic.", comment)
    assert (wording.tier, wording.flags) == (tier, ("inherited",))


@pytest.mark.parametrize(
    ("text", "outcome", "flags"),
    [
        ("Massage eases colic.", "colic", ()),
        ("Massaged babies sleep 47% longer.", "sleep", ("quantified",)),
        ("A recent study found that massage eases colic.", "colic", ("attributed",)),
        ("Massage eases colic (Ashby et al., 2001).", "colic", ("attributed", "cited")),
        ("Massage cured my son's colic and he slept.", "colic", ("testimonial",)),
        ("Mums tell us it lifted the fog.", "fog", ("attributed", "testimonial")),
        ("“It worked and I slept.”", "slept", ("testimonial",)),
        ("“Eases colic”", "colic", ()),
    ],
)
def test_flags(read: Read, text: str, outcome: str, flags: tuple[str, ...]) -> None:
    assert read(text, outcome=outcome).flags == flags


def test_block_quotations_in_the_first_person_are_testimonials(read: Read) -> None:
    assert read("It eased her colic and I cried.", outcome="colic", kinds={0: QUOTE}).flags == ("testimonial",)


@pytest.mark.parametrize(
    ("text", "outcome", "causal"),
    [
        ("Postnatal depression causes delayed speech.", "speech", True),
        ("Postnatal depression leads to anxiety.", "anxiety", True),
        ("Postnatal depression is linked to anxiety.", "anxiety", False),
        ("Children of depressed mothers are more likely to be anxious.", "anxious", False),
    ],
)
def test_causal_wording(read: Read, text: str, outcome: str, causal: bool) -> None:
    assert read(text, outcome=outcome).causal is causal


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("It gives lasting relief from PND.", True),
        ("It eases PND in the long term.", True),
        ("It protects them from PND for life.", True),
        ("It eases PND while it lasts.", False),
        ("It eases PND; the course lasts five weeks.", False),
    ],
)
def test_lasting_wording(read: Read, text: str, lasting: bool) -> None:
    assert read(text, outcome="PND").lasting is lasting


def test_references_and_figures_are_handed_on(read: Read) -> None:
    wording = read("In one study babies cried 63% less (Ashby, 2001).", outcome="cried", relation="less")
    assert wording.references == (Reference("Ashby, 2001", ("Ashby",), 2001),)
    assert [number.text for number in wording.numbers] == ["63%"]


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("I won't pretend it was easy, massage eased his colic", "flat"),
        ("It doesn't matter how clumsy you are, baby massage eases colic", "flat"),
        ("You may laugh, but honestly, massage eases colic", "flat"),
        ("It does not matter, and massage does not ease colic", "denial"),
        ("We do not say that yoga, massage or a bath ease colic", "not-shown"),
        ("It does not, massage or no massage, ease colic", "denial"),
        ("Sadly, massage does not ease colic", "denial"),
    ],
)
def test_what_stands_before_a_claims_own_subject_is_not_said_of_it(read: Read, text: str, tier: str) -> None:
    assert read(text, outcome="colic", subject="massage").tier == tier
