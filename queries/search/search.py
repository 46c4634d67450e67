"""Finding things by words, and the one thing that a name means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from graph.bounds import WORD, quoted
from graph.errors import NotFound
from graph.language.fold import fold, plain
from graph.language.search_key import search_key
from graph.schema.schema import schema
from graph.store import Store
from queries.cypher import ask, ask_of_nodes
from queries.search.short_kana import short_kana

_WHERE = ("title", "alias", "start", "within", "other")
_SUGGESTED = 3  # names in a piece of advice
_NEAR = 0.5  # how like a suggestion must be (difflib's ratio)
_CANDIDATES = 20  # how many of those are looked at
_YEAR = re.compile(r"\(?(?:20\d\d|令和(?:\d+|元)|r\d+)(?:年度?|年版)?\)?(?=$|\()")


@dataclass(frozen=True)
class Hit:
    """A node that answers to a name or to words."""

    id: str
    """The node's id."""
    type: str
    """Its type, as in the graph's schema."""
    name: str
    """Its name or title."""
    why: str
    """Where the words stood: title (the whole name), alias (the whole of another name), start,
    within (the name), other (aliases, terms, bodies).
    """


def find(
    store: Store, words: str, kinds: Sequence[str] | None = None, limit: int | None = 20
) -> tuple[Hit, ...]:
    """Nodes in whose names (titles, aliases, terms …) every one of the blank-separated words
    stands, best first.

    Width, case and blanks do not count, nor do the differences that graph/language/search_key.py
    lists (hiragana or katakana, 髙 or 高, marks); a word of less than four kana has to stand in the
    name as it is typed, or to begin a name or the kana in one. `kinds` confines to node types
    (Measure, Certification …; all searchable ones if None), `limit` to so many hits (all if None).
    Raises NotFound for an unknown kind and for no words at all; no hits is an empty tuple.
    """
    wanted = [fold(word) for word in plain(words).split() if fold(word)]
    if not wanted:
        raise NotFound("no words to look for", todo="say what to find, e.g. くるみん")
    keys = [search_key(word) for word in wanted]
    is_meant = short_kana(wanted)
    rows = ask(
        store,
        "search/find",
        kinds=_searched(kinds),
        words=keys,
        longest=max(keys, key=len),
        joined="".join(wanted),
        joined_keys="".join(keys),
        with_words=is_meant is not None,
    )
    if is_meant:
        rows = [row for row in rows if is_meant(row["folded"], row["words"])]
    order = {kind: place for place, kind in enumerate(schema().nodes)}
    ranked = sorted(
        ((row, _why(row, wanted, keys)) for row in rows),
        key=lambda hit: (
            _WHERE.index(hit[1]),
            order[hit[0]["type"]],
            len(hit[0]["folded"]),
            hit[0]["id"],
        ),
    )
    return tuple(
        Hit(row["id"], row["type"], row["name"], why)
        for row, why in ranked[: None if limit is None else max(0, limit)]
    )


def _why(row: dict[str, Any], wanted: list[str], keys: list[str]) -> str:
    """Where the words stand, as they are written or else as a search compares them."""
    written = _where(row["folded"], row["alias"], wanted)
    if written == _WHERE[0]:
        return written
    compared = _where(search_key(row["folded"]), row["alias_as_compared"], keys)
    return min(written, compared, key=_WHERE.index)


def _where(name: str, alias: bool, wanted: list[str]) -> str:
    if name == "".join(wanted):
        return "title"
    if alias:
        return "alias"
    if not all(word in name for word in wanted):
        return "other"
    return "start" if name.startswith(wanted[0]) else "within"


def _searched(kinds: Sequence[str] | None) -> list[str]:
    searchable = [node.name for node in schema().nodes.values() if node.searchable]
    for kind in kinds or ():
        if kind not in searchable:
            raise NotFound(
                f"nothing of the type {kind} can be looked for",
                todo=f"one of {', '.join(searchable)}",
            )
    return searchable if kinds is None else list(kinds)


