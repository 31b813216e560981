"""Help as plain text: options under group headings in one column, runnable examples at the end."""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

#: the headings, in the order in which they stand
INPUT: Final = "Input"
EVIDENCE: Final = "Evidence"
CHECKING: Final = "Checking"
OUTPUT: Final = "Output"
OTHER: Final = "Other"
_ORDER: Final = (INPUT, EVIDENCE, CHECKING, OUTPUT, OTHER)
_WIDEST_TERM: Final = 26


class HelpCommand(TyperCommand):
    """A command whose help is grouped; its epilog holds one example a line."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write each group's arguments and options, all groups aligned alike."""
        groups = _grouped(self, ctx)
        terms = [term for rows in groups.values() for term, _ in rows if len(term) <= _WIDEST_TERM]
        width = max(map(len, terms), default=0)
        for heading in _ORDER:
            if rows := groups.get(heading):
                with formatter.section(heading):
                    formatter.write_dl([(term.ljust(width), text) for term, text in rows], col_max=_WIDEST_TERM)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples unwrapped, so that they can be copied."""
        _write_examples(self.epilog, formatter)


class HelpGroup(TyperGroup):
    """A group of commands with examples in its help."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples unwrapped, so that they can be copied."""
        _write_examples(self.epilog, formatter)


def examples(*lines: str) -> str:
    """An epilog of examples, each a whole command line; one that is long goes on after a backslash."""
    return "\n".join(lines)


def _grouped(command: TyperCommand, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        if record := parameter.get_help_record(ctx):
            heading = getattr(parameter, "rich_help_panel", None) or OTHER
            groups.setdefault(heading, []).append(record)
    return groups


def _write_examples(epilog: str | None, formatter: Any) -> None:
    if not epilog:
        return
    with formatter.section("Examples"):
        for line in epilog.splitlines():
            formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
