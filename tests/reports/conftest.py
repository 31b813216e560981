"""Tiny reports that all formats are tried on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_parts import FINDING, NOTHING, STAMP, UNLISTED

from claimcheck.rating.model import Citation
from claimcheck.report import DocumentReport, InputFailure, Report, Summary, Suppressed


@pytest.fixture
def empty() -> Report:
    return Report("0.1.0", STAMP, "standard (0a1b2c3d4e5f)", (), (), NOTHING)


@pytest.fixture
def report() -> Report:
    """One document with a finding, an unlisted claim and a suppression, and an input that could not be read."""
    document = DocumentReport(
        "flyer.txt",
        4,
        (FINDING,),
        (Suppressed(9, "foot-baths-cool", "approved by JD", True),),
        (UNLISTED,),
    )
    return Report(
        "0.1.0",
        STAMP,
        "standard (0a1b2c3d4e5f)",
        (document,),
        (InputFailure("photo.png", "not text"),),
        Summary(1, 4, 0, 0, 1, 1, 1, 0),
    )


@pytest.fixture
def hostile() -> Report:
    """A report whose every text tries to be something else."""
    nasty = "[b]bold[/b] \x1b[31mred\x1b[0m \u202egnp.exe | `x` <script> ::error::"
    finding = replace(
        FINDING,
        text=nasty,
        explanation=nasty,
        suggestion=nasty,
        notes=(nasty,),
        citations=(Citation("weary2001", "for", nasty, "10.1000/\x1b]8;;evil\x1b\\x"),),
    )
    unlisted = replace(UNLISTED, text=nasty, why=nasty)
    document = DocumentReport(f"{nasty}\n.txt", 2, (finding,), (Suppressed(1, nasty, nasty, False),), (unlisted,))
    errors = (InputFailure(nasty, f"{nasty}\nsecond line \udc80"),)
    summary = Summary(1, 2, 0, 0, 1, 1, 0, 0)
    return Report("0.1.0", STAMP, "standard", (document,), errors, summary)
