"""Any YAML bound to any record gives a record or messages, never another exception; records survive a twin."""

from __future__ import annotations

import marshal
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.evidence import model
from claimcheck.evidence.bind import WRONG, Spot, reader, yaml_key
from claimcheck.evidence.load import parse_yaml
from claimcheck.evidence.nodes import Entries, Items, Node, Scalar
from claimcheck.evidence.plain import flatten, revive
from claimcheck.evidence.problems import Problem

RECORDS = [
    cls
    for cls in vars(model).values()
    if is_dataclass(cls) and isinstance(cls, type) and cls.__module__ == model.__name__
]


def bind(cls: type, text: str) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    record = reader(cls)(parse_yaml(text.encode(), "x.yaml"), Spot("x.yaml", "record", problems))
    return (None if record is WRONG else record), problems


ACCEPTED: list[tuple[type, str, object]] = [
    (model.Timepoint, "{weeks: 2}", model.Timepoint(weeks=2.0)),
    (model.Timepoint, "{class: long, text: ~}", model.Timepoint(time_class="long")),
    (model.Funding, "{who: 12.50}", model.Funding("12.50")),
    (model.Funding, "{who: 2026-11-20, interest: none}", model.Funding("2026-11-20", "none")),
    (model.Search, "{date: 2026, where: PubMed, by: no}", model.Search("2026", ("PubMed",), "no")),
    (
        model.Search,
        "{date: '2026', where: [a, 1], by: \" b \\n\"}",
        model.Search("2026", ("a", "1"), "b"),
    ),
    (model.Effect, "{metric: RR, value: 1, ci: [0, 2.5]}", model.Effect("RR", 1.0, (0.0, 2.5))),
    (model.FoldingRules, "variants: {no: nah, 1: [one]}", model.FoldingRules({"no": ("nah",), "1": ("one",)})),
    (model.Csl, "{type: book, title: T, author: [], issued: 1999}", model.Csl("book", "T", (), 1999)),
    (model.Review, "{synthesis: pooled, pools: }", model.Review("pooled")),
]


@pytest.mark.parametrize(("cls", "text", "record"), ACCEPTED)
def test_what_is_accepted(cls: type, text: str, record: object) -> None:
    assert bind(cls, text) == (record, [])


def test_bound_records_are_like_made_ones() -> None:
    bound, _ = bind(model.Timepoint, "{weeks: 2, class: long}")
    made = model.Timepoint(None, 2.0, "long")
    assert (repr(bound), hash(bound)) == (repr(made), hash(made))


scalars = st.builds(
    Scalar,
    st.integers(1, 9),
    st.text(max_size=6) | st.sampled_from(["1", "-1", "0.5", "true", "yes", "rct", "benefit", "", "~", "9" * 30]),
    st.booleans(),
)
words = st.sampled_from([yaml_key(field) for cls in RECORDS for field in fields(cls)]) | st.text(max_size=5)
trees: st.SearchStrategy[Node] = st.recursive(
    scalars,
    lambda inner: (
        st.builds(Items, st.integers(1, 9), st.lists(inner, max_size=3))
        | st.builds(Entries, st.integers(1, 9), st.dictionaries(words, st.tuples(st.integers(1, 9), inner), max_size=5))
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(RECORDS), trees)
def test_anything_gives_a_record_or_messages(cls: type, tree: Node) -> None:
    problems: list[Problem] = []
    record = reader(cls)(tree, Spot("x.yaml", "record", problems))
    if record is WRONG or problems:
        assert problems
        assert all(problem.message and problem.line for problem in problems)
    else:
        assert isinstance(record, cls)


def nodes_for(hint: Any) -> st.SearchStrategy[Node]:
    """Trees that fit a type."""
    if isinstance(hint, type) and is_dataclass(hint):
        return records(hint)
    arms = get_args(hint)
    if hint in _LEAVES:
        return _LEAVES[hint].map(lambda text: Scalar(1, text, True))
    if type(None) in arms:
        return nodes_for(arms[0]) | st.just(Scalar(1, "", True))
    if str(hint).startswith("tuple"):
        return st.lists(nodes_for(arms[0]), max_size=2).map(lambda items: Items(1, items))
    if str(hint).startswith("dict"):
        values = nodes_for(arms[1]).map(lambda node: (1, node))
        return st.dictionaries(st.sampled_from("ab"), values, max_size=2).map(lambda found: Entries(1, found))
    return st.sampled_from(arms).map(lambda text: Scalar(1, text, False))


_LEAVES: dict[Any, st.SearchStrategy[str]] = {
    str: st.sampled_from(["a", "yes", "12", "2026-11-20", "café"]),
    int: st.integers(-9, 9).map(str),
    float: st.sampled_from(["1", "-0.5", "1e3"]),
    bool: st.sampled_from(["true", "false"]),
}


def records(cls: type) -> st.SearchStrategy[Node]:
    hints = get_type_hints(cls)
    always = {yaml_key(f): nodes_for(hints[f.name]) for f in fields(cls) if f.default is MISSING}
    perhaps = {yaml_key(f): nodes_for(hints[f.name]) for f in fields(cls) if f.default is not MISSING}
    found = st.fixed_dictionaries(always, optional=perhaps)
    return found.map(lambda entries: Entries(1, {key: (1, node) for key, node in entries.items()}))


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(RECORDS).flatmap(lambda cls: st.tuples(st.just(cls), records(cls))))
def test_what_fits_is_bound_and_comes_back_from_a_twin(case: tuple[type, Node]) -> None:
    cls, tree = case
    problems: list[Problem] = []
    record = reader(cls)(tree, Spot("x.yaml", "record", problems))
    assert problems == []
    assert record == cls(**{field.name: getattr(record, field.name) for field in fields(cls)})
    assert revive(marshal.loads(marshal.dumps(flatten(record)))) == record
