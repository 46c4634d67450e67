"""The programme of another name that a page tells of beside its measure (…に使える港町補助金
（上限5億円）), when a number is that programme's.
"""

from __future__ import annotations

from loaders.facts.parts import T
from loaders.text.compact import Compact
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_FORMS = _PATTERNS["in_its_bracket"], _PATTERNS["in_its_item"]
_BEFORE = 120  # characters before a number in which the programme is named


def with_programme(compact: Compact, fact: T, at: int) -> T:
    """The fact, whose number stands at an offset of the compact text, with the programme as its
    frame that the words before give it to, where it has none, or only the programme's.
    """
    begin = max(0, at - _BEFORE)
    for form in _FORMS:
        match = form.search(compact.text, begin, at)
        if match and (fact.frame is None or match["frame"].endswith(f"({fact.frame})")):
            return fact.model_copy(update={"frame": match["frame"]})
    return fact
