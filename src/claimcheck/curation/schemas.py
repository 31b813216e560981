"""The JSON Schemas that editors check a base's files with; the first line of a file leads to its own."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from claimcheck.curation.saving import save_new
from claimcheck.evidence.files import MANIFEST, BaseFile, list_files, read_file
from claimcheck.evidence.load import MAX_FILE_BYTES, decode
from claimcheck.evidence.schema import FILES, schema_of_file

#: the folder beside the parts of a base
FOLDER = "schema"
_MODELINE = "# yaml-language-server: $schema="
_PARTS = {"studies": "study", "claims": "claims", "concepts": "concepts"}
#: beginnings of the names of language files
_LANGUAGE = ("relations", "lead_ins", "cues", "folding")


def schema_texts() -> dict[str, str]:
    """File name -> schema, for every kind of file."""
    return {f"{kind}.json": json.dumps(schema_of_file(kind), ensure_ascii=False, indent=2) + "\n" for kind in FILES}


def outdated_schemas(directory: Path) -> dict[Path, str]:
    """The schema files of a base's folder that are missing or older, with what they should hold."""
    texts = {directory / FOLDER / name: text for name, text in schema_texts().items()}
    return {path: text for path, text in texts.items() if not path.is_file() or _read(path) != text}


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def lend_schemas(directory: Path) -> None:
    """Put the schemas beside the first skeleton of a base, so that its first line leads somewhere."""
    if not (directory / FOLDER).exists():
        save_new(outdated_schemas(directory))


def without_modeline(directory: Path) -> dict[Path, str]:
    """The files of a base that do not lead to a schema, with what they would hold if they did.

    Raises:
        EvidenceError: a file is not text in UTF-8.
    """
    found = {}
    for file in list_files(directory):
        text = decode(read_file(file, MAX_FILE_BYTES), file.path)
        line = modeline(file)
        if line and _MODELINE not in text:
            found[Path(file.path)] = (line.replace("\n", "\r\n") if "\r\n" in text else line) + text
    return found


def modeline(file: BaseFile) -> str | None:
    """The line that leads from a file to its schema; None where there is no schema."""
    kind = _kind(file)
    above = "../" * (len(PurePosixPath(file.name).parts) - 1)
    return f"{_MODELINE}{above}{FOLDER}/{kind}.json\n" if kind else None


def _kind(file: BaseFile) -> str | None:
    if file.name == MANIFEST:
        return "base"
    if file.part == "language":
        return next((kind for kind in _LANGUAGE if file.stem.startswith(kind)), None)
    return _PARTS.get(file.part)
