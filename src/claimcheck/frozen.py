"""Dataclasses whose methods are made when they are first used.

`dataclasses.dataclass` writes and compiles half a dozen methods for each class, 0.6 ms a class at every start of the
program; most runs need few of them. `dataclass` here collects the fields at once, which is cheap, and leaves the rest
to the standard library at the first construction, comparison, hash, `repr` or assignment. Everything else is the
same, save that a record may not inherit from another: use it where a module holds many records.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(**options: bool) -> Any:
        """Like `dataclasses.dataclass(**options)`, with the methods made on first use."""

        def decorate(cls: type) -> type:
            if any(map(dataclasses.is_dataclass, cls.__mro__[1:])):
                raise TypeError(f"{cls.__name__} inherits from a dataclass")
            dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
            for name in _METHODS:
                if name not in cls.__dict__:
                    setattr(cls, name, _Waiting(cls, name, options))
            return cls

        return decorate


_METHODS: Final = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")


class _Waiting:
    """Stands for a method of a class until that is first called on an instance."""

    def __init__(self, cls: type, name: str, options: dict[str, bool]) -> None:
        self._cls = cls
        self._name = name
        self._options = options

    def __get__(self, instance: object, owner: type) -> Any:
        """The real method, bound; from now on the class has it."""
        if self._cls.__dict__.get(self._name) is self:
            _finish(self._cls, self._options)
        if instance is None:
            return getattr(owner, self._name)
        return getattr(instance, self._name)


def _finish(cls: type, options: dict[str, bool]) -> None:
    """Run the class through the standard library, its fields as they were written."""
    for name in _METHODS:
        if isinstance(cls.__dict__.get(name), _Waiting):
            delattr(cls, name)
    for field in dataclasses.fields(cls):
        setattr(cls, field.name, field)
    dataclasses.dataclass(**options)(cls)
