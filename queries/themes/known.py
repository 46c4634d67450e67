"""The themes that can be asked for by name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches

from graph.language.search_key import search_key
from graph.store import Store
from queries.kept import kept
from queries.programmes.money import year_of
from queries.search.search import nearest_names
from queries.themes.members import belonging
from queries.themes.money import money_of_programmes
from queries.themes.themes import Theme, known_themes, themes
from queries.themes.things import Things, things

_PIECE = 2  # letters in a row that near names share
_LATIN = re.compile(r"[!-~]+")
_ALIKE = 0.75  # how like a name of Latin letters must be, of which few make many words
_NEAREST = 3  # names in a piece of advice


@dataclass(frozen=True)
class KnownTheme:
    """A theme that can be asked for by name."""

    name: str
    """Its name."""
    english: str
    """Its English name; empty where there is none."""
    kind: str
    """theme, problem or activity."""
    programmes: int
    """How many programmes have it as their subject."""
    measures: int
    """How many measures do."""
    mentioning: int
    """How many programmes and measures no more than mention it."""


@kept
def known_theme_list(store: Store) -> tuple[KnownTheme, ...]:
    """The themes that have a name, in the order of themes.yaml, then the policy problems and the
    activities by name, with what belongs to each; without those to which nothing does.
    """
    known = things(store)
    named = dict.fromkeys(known_themes(known.problems, known.activities).values())
    counted = (_counted(known, theme) for theme in named)
    return tuple(one for one in counted if one.programmes or one.measures or one.mentioning)


def _counted(known: Things, theme: Theme) -> KnownTheme:
    belongs = belonging(known, (theme,))
    measures = sum(known.by_id[id_].kind == "measure" for id_ in belongs.core)
    kind = "theme" if theme in themes() else "problem" if theme.problems else "activity"
    return KnownTheme(
        theme.name,
        theme.english,
        kind,
        len(belongs.core) - measures,
        measures,
        len(belongs.members) - len(belongs.core),
    )


@kept
def theme_ministries(store: Store) -> tuple[str, ...]:
    """The names of the ministries that answer for anything, the one with most first."""
    counts = Counter(name for one in things(store).by_id.values() for name in one.ministries)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


@kept
def theme_years(store: Store) -> tuple[int, ...]:
    """The budget years that sheets tell of, the latest first."""
    return year_of(money_of_programmes(store).values(), None)[1]


def near_themes(store: Store, theme: str) -> tuple[str, ...]:
    """The names of the few themes that are most like what was asked for, or share two Japanese
    letters in a row with it; none where none is near.
    """
    known = things(store)
    names = {name: one.name for name, one in known_themes(known.problems, known.activities).items()}
    key = search_key(theme)
    if _LATIN.fullmatch(key):
        alike = get_close_matches(key, names, n=_NEAREST, cutoff=_ALIKE)
        return tuple(dict.fromkeys(names[name] for name in alike))
    pieces = [key[at : at + _PIECE] for at in range(len(key) - _PIECE + 1)]
    near = nearest_names(theme, names) or [
        one for name, one in names.items() if any(piece in name for piece in pieces)
    ]
    return tuple(dict.fromkeys(near))[:_NEAREST]
