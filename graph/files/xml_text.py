"""Text that XML can hold, of which workbooks and GraphML are made."""

from __future__ import annotations

import re

_NONE = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without the characters that XML has none of (control and non-characters, halves of
    pairs): a file with one in it opens nowhere.
    """
    return _NONE.sub("", text)
