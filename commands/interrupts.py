"""What Ctrl-C does to the command line. This is imported before anything that takes time: from
then on, and when all is done, a Ctrl-C ends the process at once and without a word, for there is
nothing to be cleared away. In between `main` answers it.
"""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130  # as a shell says of what Ctrl-C ended


def ends_at_once() -> None:
    """Lets Ctrl-C end the process, where this is run as the command line and not imported by
    another program.
    """
    name = os.path.basename(sys.argv[0] if sys.argv else "")  # noqa: PTH119  pathlib takes long
    if name in ("shisaku", "shisaku.py"):
        _answer(signal.default_int_handler, _end)


def is_raised() -> None:
    """Lets Ctrl-C raise KeyboardInterrupt again."""
    _answer(_end, signal.default_int_handler)


def _end(_number: int, _frame: object) -> None:
    os._exit(INTERRUPTED)


def _answer(before: object, after: object) -> None:
    """Another answer, where `before` is the one so far: in the background there is none."""
    if signal.getsignal(signal.SIGINT) is before and callable(after):
        signal.signal(signal.SIGINT, after)


ends_at_once()
