"""`claimcheck evidence new`: a study or a claim to fill in."""

from __future__ import annotations

from claimcheck.cli.commands import evidence_new_claim, evidence_new_study
from claimcheck.cli.groups import group
from claimcheck.cli.help import HelpCommand

app = group(
    "Begin a study or a claim.",
    f"{evidence_new_study.EXAMPLES}\n{evidence_new_claim.EXAMPLES}",
)
app.command("study", cls=HelpCommand, epilog=evidence_new_study.EXAMPLES)(evidence_new_study.command)
app.command("claim", cls=HelpCommand, epilog=evidence_new_claim.EXAMPLES)(evidence_new_claim.command)
