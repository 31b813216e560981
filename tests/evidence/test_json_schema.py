"""The schema accepts what the loader accepts and refuses the same slips."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimcheck.evidence.schema import FILES, schema_of_file

SMALL = Path(__file__).parent.parent / "data" / "base_small"
SAMPLES = {
    "base": "base.yaml",
    "study": "studies/doe2020.yaml",
    "claims": "claims/vitamin_z.yaml",
    "concepts": "concepts/vitamin_z.yaml",
    "relations": "language/en/relations.yaml",
    "lead_ins": "language/en/lead_ins.yaml",
    "cues": "language/en/cues.yaml",
    "folding": "language/en/folding.yaml",
}


class _TextLoader(yaml.SafeLoader):
    """Reads `yes` and dates as text, as YAML 1.2 and editors do."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_TextLoader.add_implicit_resolver("tag:yaml.org,2002:bool", yaml.resolver.re.compile("true|false"), list("tf"))


def sample(kind: str) -> Any:
    return yaml.load((SMALL / SAMPLES[kind]).read_text("utf-8"), _TextLoader)


def messages(kind: str, data: Any) -> list[str]:
    return [error.json_path for error in jsonschema.Draft202012Validator(schema_of_file(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_of_file_has_a_sound_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of_file(kind))
    assert messages(kind, sample(kind)) == []


SLIPS: list[tuple[str, list[str | int], object, str]] = [
    ("study", ["design"], "rtc", "$.design"),
    ("study", ["csl", "issued"], "2020", "$.csl.issued"),
    ("study", ["outcomes", 0, "timepoint", "time_class"], "short", "$.outcomes[0].timepoint"),
    ("study", ["size"], 1, "$"),
    ("claims", ["claims", 0, "kind"], "efect", "$.claims[0].kind"),
    ("claims", ["claim"], [], "$"),
    ("concepts", ["concepts", 0, "terms"], "vitamin", "$.concepts[0].terms"),
    ("cues", ["cues", 0, "reach"], 0.5, "$.cues[0].reach"),
]


@pytest.mark.parametrize(("kind", "where", "value", "path"), SLIPS)
def test_slips_are_refused(kind: str, where: list[str | int], value: object, path: str) -> None:
    data = inner = sample(kind)
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    assert messages(kind, data) == [path]


def test_yaml_keys_stand_in_the_schema() -> None:
    found = schema_of_file("study")["$defs"]
    assert "container-title" in found["Csl"]["properties"]
    assert found["Csl"]["required"] == ["type", "title", "author", "issued"]
    assert found["Provenance"]["properties"]["verified"] == {"enum": ["yes", "partly", "no"]}
