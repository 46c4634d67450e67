"""How a table of companies is encoded: UTF-8, or as Excel in Japan writes CSV."""

from __future__ import annotations

import codecs
from pathlib import Path

from graph.bounds import TABLE_BYTES
from graph.errors import ProfileError
from graph.files.regular import opened_regular

_TRIED = ("utf-8-sig", "cp932")  # text in cp932 is hardly ever UTF-8 too
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CHUNK = 2**20


def encoding_of(path: Path) -> str:
    """The encoding of a file: what its byte order mark says, else UTF-8 where all of it is that,
    else cp932. Raises ProfileError for a file that is none of these, OSError for one that cannot
    be read.
    """
    with opened_regular(path, TABLE_BYTES) as file:
        if marked := _MARKS.get(file.read(2)):
            return marked
    for encoding in _TRIED:
        if _is_in(path, encoding):
            return encoding
    raise ProfileError(
        "cannot be read as a table: it is neither in UTF-8 nor in cp932",
        str(path),
        "name its encoding with --encoding, or save it as CSV UTF-8",
    )


def _is_in(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with opened_regular(path, TABLE_BYTES) as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
