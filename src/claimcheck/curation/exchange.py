"""The formats that references are exchanged in: name -> module with `write(studies)` and `read(text, path)`."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Final

from claimcheck.errors import UsageError

FORMATS: Final = {
    "csl-json": "claimcheck.curation.csl_json",
    "bibtex": "claimcheck.curation.bibtex",
    "ris": "claimcheck.curation.ris",
}
_SUFFIXES: Final = {".json": "csl-json", ".bib": "bibtex", ".bibtex": "bibtex", ".ris": "ris"}
_BEGINNINGS: Final = {"[": "csl-json", "{": "csl-json", "@": "bibtex", "TY  -": "ris"}


def module_of(name: str) -> ModuleType:
    """The module of a format of FORMATS."""
    return import_module(FORMATS[name])


def format_of(path: str, text: str) -> str:
    """The format that the name of a file tells, or its first characters.

    Raises:
        UsageError: neither does.
    """
    lowered, beginning = path.lower(), text.lstrip()
    by_name = (name for suffix, name in _SUFFIXES.items() if lowered.endswith(suffix))
    by_text = (name for mark, name in _BEGINNINGS.items() if beginning.startswith(mark))
    found = next(by_name, None) or next(by_text, None)
    if found:
        return found
    hint = f"name it with --format: {', '.join(FORMATS)}"
    raise UsageError("is not known as a file of references", path=path, hint=hint)
