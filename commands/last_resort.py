"""What an error that nobody caught is called on the last line: what happened and what to do."""

from __future__ import annotations

from graph.bounds import MESSAGE, cut
from graph.errors import ShisakuError

_FAULT = "a fault of this program: see where with `shisaku --debug …` and report it"


def in_one_line(error: BaseException) -> str:
    """The error in one line of a bounded length."""
    return cut(" ".join(_said(error).split()), MESSAGE)


def _said(error: BaseException) -> str:
    match error:
        case ShisakuError():
            return str(error)
        case UnicodeEncodeError():
            return (
                f"the output's encoding ({error.encoding}) lacks a character"
                f" (U+{ord(error.object[error.start]):04X}) — set PYTHONIOENCODING=utf-8, or a"
                " locale in UTF-8"
            )
        case UnicodeDecodeError():
            return f"what was read is not {error.encoding} — save it as UTF-8"
        case OSError() if error.strerror:
            where = f"{error.filename}: " if error.filename else ""
            return f"{where}{error.strerror} — check the path, its rights and the space left"
        case MemoryError():
            return "memory ran out — ask for less at once, or give smaller files"
        case RecursionError():
            return "what was read stands too deep in one another — give it flatter"
        case _:
            what = f"{type(error).__name__}: {error}".strip().removesuffix(":")
            return f"{what} — {_FAULT}"
