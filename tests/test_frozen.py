"""Lazy dataclasses behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from dataclasses import field
from functools import partial
from typing import Any

import pytest

from claimcheck.frozen import dataclass

STANDARD = dataclasses.dataclass
SLOTTED = partial(dataclass, slots=True)


def make(decorator: Any) -> type[Any]:
    @decorator(frozen=True)
    class Point:
        """A point."""

        x: int
        y: int = 0
        tags: list[str] = field(default_factory=list, compare=False)
        label: str | None = field(default=None, repr=False, metadata={"key": "name"})

        @property
        def both(self) -> tuple[int, int]:
            return self.x, self.y

    return Point


@dataclass(frozen=True)
class Base:
    """At module level, so that it can be pickled."""

    a: int


@dataclass(frozen=True, slots=True)
class Lean:
    """The same with slots."""

    a: int
    b: int = 2


@pytest.mark.parametrize("decorator", [STANDARD, dataclass, SLOTTED], ids=["standard", "lazy", "slotted"])
class TestAll:
    def test_construction_and_defaults(self, decorator: Any) -> None:
        point = make(decorator)(1, label="p")
        assert (point.x, point.y, point.tags, point.label, point.both) == (1, 0, [], "p", (1, 0))
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
            make(decorator)()
        with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
            make(decorator)(1, z=2)

    def test_repr_equality_and_hash(self, decorator: Any) -> None:
        cls = make(decorator)
        assert repr(cls(1, 2)).endswith("Point(x=1, y=2, tags=[])")
        assert cls(1) == cls(1, tags=["other"])
        assert cls(1) != cls(2)
        assert cls(1) != make(decorator)(1)
        assert hash(cls(1)) == hash(cls(1))
        assert len({cls(1), cls(1), cls(2)}) == 2

    def test_frozen(self, decorator: Any) -> None:
        point = make(decorator)(1)
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
            point.x = 2
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
            del point.x

    def test_the_tools_of_the_library(self, decorator: Any) -> None:
        cls = make(decorator)
        assert [f.name for f in dataclasses.fields(cls)] == ["x", "y", "tags", "label"]
        assert dataclasses.fields(cls)[3].metadata["key"] == "name"
        assert dataclasses.replace(cls(1), y=5) == cls(1, 5)
        assert dataclasses.asdict(cls(1)) == {"x": 1, "y": 0, "tags": [], "label": None}
        assert copy.deepcopy(cls(1)) == cls(1)


@pytest.mark.parametrize("decorator", [STANDARD, dataclass], ids=["standard", "lazy"])
def test_an_object_made_without_init(decorator: Any) -> None:
    cls = make(decorator)
    bare = object.__new__(cls)
    bare.__dict__.update(x=1, tags=[])
    assert bare == cls(1)
    assert bare.label is None


def test_pickling() -> None:
    assert pickle.loads(pickle.dumps(Base(1))) == Base(1)
    assert pickle.loads(pickle.dumps(Lean(1))) == Lean(1, 2)


def test_slots_leave_no_room_for_anything_else() -> None:
    assert not hasattr(Lean(1), "__dict__")
    with pytest.raises(AttributeError):
        object.__setattr__(Lean(1), "c", 3)


def test_a_record_stands_alone() -> None:
    with pytest.raises(TypeError, match="Child must be frozen, inherit from no dataclass"):

        @dataclass(frozen=True)
        class Child(Base):
            b: int = 2


def test_init_is_made_for_many_records() -> None:
    @dataclass(frozen=True)
    class Pair:
        a: int
        b: int = 0

    pairs: list[Pair] = []
    while Pair.__init__.__name__ == "_first_init":
        pairs.append(Pair(len(pairs), b=1) if len(pairs) % 2 else Pair(len(pairs)))
    assert len(pairs) > 1
    assert pairs == [Pair(number, number % 2) for number in range(len(pairs))]
    assert [hash(pair) for pair in pairs] == [hash(Pair(number, number % 2)) for number in range(len(pairs))]


def test_init_is_made_for_what_is_not_plain() -> None:
    lazy = make(dataclass)
    dataclasses.fields(lazy)
    assert lazy.__init__.__name__ == "_first_init"
    lazy(1)  # its list must be made anew
    assert lazy.__init__.__name__ == "__init__"


@pytest.mark.parametrize("arguments", [(), (1, 2, 3)])
def test_wrong_arguments_are_told_at_the_first_record(arguments: tuple[int, ...]) -> None:
    @dataclass(frozen=True)
    class Pair:
        a: int
        b: int = 0

    with pytest.raises(TypeError, match="positional argument"):
        Pair(*arguments)
    with pytest.raises(TypeError, match="multiple values for argument 'a'"):
        Pair(1, a=1)  # type: ignore[misc]
    assert Pair(1) == Pair(1, 0)


def test_patterns() -> None:
    match make(dataclass)(1, 2):
        case object(x=1, y=y):
            assert y == 2
    assert make(dataclass).__match_args__ == make(STANDARD).__match_args__ == ("x", "y", "tags", "label")


def test_defaults_are_made_anew() -> None:
    cls = make(dataclass)
    assert cls(1).tags is not cls(1).tags


def test_equality_can_be_left_to_identity() -> None:
    @dataclass(frozen=True, eq=False)
    class Token:
        word: str

    one = Token("a")
    assert one == one
    assert one != Token("a")
    assert len({one, Token("a")}) == 2


@pytest.mark.parametrize("options", [{"frozen": False}, {}])
def test_records_are_frozen(options: dict[str, bool]) -> None:
    with pytest.raises(TypeError):

        @dataclass(**options)  # type: ignore[call-overload]
        class Loose:
            a: int


@pytest.mark.parametrize("use", ["Base(1)", "Base.__init__", "Base.__hash__", "repr(Base(1))"])
def test_any_first_use_will_do(use: str) -> None:
    program = f"from test_frozen import Base; {use}; assert Base(1) == Base(1)"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=__file__.rpartition("/")[0])
