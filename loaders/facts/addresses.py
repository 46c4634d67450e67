"""Telephone numbers and addresses of e-mail in the one form that readers of contacts look for,
however they are printed: 03（0000）0001, desk[at]example.go.jp; without fax numbers.
"""

from __future__ import annotations

from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_AT = _PATTERNS["at"]
_DOT = _PATTERNS["dot"]
_AREA_IN_BRACKETS = _PATTERNS["area_in_brackets"]
_EXCHANGE_IN_BRACKETS = _PATTERNS["exchange_in_brackets"]
_IN_DOTS = _PATTERNS["in_dots"]
_FROM_ABROAD = _PATTERNS["from_abroad"]
_FAX = _PATTERNS["fax"]


def usual_form(text: str) -> str:
    """The `plain` text with hyphens in its telephone numbers, @ in its addresses, and without its
    fax numbers; a number of both (TEL/FAX) stays. The usual form of that is itself.
    """
    while (usual := _more_usual(text)) != text:  # what goes may bring what it parted together
        text = usual
    return text


def _more_usual(text: str) -> str:
    text = _DOT.sub(".", _AT.sub("@", text))
    text = _FROM_ABROAD.sub("0", text)
    text = _EXCHANGE_IN_BRACKETS.sub(r"\1-\2-\3", _AREA_IN_BRACKETS.sub(r"\1-\2-\3", text))
    text = _IN_DOTS.sub(r"\1-\2-\3", text)
    return _FAX.sub(" ", text).strip()
