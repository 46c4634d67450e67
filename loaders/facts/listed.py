"""What a number before a share stands for that a list above it names (対象：１）工場 ２）店 …
補助率：１）1/2 ２）2/3).
"""

from __future__ import annotations

from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_REFERENCE = _PATTERNS["reference"]
_ENTRY = _PATTERNS["entry"]
_ABOVE = 300  # characters before the label in which the list stands


def listed(text: str, label: int, lead: str) -> str | None:
    """What the last number in the words behind the label is in the nearest list before the label's
    offset; None where there is no such list, or the words have no such number.
    """
    references = _REFERENCE.findall(lead)
    if not references:
        return None
    above = _ENTRY.finditer(text, max(0, label - _ABOVE), label)
    named = [entry["what"] for entry in above if entry["number"] == references[-1]]
    return named[-1] if named else None
