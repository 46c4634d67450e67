"""Text that Streamlit reads as Markdown: labels, captions, warnings, help, options of buttons.

Streamlit goes over a text twice. The signs of Markdown count before backslashes are taken away, so
a backslash makes a sign a sign. Addresses, mail addresses, its own icons, emoji and arrows are
looked for afterwards, where no backslash is left: something invisible between them keeps them text.
"""

from __future__ import annotations

import re

_SIGNS = frozenset("\\`*_{}[]()#+-.!|~$:<>&")
_JOINER = "\u2060"  # of no width, and no place to break a line
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")  # those of Japanese are text
_JOINED = re.compile(
    r"(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?=@)"  # addresses
    r"|(?<=:)(?=[A-Za-z0-9_+-]{1,99}[:/])"  # icons and emoji
    r"|(?<=[<>~=-])(?=[>=-])",  # arrows
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Text for a Streamlit label: all of it is shown as it is, in one line."""
    kept = _JOINED.sub(_JOINER, _BLANKS.sub(" ", text).strip(" "))
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in kept)


def quiet(text: str) -> str:
    """The same in grey."""
    return f":gray[{plain(text)}]"
