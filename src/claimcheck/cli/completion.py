"""Completion in the shell: words for options, ids for arguments; no YAML is read for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Final

#: what the shell sets when it asks for completions
VARIABLE: Final = "_CLAIMCHECK_COMPLETE"
SHELLS: Final = ("bash", "zsh", "fish", "powershell")
Complete = Callable[[str], list[str]]


def answer_shells() -> None:
    """Let the program answer a shell that asks; without one this costs nothing."""
    if os.environ.get(VARIABLE):
        from typer.completion import completion_init  # type: ignore[attr-defined]  # where it lives changes

        completion_init()


def script_for(shell: str) -> str:
    """What the shell must read to complete `claimcheck`."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    script: str = get_completion_script(prog_name="claimcheck", complete_var=VARIABLE, shell=shell)
    return script.strip() + "\n"


def words(known: Iterable[str]) -> Complete:
    """Completes one of a few words."""
    choices = tuple(known)
    return lambda incomplete: _starting(choices, incomplete)


def study_ids(incomplete: str) -> list[str]:
    """Completes the id of a shipped study."""
    from claimcheck.session import open_base

    return _starting(open_base().study_ids, incomplete)


def claim_ids(incomplete: str) -> list[str]:
    """Completes the id of a shipped claim."""
    from claimcheck.session import open_base

    return _starting(open_base().claim_ids, incomplete)


def _starting(choices: Iterable[str], incomplete: str) -> list[str]:
    return [choice for choice in choices if choice.startswith(incomplete)]
