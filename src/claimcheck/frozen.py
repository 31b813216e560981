"""Frozen dataclasses that cost next to nothing until they are used.

`dataclasses.dataclass` writes and compiles half a dozen methods for each class, 0.6 ms a class at every start of the
program, and a frozen `__init__` that sets each field through a call. `dataclass` here shares its methods between all
classes, fills the first records of a class by a loop, compiles a short `__init__` when there are many, and works out
the fields when somebody asks. Its classes are dataclasses to everyone: `fields`, `replace`, `asdict`, pattern matching
and the type checkers know them.

Records are frozen, inherit from no other record and take only `eq` and `slots` as options; `slots` is for those of
which a big document makes hundreds of thousands.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, eq: bool = True, slots: bool = False) -> Callable[[type], type]:
        """Like `dataclasses.dataclass(frozen=True, eq=eq, slots=slots)`."""

        def decorate(cls: type) -> type:
            if not frozen or hasattr(cls, "__dataclass_fields__") or hasattr(cls, "__post_init__"):
                raise TypeError(f"{cls.__name__} must be frozen, inherit from no dataclass, have no __post_init__")
            for name, method in (_BY_VALUE if eq else _BY_IDENTITY).items():
                if name not in cls.__dict__:
                    setattr(cls, name, method)
            cls.__written__ = _take_fields(cls)
            cls.__made__ = [0]  # a list, since a class that is written to is slow for a while
            return _slotted(cls) if slots else cls

        return decorate


class _Later:
    """A class attribute that is made when it is first read."""

    def __init__(self, name: str, make: Callable[[type], object]) -> None:
        self._name = name
        self._make = make

    def __get__(self, instance: object, owner: type) -> object:
        made = self._make(owner)
        setattr(owner, self._name, made)
        return made


def _take_fields(cls: type) -> dict[str, Any]:
    """The fields written with `field(...)`; the class keeps their defaults, as the standard library does it."""
    defaults = cls.__dict__
    written = {
        name: defaults[name] for name in cls.__annotations__ if isinstance(defaults.get(name), dataclasses.Field)
    }
    for name, field in written.items():
        if field.default is dataclasses.MISSING:
            delattr(cls, name)
        else:
            setattr(cls, name, field.default)
    return written


def _slotted(cls: type) -> type:
    """The class with a slot for each field; its defaults move aside, as slots take their names."""
    names = tuple(cls.__annotations__)
    content = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__", *names)}
    content["__qualname__"] = cls.__qualname__
    content["__slots__"] = names
    content["__defaults__"] = {name: vars(cls)[name] for name in names if name in vars(cls)}
    content["__init__"] = _first_slotted_init
    content["__reduce__"] = _reduce
    return type(cls.__name__, cls.__bases__, content)


def _defaults(cls: Any) -> dict[str, Any]:
    """The defaults of a class by field."""
    if "__defaults__" in cls.__dict__:
        found: dict[str, Any] = cls.__defaults__
        return found
    return {name: cls.__dict__[name] for name in cls.__annotations__ if name in cls.__dict__}


def _fields(cls: Any) -> dict[str, Any]:
    """The fields as the standard library finds them on a bare copy of the class."""
    names = cls.__annotations__
    defaults = _defaults(cls) | cls.__written__
    about = {"__annotations__": names, "__module__": cls.__module__, "__doc__": cls.__name__}
    twin: Any = type(cls.__name__, (), defaults | about)
    found: dict[str, Any] = dataclasses.dataclass(init=False, repr=False, eq=False)(twin).__dataclass_fields__
    return found


def _match_args(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls) if field.init)


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Fills a record whose arguments are plain; else, or for the last of the first, makes the class's own `__init__`.

    What was not given is read from the class.
    """
    cls = type(self)
    names, made = cls.__annotations__, cls.__made__
    made[0] += 1
    values = self.__dict__
    values.update(zip(names, args, strict=False))
    values.update(kwargs)
    plain = len(values) == len(args) + len(kwargs) and values.keys() <= names.keys()
    if made[0] < _MANY and plain and (len(values) == len(names) or _complete(cls, values)):
        return
    values.clear()
    cls.__init__ = _compiled_init(cls)
    self.__init__(*args, **kwargs)


def _first_slotted_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """The same as `_first_init`, for a class with slots."""
    cls = type(self)
    names, made = cls.__annotations__, cls.__made__
    made[0] += 1
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    values = {**cls.__defaults__, **given}
    if made[0] < _MANY and len(given) == len(args) + len(kwargs) and values.keys() == names.keys():
        for name, value in values.items():
            object.__setattr__(self, name, value)
        return
    cls.__init__ = _compiled_init(cls)
    self.__init__(*args, **kwargs)


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    """For pickle and copy: slots of a frozen record cannot be set one by one."""
    return type(self), tuple(getattr(self, name) for name in type(self).__annotations__)


def _complete(cls: type, values: dict[str, Any]) -> bool:
    """Whether every field has a value, its own or the class's."""
    return all(name in values or name in cls.__dict__ for name in cls.__annotations__)


def _compiled_init(cls: Any) -> Any:
    """`def __init__(self, a, b=...)` that fills the instance's dictionary or slots."""
    slots, defaults = "__slots__" in cls.__dict__, _defaults(cls)
    scope: dict[str, Any] = {"fresh": _FRESH}
    parameters, lines = ["self"], [] if slots else ["values = self.__dict__"]
    for name in cls.__annotations__:
        value = name
        factory = getattr(cls.__written__.get(name), "default_factory", dataclasses.MISSING)
        if factory is not dataclasses.MISSING:
            scope[f"make_{name}"] = factory
            parameters.append(f"{name}=fresh")
            value = f"make_{name}() if {name} is fresh else {name}"
        elif name in defaults:
            scope[f"default_{name}"] = defaults[name]
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        if slots:
            scope[f"set_{name}"] = cls.__dict__[name].__set__
        lines.append(f"set_{name}(self, {value})" if slots else f"values[{name!r}] = {value}")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), scope)
    made: Any = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _key(cls: Any) -> Callable[[object], object]:
    """What a record is compared by."""
    if cls not in _KEYS:
        names = [name for name in cls.__annotations__ if getattr(cls.__written__.get(name), "compare", True)]
        _KEYS[cls] = attrgetter(*names) if names else lambda record: ()
    return _KEYS[cls]


def _eq(self: object, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    key = _key(type(self))
    return key(self) == key(other)


def _hash(self: object) -> int:
    return hash((type(self), _key(type(self))(self)))


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _setattr(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


#: from how many records on an `__init__` of its own pays for a class
_MANY: Final = 24
#: stands for an argument that was not given, where its default is made anew each time
_FRESH: Final[Any] = object()
_KEYS: Final[dict[type, Callable[[object], object]]] = {}
_BY_IDENTITY: Final[dict[str, object]] = {
    "__init__": _first_init,
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__dataclass_fields__": _Later("__dataclass_fields__", _fields),
    "__match_args__": _Later("__match_args__", _match_args),
}
_BY_VALUE: Final = {**_BY_IDENTITY, "__eq__": _eq, "__hash__": _hash}
