"""Readers that lean on large C libraries work in a process of their own: it may hang, crash or eat memory alone."""

from __future__ import annotations

import atexit
import json
import pickle
import subprocess
import sys
from functools import cache
from threading import Thread
from typing import BinaryIO, cast

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import beyond
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.worker import Failure, receive, send
from claimcheck.errors import InputError

_START = """
import json, sys
path, memory = json.loads(sys.argv[1])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
except (ImportError, ValueError, OSError):
    pass  # this system knows no such limit
sys.path[:] = path
from claimcheck.documents.worker import main
main()
"""
#: seconds beyond the limits, for starting and for sending the text back
_GRACE = 10.0


def extract(kind: str, data: bytes, path: str, options: ReadOptions) -> Extracted:
    """What a document holds. Raises InputError where it cannot be read within the limits."""
    answer = _worker(options.limits.memory_bytes).ask((kind, data, path, options), path, _seconds(options))
    if isinstance(answer, Extracted):
        return answer
    message, hint = answer
    raise InputError(message, path=path, hint=hint)


def _seconds(options: ReadOptions) -> float:
    limits = options.limits
    return limits.seconds + (limits.ocr_seconds if options.ocr else 0) + _GRACE


@cache
def _worker(memory: int) -> _Worker:
    worker = _Worker(memory)
    atexit.register(worker.end)
    return worker


class _Worker:
    """The process, which may have so much memory; started when it is first asked and after it had to be ended."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, message: object, path: str, seconds: float) -> Extracted | Failure:
        """Its answer."""
        process = self._process = self._process or _started(self._memory)
        answers: list[bytes | None] = []
        thread = Thread(target=_exchange, args=(process, message, answers), daemon=True)
        thread.start()
        thread.join(seconds)
        if not answers:
            self.end()
            raise beyond(
                f"not read within {seconds:.0f} seconds; it may be broken or built to be slow", "seconds", path
            )
        if answers[0] is None:
            self.end()
            raise InputError("has broken the program that reads it; it may be damaged or built to do so", path=path)
        answer = cast("Extracted | Failure", pickle.loads(answers[0]))
        if not isinstance(answer, Extracted):
            self.end()  # a parser that has met the end of its memory may go on, but not soundly
        return answer

    def end(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _started(memory: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, json.dumps([sys.path, memory])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _exchange(process: subprocess.Popen[bytes], message: object, answers: list[bytes | None]) -> None:
    try:
        send(cast(BinaryIO, process.stdin), message)
        answers.append(receive(cast(BinaryIO, process.stdout)))
    except OSError:
        answers.append(None)
