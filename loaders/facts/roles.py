"""What a body does, by what the sentence says of it: who is entrusted implements, who is worked
with or told of is a partner.
"""

from __future__ import annotations

import re

from loaders.vocabulary.bodies import Role
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_REST_OF_LIST = _PATTERNS["rest_of_list"]
_IN_CHARGE = _PATTERNS["in_charge"]
_ENTRUSTED = _PATTERNS["entrusted"]
_AWARDS = _PATTERNS["awards"]
_PLACED = _PATTERNS["placed"]
_RUNS_ANOTHER = _PATTERNS["runs_another"]
_EXAMINES = _PATTERNS["examines"]
_ANOTHER_CERTIFIES = _PATTERNS["another_certifies"]
# what a body does, by the first of these that stands behind its name
_SIGNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("contact", _PATTERNS["asked"]),
    ("operates", _PATTERNS["operates"]),
    ("other", _PATTERNS["partner"]),
    ("other", _PATTERNS["supported"]),
    ("guarantees", _PATTERNS["guarantees"]),
    ("finances", _PATTERNS["finances"]),
    ("certifies", _PATTERNS["certifies"]),
    ("advises", _PATTERNS["advises"]),
    ("implements", _PATTERNS["implements"]),
)
_BEFORE, _BEHIND = 50, 90  # so many characters around a name say what it does


def shown_role(text: str, start: int, end: int, title: str = "") -> Role | None:
    """The role that squeezed text shows of the body whose name stands from `start` to `end`; None
    where it shows none. `title` is the measure's: examining makes a certifier only of who awards,
    and of nobody where the sentence says who else does; who runs a programme of another name does
    that.
    """
    before = text[max(0, start - _BEFORE) : start]
    if _IN_CHARGE.search(before):
        return "operates"
    if _ENTRUSTED.search(before):
        return "implements"
    behind = text[end : end + _BEHIND].lstrip("」』")
    rest = _REST_OF_LIST.match(behind)
    behind = behind[rest.end() :] if rest else behind
    if _PLACED.match(behind):
        return None
    if (another := _RUNS_ANOTHER.match(behind)) and another["programme"] not in title:
        return "other"
    role = next((role for role, sign in _SIGNS if sign.match(behind)), None)
    if role == "implements" and (examines := _EXAMINES.match(behind)) and _AWARDS.search(title):
        return role if _ANOTHER_CERTIFIES.match(behind, examines.end()) else "certifies"
    return role
