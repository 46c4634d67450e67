"""Words that nearly everything says are refused: what belongs to them is no theme."""

from __future__ import annotations

from collections.abc import Sequence

from graph.language.search_key import search_key
from queries.themes.members import Belonging
from queries.themes.themes import Theme, TooCommon, known_themes
from queries.themes.things import COMMON, Things

_FEW = 100  # members that can be looked through, however few there are in all


def refuse_common(known: Things, asked: str, themes: Sequence[Theme], belongs: Belonging) -> None:
    """Raises TooCommon where more than a tenth of all belongs to the words asked for; what has a
    name may be large.
    """
    count, every = len(belongs.members), len(known.by_id)
    if count <= max(_FEW, COMMON * every):
        return
    named = known_themes(known.problems, known.activities)
    if all(named.get(search_key(theme.name)) == theme for theme in themes):
        return
    raise TooCommon(
        f"{asked.strip()!r} is said by {count:,} of all {every:,} programmes and measures, more"
        " than a tenth: no theme",
        todo="add a word, or choose one of `shisaku overlap --themes`",
    )
