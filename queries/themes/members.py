"""What belongs to a theme, and why: the theme stands in its name, is a key term, is said again and
again, or is the problem that it works on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.language.search_key import search_key
from queries.themes.themes import Theme
from queries.themes.things import Thing, Things, in_names

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
    touched: frozenset[str]
    """Ids of programmes that have a problem or activity of the theme, told by a word that their
    sheets say in passing.
    """


def belonging(known: Things, asked: Sequence[Theme]) -> Belonging:
    """What belongs to all of these themes."""
    each = [_to_one(known, theme) for theme in asked]
    members = {
        id_: tuple(dict.fromkeys(reason for one in each for reason in one.members[id_]))
        for id_ in each[0].members
        if all(id_ in one.members for one in each)
    }
    near = set.intersection(*({*one.touched, *one.members} for one in each))
    return Belonging(members, frozenset(near - members.keys()))


def _to_one(known: Things, theme: Theme) -> Belonging:
    words = [(word, search_key(word)) for word in theme.words]
    decoys = [search_key(word) for word in theme.decoys]
    said = {word: known.that_say(word, decoys=decoys) for word in theme.words}
    nearly = {
        word: known.that_say(word, with_common=True, decoys=decoys)
        for word in (*theme.words, *theme.with_problem)
    }
    nearly_words = [nearly[word] for word in theme.words]
    members: dict[str, tuple[Reason, ...]] = {}
    touched: set[str] = set()
    for id_, thing in known.by_id.items():
        names = _without(thing.keys, decoys)
        sure = [Reason("name", word) for word, key in words if in_names(key, names)][:1]
        sure += [Reason("term", term) for term, key in thing.terms if _any_in(words, key)][:1]
        sure += [Reason("said", word) for word, ids in said.items() if id_ in ids][:1]
        topics = _topics(thing, theme)
        if topics and not sure:
            sure = [
                Reason("said", word)
                for word, ids in nearly.items()
                if id_ in ids or in_names(search_key(word), names)
            ][:1]
        if sure or (topics and thing.kind == "measure"):
            members[id_] = (*sure[:1], *topics[:1], *sure[1:])
        elif topics or any(id_ in ids for ids in nearly_words):
            touched.add(id_)
    return Belonging(members, frozenset(touched))


def _topics(thing: Thing, theme: Theme) -> list[Reason]:
    return [Reason("problem", name) for name in thing.problems if name in theme.problems] + [
        Reason("activity", name) for name in thing.activities if name in theme.activities
    ]


def _any_in(words: Sequence[tuple[str, str]], key: str) -> bool:
    return any(in_names(word, key) for _, word in words)


def _without(keys: str, decoys: Sequence[str]) -> str:
    for decoy in decoys:
        keys = keys.replace(decoy, "\n")
    return keys
