"""Which measure a printed name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from loaders.resolution.evidence import NamedAppearance
from loaders.resolution.names import name_of

SURE = 0.93  # a weaker form means the measure only where something else bears it out
SHORTEST = 5  # letters; a shorter name is a word of the language too


class Names:
    """The names of groups of appearances. Built once; `group_of` and `groups_of` answer from
    indexes.
    """

    def __init__(self, named: Sequence[NamedAppearance], members: Sequence[Sequence[int]]) -> None:
        self._own: dict[str, dict[int, float]] = defaultdict(dict)
        self._inner: dict[str, set[int]] = defaultdict(set)
        for group, places in enumerate(members):
            for place in places:
                for form in named[place].name.forms:
                    if form.inner and len(form.bare) >= SHORTEST:
                        self._inner[form.bare].add(group)
                    if not form.inner and form.strength >= SURE and len(form.bare) >= SHORTEST:
                        known = self._own[form.bare]
                        known[group] = max(known.get(group, 0.0), form.strength)

    def groups_of(self, bare_name: str) -> Collection[int]:
        """The groups that bear the bare name, most surely first."""
        strengths = self._own.get(bare_name, {})
        return sorted(strengths, key=lambda group: (-strengths[group], group))

    def group_of(self, printed: str) -> int | None:
        """The group that a printed name means; None where no measure bears it, or several do as
        surely.
        """
        strengths: dict[int, float] = {}
        for form in name_of(printed).forms:
            if form.inner or form.strength < SURE:
                continue
            for group, strength in self._own.get(form.bare, {}).items():
                strengths[group] = max(strengths.get(group, 0.0), strength * form.strength)
        best = sorted(strengths, key=lambda group: (-strengths[group], group))[:2]
        if not best or (len(best) > 1 and strengths[best[0]] == strengths[best[1]]):
            return None
        return best[0]

    def listed(self, printed: str) -> int | None:
        """The group that the name of a part in a list of programmes means: as `group_of`, or the
        one that alone bears it in the brackets behind its own name.
        """
        if (group := self.group_of(printed)) is not None:
            return group
        bearers = self._inner.get(name_of(printed).bare, set())
        return next(iter(bearers)) if len(bearers) == 1 else None
