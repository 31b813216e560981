"""Some readers lean on other people's parsers: whatever those do, it ends in blocks or a clean error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from claimcheck.documents.formats import FORMATS
from claimcheck.errors import InputError

_LONGEST = 160
#: where lxml says once more that it has read a string
_PLACE = re.compile(r" ?\(<string>, line \d+\)$")


@contextmanager
def guarded(kind: str, path: str) -> Iterator[None]:
    """Turns every failure of a parser, and a missing one, into an InputError."""
    form = FORMATS[kind]
    try:
        yield
    except InputError:
        raise
    except ModuleNotFoundError as error:
        library = (error.name or "a library").partition(".")[0]
        message = f"{form.name} needs {library}, which is not installed: pip install 'claimcheck[{form.extra}]'"
        raise InputError(message, path=path) from error
    except RecursionError as error:
        raise InputError("is nested too deeply", path=path) from error
    except Exception as error:
        # a parser that meets what it did not expect raises anything: KeyError, struct.error, RecursionError
        raise InputError(f"cannot be read as {form.name}: {_detail(error)}", path=path) from error


def _detail(error: Exception) -> str:
    text = _PLACE.sub("", " ".join(str(error).split()))
    return f"{type(error).__name__}: {text[:_LONGEST]}" if text else type(error).__name__
