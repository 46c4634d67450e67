"""The catalogue's codes as people read them: in Japanese by the dashboard's words, so that both
faces say the same; in English as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.phrases.language import spoken
from graph.phrases.phrases import Phrases, say

if TYPE_CHECKING:
    from dashboard.text.words import Words


# kinds of changes that are no words of their own
_CHANGES = Phrases(
    {
        "first_told": "first told here",
        "no_longer_told": "no longer told here",
        "stand_ins": "told otherwise",
        "retitled": "under another title",
        "renumbered": "numbered anew",
    }
)


def change_word(kind: str) -> str:
    """What kind of change it is, between documents or between years of review sheets."""
    return _CHANGES.get(kind) or coded("change", kind)


def coded(group: str, code: str | None) -> str:
    """The word for a code of a group of the dashboard's texts (`status`, `benefit` …), else what
    the phrases have for it; "" for none.
    """
    if code is None or spoken() == "en":
        return code or ""
    word = japanese().of(group, code)
    return say(code) if word == code else word


def japanese() -> Words:
    """The dashboard's words in Japanese."""
    from dashboard.text.words import Words  # its texts are read for Japanese alone

    return Words("ja")


def type_word(name: str) -> str:
    """A type of nodes or relationships: in Japanese as the schema calls it, in English by name."""
    if spoken() == "en":
        return name
    from graph.schema.schema import schema  # pydantic, for which English does not wait

    types = schema()
    declared = types.nodes.get(name) or types.relationships.get(name)
    return declared.japanese if declared else name


def kind_of_budget(code: str) -> str:
    """The kind of a budget as a word of a line: initial budget; 当初予算."""
    from graph.schema.budget_kinds import budget_kinds

    kind = budget_kinds()[code]
    return kind.japanese if spoken() == "ja" else kind.english.lower()
