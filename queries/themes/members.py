"""What belongs to a theme, and why: the theme stands in its name, is a key term, is said again and
again, or is the problem that it works on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from re import Pattern
from typing import Literal

from graph.language.search_key import search_key
from queries.themes.themes import Theme
from queries.themes.things import Thing, Things, as_in_names

Why = Literal["name", "problem", "activity", "term", "said"]


@dataclass(frozen=True)
class Reason:
    """Why a measure or programme belongs to a theme."""

    kind: Why
    """name: the words stand in its name; problem, activity: it works on that, or does it; term: its
    page has that key term; said: its page or sheet says the words more than once.
    """
    what: str
    """The words, the problem, the activity or the key term."""


@dataclass(frozen=True)
class Belonging:
    """What belongs to a theme, and what no more than touches it."""

    members: dict[str, tuple[Reason, ...]]
    """Ids of what belongs to it -> why, the strongest reason first."""
    core: frozenset[str]
    """Those of them that it is the subject of: it stands in their names or is a key term, or of a
    measure the problem that weighs most, or what it does. The others say its words again and again,
    which those do, too, that pay for it among much else.
    """
    touched: frozenset[str]
    """Ids of what has a problem or activity of the theme that its page or sheet tells of in
    passing, or says a word of which many make another one.
    """


def belonging(known: Things, asked: Sequence[Theme]) -> Belonging:
    """What belongs to all of these themes."""
    each = [_to_one(known, theme) for theme in asked]
    members = {
        id_: tuple(dict.fromkeys(reason for one in each for reason in one.members[id_]))
        for id_ in each[0].members
        if all(id_ in one.members for one in each)
    }
    core = frozenset.intersection(*(one.core for one in each))
    near = set.intersection(*({*one.touched, *one.members} for one in each))
    return Belonging(members, core, frozenset(near - members.keys()))


def _to_one(known: Things, theme: Theme) -> Belonging:
    looked_for = _LookedFor.of(known, theme)
    members: dict[str, tuple[Reason, ...]] = {}
    core: set[str] = set()
    touched: set[str] = set()
    for id_ in looked_for.anywhere:
        thing = known.by_id[id_]
        sure, topics = list(looked_for.sure(thing)), _topics(thing, theme)
        if topics and not sure:
            sure = looked_for.nearly(thing)
        is_about = _is_about(thing, topics)
        if sure or is_about:
            members[id_] = (*sure[:1], *topics[:1], *sure[1:])
            if is_about or any(reason.kind in ("name", "term") for reason in sure):
                core.add(id_)
        else:
            touched.add(id_)
    return Belonging(members, frozenset(core), frozenset(touched))


@dataclass(frozen=True)
class _LookedFor:
    """The words of a theme, and who says them."""

    words: tuple[tuple[str, Pattern[str]], ...]
    """The words that are enough, each as it stands in a name."""
    others: tuple[tuple[str, Pattern[str]], ...]
    """Those that are enough beside a problem or activity of the theme, likewise."""
    decoys: tuple[str, ...]
    """What is no such word in a name; who says it says none."""
    said: Mapping[str, frozenset[str]]
    """Word that is enough -> the ids of those that say it again and again."""
    said_nearly: Mapping[str, frozenset[str]]
    """Any of the words -> likewise, also of words that many say."""
    anywhere: frozenset[str]
    """The ids of all that may belong to the theme or touch it."""

    @classmethod
    def of(cls, known: Things, theme: Theme) -> _LookedFor:
        decoys = tuple(map(search_key, theme.decoys))
        words = tuple((word, as_in_names(word)) for word in theme.words)
        others_said = chain(*(known.that_say(word, with_common=True) for word in theme.decoys))
        else_meant = frozenset(others_said)
        said = {word: known.that_say(word, decoys=decoys) - else_meant for word in theme.words}
        nearly = {
            word: known.that_say(word, with_common=True, decoys=decoys) - else_meant
            for word in (*theme.words, *theme.with_problem)
        }
        any_word = re.compile("|".join(pattern.pattern for _, pattern in words))
        named = (one.id for one in known.by_id.values() if any_word.search(one.all_keys))
        told = (nearly[word] for word in theme.words)
        topics = (known.about.get(name, ()) for name in (*theme.problems, *theme.activities))
        others = tuple((word, as_in_names(word)) for word in theme.with_problem)
        anywhere = frozenset(chain(named, *said.values(), *told, *topics))
        return cls(words, others, decoys, said, nearly, anywhere)

    def sure(self, thing: Thing) -> Iterator[Reason]:
        """Of a name, of key terms and of what is said again the first that is enough."""
        names = self._names(thing)
        for word, pattern in self.words:
            if pattern.search(names):
                yield Reason("name", word)
                break
        for term, key in thing.terms:
            if any(pattern.search(key) for _, pattern in self.words):
                yield Reason("term", term)
                break
        for word, ids in self.said.items():
            if thing.id in ids:
                yield Reason("said", word)
                break

    def nearly(self, thing: Thing) -> list[Reason]:
        """What is enough beside a problem."""
        names = self._names(thing)
        named = {word for word, pattern in self.others if pattern.search(names)}
        return [
            Reason("name" if word in named else "said", word)
            for word, ids in self.said_nearly.items()
            if word in named or thing.id in ids
        ][:1]

    def _names(self, thing: Thing) -> str:
        names = thing.keys
        for decoy in self.decoys:
            names = names.replace(decoy, "\n")
        return names


def _is_about(thing: Thing, topics: Sequence[Reason]) -> bool:
    """Whether a problem or activity is enough: of a measure the problem that weighs most, and all
    that it does. A sheet tells of either by a single word.
    """
    weightiest = {*thing.problems[:1], *thing.activities}
    return thing.kind == "measure" and any(topic.what in weightiest for topic in topics)


def _topics(thing: Thing, theme: Theme) -> list[Reason]:
    return [Reason("problem", name) for name in thing.problems if name in theme.problems] + [
        Reason("activity", name) for name in thing.activities if name in theme.activities
    ]
