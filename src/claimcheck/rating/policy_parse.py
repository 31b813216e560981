"""Plain data -> Policy: every key, word and number is checked; a mistake is named with its nearest neighbour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from claimcheck.errors import ConfigError
from claimcheck.rating import policy_model
from claimcheck.rating.policy_model import COLUMNS, STATES, Cell, Policy

Raw = Mapping[str, Any]

_LETTERS = {"S": "supported", "C": "contested", "U": "unsupported"}
KINDS = ("effect", "prevention", "association", "prevalence", "safety", "comparative", "mechanism")
REASONS = (
    "well-supported", "hedge-fits-evidence", "gap-acknowledged", "denial-fits-evidence", "disclaimer-fits-evidence",
    "conflicting", "low-certainty", "overstated", "only-weak-studies", "absence-not-shown", "understated",
    "no-evidence", "no-benefit-shown", "evidence-against", "contradicts-evidence",
)  # fmt: skip
STEPS = ("number-unmatched", "number-exaggerated", "citation-mismatch", "causal-overreach")
#: keys of the file that the record does not hold under the same name, or at all
FILE_ONLY = ("policy", "extends", "columns", "verdicts")
_BESIDE = frozenset({"name", "hash", "context_only"})
FILE_KEYS = (*FILE_ONLY, *(name for name in Policy.__annotations__ if name not in _BESIDE))


class PolicyReader:
    """Reads plain data; `path` is where messages point."""

    def __init__(self, path: str) -> None:
        self.path = path

    def fail(self, message: str, hint: str | None = None) -> NoReturn:
        """Raises ConfigError at this file."""
        raise ConfigError(message, path=self.path, hint=hint)

    def known(self, word: object, words: Iterable[str], where: str) -> str:
        """The word, if it is one of the words."""
        known = tuple(words)
        if word not in known:
            from claimcheck.evidence.nearest import did_you_mean

            self.fail(f'{where}: "{word}" is not known here', did_you_mean(str(word), known))
        return str(word)

    def mapping(self, raw: object, where: str, keys: Iterable[str] | None = None) -> Raw:
        """A mapping, all of whose keys are known if `keys` are given."""
        if not isinstance(raw, Mapping):
            self.fail(f"{where}: expected keys and values, not {raw!r}")
        if keys is not None:
            known = frozenset(keys)
            for key in raw:
                if key not in known:
                    self.known(key, sorted(known), where)
        return raw

    def items(self, raw: object, where: str) -> list[Any]:
        """A list; a single text stands for a list of one."""
        if isinstance(raw, str):
            return [raw]
        if not isinstance(raw, list | tuple):
            self.fail(f"{where}: expected a list, not {raw!r}")
        return list(raw)

    def value(self, kind: str, raw: object, where: str) -> Any:
        """A value of a kind, as the annotations of the records write it."""
        reader = _READERS.get(kind)
        if reader is not None:
            return reader(self, raw, where)
        if kind.startswith("tuple["):
            inner = kind.removeprefix("tuple[").removesuffix(", ...]")
            return tuple([self.value(inner, item, f"{where}[{i}]") for i, item in enumerate(self.items(raw, where))])
        if kind.startswith("Mapping[str, "):
            inner = kind.removeprefix("Mapping[str, ").removesuffix("]")
            entries = self.mapping(raw, where).items()
            return {str(key): self.value(inner, item, f"{where}.{key}") for key, item in entries}
        return self.record(getattr(policy_model, kind), raw, where)

    def record(self, cls: Any, raw: object, where: str) -> Any:
        """A flat record from a mapping, each value read by its annotation."""
        known: Mapping[str, str] = cls.__annotations__
        given = self.mapping(raw, where, known)
        for name in known:
            if name not in given and name not in cls.__dict__:
                self.fail(f"{where}: {name} is missing")
        return _made(cls, {name: self.value(known[name], value, f"{where}.{name}") for name, value in given.items()})

    def table(self, raw: object) -> dict[tuple[str, str], Cell]:
        """The decision table; every state and column must be there."""
        rows = self.mapping(raw, "table", STATES)
        return {(state, column): self._cell(rows, state, column) for state in STATES for column in COLUMNS}

    def _cell(self, rows: Raw, state: str, column: str) -> Cell:
        """A cell written `S/well-supported`."""
        where = f"table.{state}.{column}"
        raw = self.mapping(rows.get(state, {}), f"table.{state}", COLUMNS).get(column)
        if raw is None:
            self.fail(f"{where} is missing")
        letter, _, reason = str(raw).partition("/")
        if letter not in _LETTERS:
            self.fail(f"{where}: a cell reads S, C or U, a slash and a reason, not {raw!r}")
        cell: Cell = _made(Cell, {"verdict": _LETTERS[letter], "reason": self.known(reason, REASONS, where)})
        return cell


def _made(cls: type, values: Mapping[str, Any]) -> Any:
    """A record with these values, checked above; what is left out is read from the class. Saves making `__init__`."""
    made: Any = object.__new__(cls)
    made.__dict__.update(values)
    return made


def _number(reader: PolicyReader, raw: object, where: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        reader.fail(f"{where}: expected a number, not {raw!r}")
    return raw


def _whole(reader: PolicyReader, raw: object, where: str) -> int:
    number = _number(reader, raw, where)
    if number != int(number) or number < 0:
        reader.fail(f"{where}: expected a whole number, 0 or more, not {raw!r}")
    return int(number)


def _truth(reader: PolicyReader, raw: object, where: str) -> bool:
    if not isinstance(raw, bool):
        reader.fail(f"{where}: expected true or false, not {raw!r}")
    return raw


def _text(reader: PolicyReader, raw: object, where: str) -> str:
    if not isinstance(raw, str):
        reader.fail(f"{where}: expected a text, not {raw!r}")
    return raw


def _words(reader: PolicyReader, raw: object, where: str) -> frozenset[str]:
    return frozenset(_text(reader, item, where) for item in reader.items(raw, where))


_READERS: dict[str, Callable[[PolicyReader, object, str], Any]] = {
    "int": _whole,
    "float": _number,
    "bool": _truth,
    "str": _text,
    "frozenset[str]": _words,
}


def parse_policy(raw: Raw, path: str, digest: str) -> Policy:
    """The record of a resolved policy (parents merged in). Raises ConfigError with file, key and nearest word."""
    reader = PolicyReader(path)
    reader.mapping(raw, "policy", FILE_KEYS)
    values: dict[str, Any] = {"name": raw.get("policy"), "hash": digest, "table": reader.table(raw.get("table", {}))}
    starts = dict(reader.mapping(raw.get("start", {}), "start", (*KINDS, "context_only")))
    values["context_only"] = _words(reader, starts.pop("context_only", []), "start.context_only")
    given = {**raw, "start": starts}
    for name, kind in Policy.__annotations__.items():
        if name in values:
            continue
        if name not in given:
            reader.fail(f"{name} is missing", "extend a profile that has it, such as standard")
        values[name] = reader.value(kind, given[name], name)
    _check(reader, values)
    policy: Policy = _made(Policy, values)
    return policy


def _check(reader: PolicyReader, values: dict[str, Any]) -> None:
    """What annotations cannot say: the words and the ends of the scales."""
    for kind in KINDS:
        if kind not in values["start"]:
            reader.fail(f"start: {kind} is missing")
    for tier, column in values["tiers"].items():
        reader.known(tier, (*COLUMNS, "question"), "tiers")
        reader.known(column, COLUMNS, f"tiers.{tier}")
    for step in values["steps_down"]:
        reader.known(step, STEPS, "steps_down")
    reader.known(values["unrated_bias"], values["risk_of_bias"], "unrated_bias")
    if not any(step.n_at_least == 0 for step in values["precision"]):
        reader.fail("precision: one step must hold for bodies of any size (n_at_least: 0)")
    if not any(step.opposed_up_to >= 1 for step in values["inconsistency"]):
        reader.fail("inconsistency: one step must hold for any share (opposed_up_to: 1.0)")
    values["precision"] = tuple(sorted(values["precision"], key=lambda step: -step.n_at_least))
    values["inconsistency"] = tuple(sorted(values["inconsistency"], key=lambda step: step.opposed_up_to))
