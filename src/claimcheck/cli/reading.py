"""How the command line wants documents to be found and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from claimcheck.cli.choices import choose
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.documents.limits import Limits
    from claimcheck.documents.options import FindOptions, ReadOptions


def reading_of(
    *, text_fields: Sequence[str], json_ld: bool, ocr: bool, ocr_language: str, private: bool, limits: Sequence[str]
) -> ReadOptions:
    """The options of reading. Raises UsageError for a limit that is unknown or no number."""
    from claimcheck.documents.options import ReadOptions, WebOptions

    bounds = _limits(limits)
    web = WebOptions(private, seconds=bounds.web_seconds, pages=bounds.web_pages, file_bytes=bounds.file_bytes)
    return ReadOptions(tuple(text_fields), json_ld, ocr, ocr_language, bounds, web)


def finding_of(reading: ReadOptions, *, ignore_files: bool, pictures: bool, sitemap: bool) -> FindOptions:
    """The options of finding that go with those of reading."""
    from claimcheck.documents.options import FindOptions

    web = replace(reading.web, sitemap=sitemap)
    return FindOptions(ignore_files, pictures, bool(reading.text_fields), web)


def _limits(arguments: Sequence[str]) -> Limits:
    from claimcheck.documents.limits import Limits

    bounds = Limits()
    for argument in arguments:
        name, _, number = argument.partition("=")
        known = {field.name.replace("_", "-"): field.name for field in fields(Limits)}
        chosen = known[choose(name, known, "limit")]
        change: dict[str, Any] = {chosen: _number(argument, number, type(getattr(bounds, chosen)))}
        bounds = replace(bounds, **change)
    return bounds


def _number(argument: str, number: str, kind: type[float]) -> float:
    try:
        value = kind(number.replace("_", ""))
    except ValueError:
        value = kind(0)
    if not value > 0:
        raise UsageError(f"--limit {argument!r} gives no number", hint="write --limit pages=5000")
    return value
