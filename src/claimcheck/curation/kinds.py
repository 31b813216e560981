"""What CSL, RIS and BibTeX call the same kind of publication."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """The names of one kind of publication."""

    csl: str
    ris: str
    bibtex: str


#: the first row of a name is the one that is written or read where several share it
_KINDS = (
    Kind("article-journal", "JOUR", "article"),
    Kind("article-journal", "EJOUR", "article"),
    Kind("article-journal", "INPR", "article"),
    Kind("article-magazine", "MGZN", "article"),
    Kind("article-newspaper", "NEWS", "article"),
    Kind("book", "BOOK", "book"),
    Kind("book", "EBOOK", "book"),
    Kind("chapter", "CHAP", "incollection"),
    Kind("chapter", "ECHAP", "inbook"),
    Kind("paper-conference", "CPAPER", "inproceedings"),
    Kind("paper-conference", "CONF", "conference"),
    Kind("report", "RPRT", "techreport"),
    Kind("report", "GOVDOC", "report"),
    Kind("thesis", "THES", "phdthesis"),
    Kind("thesis", "THES", "mastersthesis"),
    Kind("thesis", "THES", "thesis"),
    Kind("manuscript", "UNPB", "unpublished"),
    Kind("dataset", "DATA", "dataset"),
    Kind("webpage", "ELEC", "online"),
    Kind("webpage", "BLOG", "electronic"),
    Kind("document", "GEN", "misc"),
)
_DOCUMENT = _KINDS[-1]

#: CSL type -> the row to write it by
WRITTEN = {kind.csl: kind for kind in reversed(_KINDS)}
#: RIS or BibTeX type, lower case -> CSL type
_READ = {name.lower(): kind.csl for kind in reversed(_KINDS) for name in (kind.ris, kind.bibtex)}


def kind_of(csl_type: str) -> Kind:
    """The row of a CSL type; what has no row is a document."""
    return WRITTEN.get(csl_type, _DOCUMENT)


def csl_type(name: str) -> str:
    """The CSL type of a RIS or BibTeX type; what is not known is a document."""
    return _READ.get(name.strip().lower(), _DOCUMENT.csl)
