"""Everything that can go wrong in a way a user can mend, each kind with its place and a hint.

Nothing here exits or prints: `claimcheck.cli` maps these to exit code 2 in one place.
"""

from __future__ import annotations

from collections.abc import Sequence


class ClaimcheckError(Exception):
    """A failure that the user can understand and mend.

    Attributes:
        message: what is wrong, one sentence without the place.
        path: the file concerned, as the user named it, or None.
        line: 1-based line in that file, or None.
        hint: what to do about it, or None.
    """

    kind = "error"

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """`path:line: message (hint)`, leaving out what is not known."""
        place = "" if self.path is None else f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{hint}"


class InputError(ClaimcheckError):
    """A document that is missing, unreadable, binary, too large or hostile."""

    kind = "input"


class EvidenceError(ClaimcheckError):
    """One thing that is wrong with an evidence base."""

    kind = "evidence"


class EvidenceErrors(ClaimcheckError):  # noqa: N818 (there are many in it)
    """All that is wrong with an evidence base, so that a curator mends it in one round."""

    kind = "evidence"

    def __init__(self, errors: Sequence[EvidenceError]) -> None:
        shown = "\n".join(str(error) for error in errors)
        super().__init__(shown)
        self.errors = tuple(errors)


class ConfigError(ClaimcheckError):
    """A configuration or policy file that cannot be used."""

    kind = "configuration"


class UsageError(ClaimcheckError):
    """Arguments that make no sense: an unknown id, format or option value."""

    kind = "usage"
