"""The JSON Schemas that editors check a base's files with; the first line of a file names its own."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck.curation.saving import save_new
from claimcheck.evidence.schema import FILES, schema_of_file

#: the folder beside the parts of a base
FOLDER = "schema"


def schema_texts() -> dict[str, str]:
    """File name -> schema, for every kind of file."""
    return {f"{kind}.json": json.dumps(schema_of_file(kind), ensure_ascii=False, indent=2) + "\n" for kind in FILES}


def outdated_schemas(directory: Path) -> dict[Path, str]:
    """The schema files of a base's folder that are missing or older, with what they should hold."""
    texts = {directory / FOLDER / name: text for name, text in schema_texts().items()}
    return {path: text for path, text in texts.items() if not path.is_file() or path.read_text("utf-8") != text}


def lend_schemas(directory: Path) -> None:
    """Put the schemas beside the first skeleton of a base, so that its first line leads somewhere."""
    if not (directory / FOLDER).exists():
        save_new(outdated_schemas(directory))
