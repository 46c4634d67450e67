"""The measures and budget programmes as a theme looks at them, and what each of them says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice
from typing import Any, Literal

from graph.language.search_key import search_key
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.overlap.left_out import measures_left_out
from queries.programmes.ids import programme_id

Kind = Literal["measure", "programme"]
_SKIPPED = "の"  # between the words of which one is made
COMMON = 0.1  # the share of all things from which on a word that they say tells little
_SHORTEST = 2  # letters of a word of which others may be made
_ENDING = 3  # letters that may follow a word
_HEAVY = 0.5  # weight of a key term that tells what its measure is about
_LATIN = re.compile(r"[a-z0-9&]+")


@dataclass(frozen=True)
class Answers:
    """An office that answers for a measure or programme."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    type: str
    """Ministry or Agency."""
    lead: bool
    """Whether it leads."""


@dataclass(frozen=True)
class Thing:
    """A measure or budget programme."""

    id: str
    """`measure:` or `programme:` and its number."""
    node: str
    """Its node in the graph."""
    kind: Kind
    """measure or programme."""
    name: str
    """Its name."""
    keys: str
    """Its names as a search compares them, one a line."""
    terms: tuple[tuple[str, str], ...]
    """The key terms that tell most, each with its search key; none of a programme."""
    problems: tuple[str, ...]
    """The policy problems that it works on, what weighs most first."""
    activities: tuple[str, ...]
    """What it does, likewise."""
    offices: tuple[Answers, ...]
    """Who answers for it, the lead first."""
    for_companies: bool
    """Whether it is a measure, or a programme whose sheet speaks of companies by size."""

    @cached_property
    def all_keys(self) -> str:
        """Names and key terms as a search compares them, one a line."""
        return "\n".join((self.keys, *(key for _, key in self.terms)))

    @property
    def ministries(self) -> tuple[str, ...]:
        """The names of its ministries, the lead first."""
        return tuple(office.name for office in self.offices if office.type == "Ministry")


@dataclass(frozen=True)
class Things:
    """All of them."""

    by_id: Mapping[str, Thing]
    """The things by their ids."""
    saying: Mapping[str, frozenset[str]]
    """Word, as a search compares it -> the ids of those that say it again and again."""
    words: tuple[str, ...]
    """These words, sorted."""
    about: Mapping[str, frozenset[str]]
    """Problem or activity -> the ids of those that work on it, or do it."""
    problems: tuple[str, ...]
    """Every problem that one works on, by name."""
    activities: tuple[str, ...]
    """Every activity, likewise."""

    def that_say(
        self, word: str, with_common: bool = False, decoys: Collection[str] = ()
    ) -> frozenset[str]:
        """The ids of those that say a word again and again, or a little longer one that begins with
        it and none of `decoys` (輸出額 for 輸出), or both words of which it is made (人材育成: 人材
        and 育成); where one of them is said by many (事業承継: 事業) they may be speaking of
        something else, and are among them only if asked for.
        """
        key = search_key(word)
        found = set(self.saying.get(key, ()))
        for end in range(_SHORTEST, len(key) - _SHORTEST + 1):
            halves = [self.saying.get(half) for half in (key[:end], _bare(key[end:]))]
            if all(half and (with_common or not self._many(half)) for half in halves):
                found |= frozenset.intersection(*(half for half in halves if half))
        for longer in self._longer(key):
            if not any(decoy in longer for decoy in decoys):
                found |= self.saying[longer]
        return frozenset(found)

    def _many(self, ids: Collection[str]) -> bool:
        return len(ids) > COMMON * len(self.by_id)

    def _longer(self, key: str) -> Iterator[str]:
        if _LATIN.fullmatch(key) or len(key) < _SHORTEST:
            return
        for word in islice(self.words, bisect_left(self.words, key), None):
            if not word.startswith(key):
                return
            if len(word) <= len(key) + _ENDING:
                yield word


@kept
def things(store: Store) -> Things:
    """The programmes and the measures, without those measures that stand in no list (another one
    carries them on, or they are mere headings).
    """
    left_out = measures_left_out(store)
    offices, terms = (_by_id(ask(store, name)) for name in ("themes/offices", "themes/terms"))
    asked: tuple[tuple[Kind, list[dict[str, Any]]], ...] = (
        ("measure", ask(store, "themes/measures")),
        ("programme", ask(store, "themes/programmes")),
    )
    by_id: dict[str, Thing] = {}
    saying: dict[str, set[str]] = defaultdict(set)
    about: dict[str, set[str]] = defaultdict(set)
    for kind, rows in asked:
        for row in rows:
            if (node := row["id"]) in left_out:
                continue
            thing = _thing(kind, row, offices.get(node, ()), terms.get(node, ()))
            by_id[thing.id] = thing
            for word in row["said"] or ():
                saying[word].add(thing.id)
            for topic in (*thing.problems, *thing.activities):
                about[topic].add(thing.id)
    return Things(
        by_id,
        {word: frozenset(ids) for word, ids in saying.items()},
        tuple(sorted(saying)),
        {topic: frozenset(ids) for topic, ids in about.items()},
        tuple(sorted({name for thing in by_id.values() for name in thing.problems})),
        tuple(sorted({name for thing in by_id.values() for name in thing.activities})),
    )


@lru_cache(maxsize=2**12)
def as_in_names(word: str) -> re.Pattern[str]:
    """A word as it stands in names (as a search compares them); one of Latin letters not in the
    middle of another.
    """
    key = search_key(word)
    if not _LATIN.fullmatch(key):
        return re.compile(re.escape(key))
    return re.compile(rf"(?<![a-z0-9]){re.escape(key)}(?![a-z0-9])")


def _bare(half: str) -> str:
    """The second of two words, without what joins them: 人材の育成."""
    return half.removeprefix(_SKIPPED)


def _by_id(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {id_: list(group) for id_, group in groupby(rows, key=lambda row: row["id"])}


def _thing(
    kind: Kind,
    row: dict[str, Any],
    offices: Sequence[dict[str, Any]],
    terms: Sequence[dict[str, Any]],
) -> Thing:
    names = (row["name"], *(row["other_names"] or ()))
    return Thing(
        programme_id(row["id"]),
        row["id"],
        kind,
        row["name"],
        "\n".join(map(search_key, names)),
        tuple(
            (term["name"], search_key(term["name"])) for term in terms if term["weight"] >= _HEAVY
        ),
        tuple(row["problems"] or ()),
        tuple(row["activities"] or ()),
        tuple(_offices(offices)),
        kind == "measure" or bool(row["for_companies"]),
    )


def _offices(rows: Iterable[dict[str, Any]]) -> Iterator[Answers]:
    for row in rows:
        yield Answers(row["office"], row["name"], row["type"], bool(row["lead"]))
