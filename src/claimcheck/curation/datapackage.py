"""A Frictionless data package: the base as CSV tables with a description that programs can check them by."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from hashlib import sha256
from io import StringIO
from typing import Any

from claimcheck.curation.columns import Column, Table, cell_text
from claimcheck.curation.names import plain_letters
from claimcheck.curation.tables import tables_of
from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import EvidenceManifest, Study

DESCRIPTOR = "datapackage.json"


def package(base: EvidenceBase, studies: Sequence[Study]) -> dict[str, str]:
    """File name -> text of a package with the given studies."""
    tables = tables_of(base, studies)
    texts = {f"{table.name}.csv": csv_text(table) for table in tables}
    resources = [_resource(table, texts[f"{table.name}.csv"]) for table in tables]
    descriptor = {**_about(base.manifest), "resources": resources}
    return {DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", **texts}


def csv_text(table: Table) -> str:
    """A table as CSV (RFC 4180, but with plain line feeds)."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell_text(column.cell(row)) for column in table.columns] for row in table.rows)
    return stream.getvalue()


def _about(manifest: EvidenceManifest) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "-".join(plain_letters(manifest.name).split()) or "evidence",
        "title": manifest.name,
        "version": manifest.version,
        "description": manifest.description,
        "licenses": [{"name": manifest.licence}],
        "contributors": [{"title": name, "role": "maintainer"} for name in manifest.maintainers],
    }


def _resource(table: Table, text: str) -> dict[str, Any]:
    data = text.encode("utf-8")
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    foreign = [
        {"fields": list(ours), "reference": {"resource": other, "fields": list(theirs)}}
        for ours, other, theirs in table.refers
    ]
    schema = {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)}
    return {**schema, "foreignKeys": foreign} if foreign else schema


def _field(column: Column) -> dict[str, Any]:
    """What a column holds; it says so where a cell may hold several texts."""
    rules: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        rules["enum"] = list(column.choices)
    return {
        "name": column.name,
        "type": column.kind,
        **({"description": column.about} if column.about else {}),
        **({"constraints": rules} if rules else {}),
    }
