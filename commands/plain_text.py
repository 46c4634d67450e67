"""Output that a terminal only shows: what a document or a graph holds may not move its cursor, set
its title or turn the direction of a line.
"""

from __future__ import annotations

import codecs
from io import TextIOWrapper
from typing import Any, TextIO, cast

_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
# as JSON writes them, so that JSON stays what it is
_SHOWN = {
    code: f"\\u{code:04x}"
    for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *_DIRECTIONS)
    if chr(code) not in "\n\t"
}


class PlainText:
    """A stream for text that writes control characters as \\u001b and the like; all else is that of
    the stream it stands for.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes the text. Raises OSError and UnicodeEncodeError as the stream does."""
        return self._stream.write(text if text.isprintable() else text.translate(_SHOWN))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def plain_text(stream: TextIO | None) -> TextIO:
    """The stream as one that shows control characters; None where there is none. One in ASCII
    writes UTF-8, which is what click would do behind its back.
    """
    if stream is None:
        return cast(TextIO, None)  # so does Python say that a stream is closed
    if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name == "ascii":
        stream.reconfigure(encoding="utf-8")
    return cast(TextIO, PlainText(stream))