def resolve(
    store: Store,
    name: str,
    kinds: Sequence[str] | None = None,
    suggested: Sequence[str] | None = None,
) -> Hit:
    """The node that an id (with or without its type), former id, name, short name or alias means
    (folded, exact; else as graph/language/search_key.py compares; a certification's also with the
    year for which it was given).

    Where things of several types answer, the one that bears the very name goes first, then the type
    declared first. Raises NotFound with the nearest names (of the types `suggested` before all) for
    one that nothing answers to, or with the candidates where several of one type do.
    """
    ids = [name, *(f"{node.prefix}:{name}" for node in schema().nodes.values())]
    rows = (
        _of_kinds(ask_of_nodes(store, "search/named", [name]), kinds)
        or _named(store, ids, fold, kinds)
        or _named(store, ids, search_key, kinds)
    )
    if not rows and (of_any_year := without_year(name)) != fold(name):
        of_year = _named(store, [of_any_year], search_key, kinds)
        rows = [row for row in of_year if row["type"] == "Certification"]
    best = (
        next(([row] for row in rows if row["id"] == name), None)
        or [row for row in rows if row["name"] == name]
        or [row for row in rows if fold(row["name"]) == fold(name)]
        or rows
    )
    if not best:
        raise NotFound(
            f"nothing answers to {quoted(name)}",
            todo=_nearest(store, name, suggested or kinds, kinds),
        )
    first = next(kind for kind in schema().nodes if any(row["type"] == kind for row in best))
    best = [row for row in best if row["type"] == first]
    if len(best) > 1:
        raise NotFound(
            f"{quoted(name)} may mean {len(best)} things",
            todo="say which: " + ", ".join(f"{row['name']} ({row['id']})" for row in best),
        )
    return Hit(
        best[0]["id"],
        best[0]["type"],
        best[0]["name"],
        "title" if best[0]["name"] == name else "alias",
    )


def _named(
    store: Store, names: list[str], form: Callable[[str], str], kinds: Sequence[str] | None
) -> list[dict[str, Any]]:
    """What answers to one of these: the first ends each of them."""
    known = [form(name) for name in names]
    part = known[0] if all(known[0] in one for one in known) else ""
    rows = ask(store, "search/resolve", ids=names, key=names[0], names=known, part=part)
    return _of_kinds(rows, kinds)


def _of_kinds(rows: list[dict[str, Any]], kinds: Sequence[str] | None) -> list[dict[str, Any]]:
    return [row for row in rows if kinds is None or row["type"] in kinds]


def without_year(name: str) -> str:
    """The name (folded) without the year for which a certification was given:
    健康経営優良法人 for 健康経営優良法人2025.
    """
    return _YEAR.sub("", fold(name))


def near_names(store: Store, words: str, kinds: Sequence[str] | None = None) -> list[str]:
    """The names of these types (all searchable ones if None) that are most like these words.

    Raises NotFound for an unknown type.
    """
    return nearest_names(words, _names(store, kinds))


def _names(store: Store, kinds: Sequence[str] | None) -> dict[str, str]:
    """Folded name → name of all things of these types."""
    return {
        known: row["name"]
        for row in ask(store, "search/names", kinds=_searched(kinds))
        for known in row["known_as"]
    }


def _nearest(store: Store, name: str, *choices: Sequence[str] | None) -> str:
    """The nearest of the first of these choices of types that has any."""
    names = (_names(store, kinds) for kinds in choices)
    return nearest(name, next((known for known in names if nearest_names(name, known)), {}))


def nearest(
    name: str, names: Mapping[str, str], otherwise: str = "look for it with `shisaku find`"
) -> str:
    """Of `names` (folded → as shown) those most like this one, as a piece of advice; `otherwise`
    where none is near.
    """
    suggested = nearest_names(name, names)
    return f"did you mean {', '.join(suggested)}?" if suggested else otherwise


def nearest_names(name: str, names: Mapping[str, str]) -> list[str]:
    """Of `names` (folded → as shown) the few that are most like this one, the most like first; none
    where none is near.
    """
    name = name[:WORD]
    near = [
        known
        for wanted in dict.fromkeys((fold(name), search_key(name)))
        for known in _nearest_to(wanted, names)
    ]
    return list(dict.fromkeys(names[known] for known in near))[:_SUGGESTED]


def _nearest_to(wanted: str, names: Mapping[str, str]) -> list[str]:
    return [
        known
        for known in get_close_matches(wanted, names, n=_CANDIDATES, cutoff=_NEAR)
        if _share_a_run(wanted, known)
    ] + sorted((n for n in names if len(wanted) > 1 and wanted in n), key=lambda n: (len(n), n))


def _share_a_run(a: str, b: str) -> bool:
    """Whether half of the shorter name stands in the other as it is, and more than one character:
    what is merely spelt with the same letters is not near.
    """
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size >= max(
        2, (min(len(a), len(b)) + 1) // 2
    )
