"""A process that reads for another: started by `isolated`, takes documents on standard input, answers on output.

A message is its length in eight bytes and a pickle: to here (kind, data, path, options), from here what was extracted
or the arguments of an InputError.
"""

from __future__ import annotations

import os
import pickle
import sys
from typing import BinaryIO

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.formats import bytes_reader
from claimcheck.documents.guarded import guarded
from claimcheck.documents.options import ReadOptions
from claimcheck.errors import InputError

#: bytes of a message's length
LENGTH = 8
#: what a message holds where a document cannot be read: message, hint
Failure = tuple[str, str | None]


def send(stream: BinaryIO, message: object) -> None:
    """Writes a message."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next message, still pickled; None where there is no more."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None


def main() -> None:
    """Reads until nobody asks any more."""
    _be_quiet()
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the messages
    while (message := receive(source)) is not None:
        kind, data, path, options = pickle.loads(message)
        send(target, _read(kind, data, path, options))


def _read(kind: str, data: bytes, path: str, options: ReadOptions) -> Extracted | Failure:
    try:
        with guarded(kind, path):
            return bytes_reader(kind)(data, path, options)
    except InputError as error:
        return error.message, error.hint


def _be_quiet() -> None:
    """Ctrl-C is for the one who asked; he ends this process."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
