"""Start the program and end it: the only place where a failure becomes an exit status."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.output import abandon
from claimcheck.errors import ClaimcheckError

PROGRAM = "claimcheck"
#: a short process makes little garbage: not looking for it saves a tenth of the start-up time
_SELDOM = 200_000
#: and what has lived through that is no garbage: a big document's findings need not be looked at time and again
_RARELY = 50


def main() -> NoReturn:
    """The console script."""
    status = run(sys.argv[1:])
    gc.freeze()  # nor is it worth while at the end
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status; no exception leaves this function."""
    gc.set_threshold(_SELDOM, _RARELY, _RARELY)
    _speak_utf8()
    try:
        status = _invoke(arguments)
    except KeyboardInterrupt:
        status = ExitStatus.INTERRUPTED
    except ClaimcheckError as error:
        status = _say_failure(str(error), error)
    except Exception as error:
        status = _say_failure(_describe(error), error)
    _flush()
    return int(status)


def _invoke(arguments: Sequence[str]) -> int:
    import typer

    from claimcheck.cli.app import program
    from claimcheck.cli.completion import answer_shells

    answer_shells()
    try:
        status = program().main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except typer.Abort:
        return ExitStatus.INTERRUPTED
    except SystemExit:
        # how typer leaves when it meets a closed pipe while it prints help
        return ExitStatus.OK
    except Exception as error:
        # click's own errors know how to show themselves; where they live depends on the release of typer
        if not hasattr(error, "show"):
            raise
        error.show()
        return ExitStatus.FAILED
    return ExitStatus.OK if status is None else int(status)


def _describe(error: Exception) -> str:
    detail = " ".join(str(error).split())
    return f"unexpected {type(error).__name__}: {detail}; set CLAIMCHECK_TRACEBACK=1 to see where"


def _say_failure(message: str, error: Exception) -> ExitStatus:
    from claimcheck.cli.notes import say_error

    if os.environ.get("CLAIMCHECK_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    say_error(message)
    return ExitStatus.FAILED


def _speak_utf8() -> None:
    """Let no report die of an arrow or an emoji where the system speaks an older code page."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _flush() -> None:
    """Flush now, so that a reader who has left (`| head -1`) is met here and not at interpreter exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            abandon(stream)
        except (AttributeError, ValueError):  # no stream at all, or a closed one
            continue
