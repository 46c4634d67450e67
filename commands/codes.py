"""The catalogue's codes as people read them: in Japanese by the dashboard's words, so that both
faces say the same; in English as they stand.
"""

from __future__ import annotations

from graph.phrases.language import spoken
from graph.phrases.phrases import say
from graph.schema.budget_kinds import budget_kinds


def coded(group: str, code: str | None) -> str:
    """The word for a code of a group of the dashboard's texts (`status`, `benefit` …), else what
    the phrases have for it; "" for none.
    """
    if code is None or spoken() == "en":
        return code or ""
    from dashboard.text.words import Words  # read for Japanese alone

    word = Words("ja").of(group, code)
    return say(code) if word == code else word


def kind_of_budget(code: str) -> str:
    """The kind of a budget as a word of a line: initial budget; 当初予算."""
    kind = budget_kinds()[code]
    return kind.japanese if spoken() == "ja" else kind.english.lower()
