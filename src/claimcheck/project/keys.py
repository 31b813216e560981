"""Every key of a configuration file: its type, what it may be, its default, its environment variable."""

from __future__ import annotations

from typing import Final, Literal

from claimcheck.documents.model import BlockKind
from claimcheck.frozen import dataclass

Kind = Literal["text", "choice", "flag", "path", "texts", "paths", "reports"]
Value = str | bool | tuple[str, ...] | None


@dataclass(frozen=True)
class Key:
    """One key.

    Attributes:
        name: as in the file.
        kind: `text`, `choice` (one of `allowed`), `flag`, `path`, lists of these (`texts`, `paths`), or `reports`
            (a list of `FORMAT=PATH`). Paths are relative to the folder of the file.
        about: what it decides, one sentence.
        default: the value where nothing is said.
        allowed: the words that it may be, or that its items may be; any where empty.
        variable: the environment variable that goes before the file, or None.
        sectioned: whether a `[[paths]]` section may set it.
    """

    name: str
    kind: Kind
    about: str
    default: Value
    allowed: tuple[str, ...] = ()
    variable: str | None = None
    sectioned: bool = False


BLOCKS: Final = tuple(kind.value for kind in BlockKind if kind is not BlockKind.CODE)
_LEVELS: Final = ("unsupported", "contested", "unlisted")

KEYS: Final = (
    Key("policy", "text", "The rating policy, by name or file.", "standard", (), "CLAIMCHECK_POLICY", True),
    Key("evidence", "paths", "Evidence folders laid over the shipped base.", (), (), "CLAIMCHECK_EVIDENCE"),
    Key("evidence-version", "text", "The only evidence version that will do; any other ends the run with 2.", None),
    Key("fail-on", "choice", "End with 1 at this level or worse.", "unsupported", (*_LEVELS, "never"), sectioned=True),
    Key("exclude", "texts", "Files that are not checked, as globs; a folder stands for all below it.", ()),
    Key("require-files", "flag", "End with 2 when there is nothing to check.", False),
    Key("text-field", "texts", "Columns (CSV) and keys (JSON) that hold copy.", ()),
    Key("json-ld", "flag", "Read the descriptions in a page's JSON-LD, too.", False),
    Key("pictures", "flag", "Read the pictures in folders.", False),
    Key("no-ocr", "flag", "Read no pictures and scans.", False),
    Key("ocr-language", "text", "Languages for Tesseract: eng+deu.", "eng"),
    Key("limit", "texts", "What one document may cost, each NAME=N.", ()),
    Key("exclude-claims", "texts", "Claims that are not reported.", (), sectioned=True),
    Key("blocks", "texts", "Which parts of a page are checked.", BLOCKS, BLOCKS, sectioned=True),
    Key("baseline", "path", "Findings that stood before; only new ones fail a run.", None),
    Key("ignores", "path", "A file of ignores, for formats that have no comments.", None),
    Key("require-reasons", "flag", "An ignore without a reason has no effect.", False),
    Key("show", "choice", "Show this level and worse.", "all", ("all", *reversed(_LEVELS), "none")),
    Key("format", "text", "How the report on standard output is written.", "human", (), "CLAIMCHECK_FORMAT"),
    Key("report", "reports", "Further reports, each FORMAT=PATH.", ()),
    Key("color", "choice", "Colour on standard output.", "auto", ("auto", "always", "never"), "CLAIMCHECK_COLOR"),
)
BY_NAME: Final = {key.name: key for key in KEYS}
SECTIONED: Final = {key.name: key for key in KEYS if key.sectioned}
