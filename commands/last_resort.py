"""What an error that nobody caught is called on the last line: what happened and what to do."""

from __future__ import annotations

from graph.bounds import MESSAGE, cut
from graph.errors import ShisakuError
from graph.phrases.phrases import said, say

_FAULT = "a fault of this program: see where with `shisaku --debug …` and report it"


def in_one_line(error: BaseException) -> str:
    """The error in one line of a bounded length."""
    return cut(" ".join(_said(error).split()), MESSAGE)


def _said(error: BaseException) -> str:
    match error:
        case ShisakuError():
            return error.line(said)
        case UnicodeEncodeError():
            return say(
                "the output's encoding ({encoding}) lacks a character (U+{object:04X})"
                " — set PYTHONIOENCODING=utf-8, or a locale in UTF-8",
                encoding=error.encoding,
                object=ord(error.object[error.start]),
            )
        case UnicodeDecodeError():
            return say(
                "what was read is not {encoding} — save it as UTF-8", encoding=error.encoding
            )
        case OSError() if error.strerror:
            where = f"{error.filename}: " if error.filename else ""
            return say(
                "{where}{strerror} — check the path, its rights and the space left",
                where=where,
                strerror=said(error.strerror),
            )
        case MemoryError():
            return say("memory ran out — ask for less at once, or give smaller files")
        case RecursionError():
            return say("what was read stands too deep in one another — give it flatter")
        case _:
            what = f"{type(error).__name__}: {error}".strip().removesuffix(":")
            return f"{what} — {say(_FAULT)}"
