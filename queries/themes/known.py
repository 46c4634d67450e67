"""The themes that can be asked for by name."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.kept import kept
from queries.themes.members import belonging
from queries.themes.themes import Theme, known_themes, themes
from queries.themes.things import Things, things


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
    """How many programmes belong to it."""
    measures: int
    """How many measures do."""


@kept
def known_theme_list(store: Store) -> tuple[KnownTheme, ...]:
    """The themes that have a name, in the order of themes.yaml, then the policy problems and the
    activities by name, with what belongs to each.
    """
    known = things(store)
    named = dict.fromkeys(known_themes(known.problems, known.activities).values())
    return tuple(_counted(known, theme) for theme in named)


def _counted(known: Things, theme: Theme) -> KnownTheme:
    members = belonging(known, (theme,)).members
    measures = sum(known.by_id[id_].kind == "measure" for id_ in members)
    kind = "theme" if theme in themes() else "problem" if theme.problems else "activity"
    return KnownTheme(theme.name, theme.english, kind, len(members) - measures, measures)
