"""BibTeX: what LaTeX, JabRef and Zotero share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimcheck.curation.entries import Entries, Entry, EntryError, Lines, body, person, reference
from claimcheck.curation.extras import extra
from claimcheck.curation.kinds import csl_type, kind_of
from claimcheck.errors import InputError
from claimcheck.evidence.model import Author, Csl, Study

#: what would be read as a command, with the command that prints it
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", **{char: f"\\{char}" for char in "&%$#_"},
}  # fmt: skip
_ESCAPES = str.maketrans(_SPECIAL)
_LIGATURE = re.compile("-(?=-)")
#: commands for the look of a text
_STYLE = re.compile(r"\\(?:emph|enquote|text(?:it|bf|sc|tt|rm|sf|up|superscript|subscript)) *(?=\{)")
#: commands that pybtex leaves as they are
_LEFT = re.compile(r"\\(?:(textbraceleft|textbraceright|textasciicircum)(?![A-Za-z]) ?|([&%$#_{}]))")
_PRINTED = {command.strip("\\{}"): char for char, command in _SPECIAL.items()}
#: fields that readers take letter by letter
_VERBATIM = ("doi", "url")
#: our name of a field -> BibTeX's, the first that is filled counts
_FIELDS = {
    "title": ("title",),
    "issued": ("year", "date"),
    "container_title": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "DOI": ("doi",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "ISBN": ("isbn",),
    "URL": ("url",),
}
#: types that only BibLaTeX knows; many readers of BibTeX would drop such an entry
_NEWER = frozenset({"online", "dataset"})
_PUBLISHER = {"techreport": "institution", "phdthesis": "school", "online": "organization"}
_CONTAINER = {"incollection": "booktitle", "inproceedings": "booktitle"}
_DASHES = re.compile("-{2,}|–")


def write(studies: Iterable[Study]) -> str:
    """The references as BibTeX entries in UTF-8."""
    database = extra("pybtex.database", "BibTeX")
    data = database.BibliographyData({study.id: _entry(study.csl, database) for study in studies})
    text: str = _writer()(encoding="UTF-8").to_string(data)
    return text


def _writer() -> Any:
    """pybtex's writer, which takes the fields as they are: they are LaTeX already, and addresses stay verbatim."""
    writer = extra("pybtex.database.output.bibtex", "BibTeX").Writer
    return type("Writer", (writer,), {"_encode": lambda self, text: text})


def _entry(csl: Csl, database: Any) -> Any:
    kind = kind_of(csl.type).bibtex
    fields = {
        "title": csl.title,
        _CONTAINER.get(kind, "journal"): csl.container_title,
        "year": str(csl.issued),
        "volume": csl.volume,
        "number": csl.issue,
        "pages": csl.page and csl.page.replace("-", "--"),
        _PUBLISHER.get(kind, "publisher"): csl.publisher,
        "doi": csl.DOI,
        "pmid": csl.PMID,
        "pmcid": csl.PMCID,
        "isbn": csl.ISBN,
        "url": csl.URL,
    }
    written = {name: _field(name, value) for name, value in fields.items() if value}
    people = {"author": [database.Person(_name(author)) for author in csl.author]} if csl.author else {}
    return database.Entry("misc" if kind in _NEWER else kind, fields=written, persons=people)


def _field(name: str, value: str) -> str:
    if name in _VERBATIM:
        return value
    escaped = value.translate(_ESCAPES)
    return escaped if name == "pages" else _LIGATURE.sub("-{}", escaped)  # "--" would print as a dash


def _name(author: Author) -> str:
    """ "Family, Given"; what must not be split stands in braces."""
    if author.family is None:
        return f"{{{(author.literal or author.given or '').translate(_ESCAPES)}}}"
    family = author.family.translate(_ESCAPES)
    if "," in family or " and " in family:
        family = f"{{{family}}}"
    given, comma, suffix = (author.given or "").translate(_ESCAPES).partition(", ")
    return ", ".join(part for part in (family, suffix if comma else "", given) if part)


def read(text: str, path: str) -> Entries:
    """The references of a file; an entry with a slip is told, the others are read."""
    for line, kind, key, fields, slips in _parsed(text, path):
        try:
            if slips:
                raise EntryError(f"cannot be read: {slips[0]}")
            yield Entry(_reference(kind, fields), line)
        except EntryError as error:
            yield InputError(f"reference {key} {error}", path=path, line=line)


def _parsed(text: str, path: str) -> Iterator[tuple[int, str, str, dict[str, str], list[str]]]:
    """Line, type, key, fields and slips of every entry."""
    parser_module = extra("pybtex.database.input.bibtex", "BibTeX")
    slips: list[str] = []
    lines = Lines(text)
    parser = parser_module.LowLevelParser(text, handle_error=lambda error: slips.append(_reason(error)), filename=path)
    for kind, content in parser:
        if kind.lower() not in ("string", "preamble"):
            line = lines.at(parser.command_start)
            key, pairs = content
            fields = {name.lower(): " ".join("".join(parts).split()) for name, parts in reversed(pairs)}
            yield line, kind, key or "", fields, slips
        slips.clear()


def _reason(error: Exception) -> str:
    message: object = error.args[0] if error.args else error
    return str(message)


def _reference(kind: str, fields: dict[str, str]) -> Csl:
    texts = {
        ours: next((_plain(name, fields[name]) for name in theirs if fields.get(name)), None)
        for ours, theirs in _FIELDS.items()
    }
    texts["page"] = _DASHES.sub("-", texts["page"] or "")
    return reference(csl_type(kind), dict(texts), filter(None, _authors(fields.get("author", ""))))


def _plain(name: str, text: str) -> str:
    """LaTeX as plain text."""
    if name in _VERBATIM:
        return text.replace(r"\_", "_")
    richtext, errors = extra("pybtex.richtext", "BibTeX"), extra("pybtex.exceptions", "BibTeX")
    try:
        decoded = str(richtext.Text.from_latex(_STYLE.sub("", text)))
    except (errors.PybtexError, ValueError) as error:
        raise EntryError(f"has a {name} that is not LaTeX: {_reason(error)}") from None
    return _LEFT.sub(lambda found: found[2] or _PRINTED[found[1]], decoded)


def _authors(text: str) -> Iterator[Author | None]:
    database = extra("pybtex.database", "BibTeX")
    split = extra("pybtex.bibtex.utils", "BibTeX").split_name_list
    for name in split(text):
        if name.startswith("{") and name.endswith("}"):
            yield body(_plain("author", name))
        else:
            yield _person(database.Person(name))


def _person(name: Any) -> Author | None:
    family = _joined([*name.prelast_names, *name.last_names])
    given, suffix = _joined([*name.first_names, *name.middle_names]), _joined(name.lineage_names)
    return person(family, ", ".join(filter(None, (given, suffix))))


def _joined(parts: Sequence[str]) -> str:
    return _plain("author", " ".join(parts))
