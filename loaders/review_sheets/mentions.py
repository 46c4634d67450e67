"""Whom the passages of sheets name: other programmes and measures by name or number, and other
ministries.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from loaders.catalogue.records import Measure
from loaders.catalogue.records.of_sheets import Mention
from loaders.catalogue.records.programmes import Programme
from loaders.review_sheets.passages import KINDS, Passage, kinds_in
from loaders.text.lines import fold
from loaders.vocabulary.ministries import ministries
from loaders.vocabulary.patterns import patterns

Told = Mapping[str, Sequence[tuple[int, Passage]]]
_PATTERNS = patterns(__file__)
_FIRST = 4  # letters by which names are looked up
_SHORTEST = 6  # letters of a name, folded; a shorter one may be a word of the language
_SHORTEST_IN_PART = 8  # letters of what is left of a name without its brackets or ministry
_TOLD_APART = 10  # letters of a name that is no part of a compound
_PROGRAMME = "事業"  # a name is often said without it
_MOST_ALIKE = 3  # programmes of one name; a name of more says nothing
_REVIEWS = "4-1"  # a review speaks of one matter: what is said in it is said of whom it names
Names = dict[str, dict[str, frozenset[str]]]


def with_mentions(
    programmes: Sequence[Programme], measures: Iterable[Measure], told: Told
) -> tuple[Programme, ...]:
    """The programmes with what their sheets say of others; `told`: programme -> year of the sheet
    and passage.
    """
    names = _names(programmes, measures)
    numbers = {programme.id for programme in programmes}
    return tuple(
        programme.model_copy(
            update={"mentions": list(_mentions(programme, told[programme.id], names, numbers))}
        )
        if told.get(programme.id)
        else programme
        for programme in programmes
    )


def _mentions(
    programme: Programme,
    passages: Sequence[tuple[int, Passage]],
    names: Names,
    numbers: set[str],
) -> Iterator[Mention]:
    own = {programme.id, *programme.ministries, *(join.measure for join in programme.pays_for)}
    for sheet, passage in passages:
        text = fold(passage.text)
        ends = [match.start() for match in _PATTERNS["sentence_end"].finditer(text)]
        named = [*_named(text, names), *_numbered(text, numbers), *_offices(text)]
        kinds = [
            (at, kind)
            for at, kind in kinds_in(text)
            if not any(start <= at < end for start, end, _ in named)
        ]
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for place, _, one in named:
            start, end = _sentence(place, ends, len(text))
            said = {kind for at, kind in kinds if start <= at < end}
            if not said and passage.table == _REVIEWS and ":" in one:
                said = {kind for _, kind in kinds}
            if one not in own and said:
                found[one] |= dict.fromkeys(said)
        for one, says in found.items():
            yield Mention(
                sheet=sheet,
                line=passage.line,
                table=passage.table,
                heading=passage.heading,
                by=passage.by,
                review=passage.review,
                year=passage.year,
                of=one,
                says=[kind for kind in KINDS if kind in says],
            )


def _sentence(place: int, ends: Sequence[int], length: int) -> tuple[int, int]:
    """From where to where the sentence goes in which a place is."""
    start = max((end for end in ends if end < place), default=0)
    return start, min((end for end in ends if end >= place), default=length)


# --- whom a passage names -------------------------------------------------------------------------


def _names(programmes: Iterable[Programme], measures: Iterable[Measure]) -> Names:
    """First letters -> form of a name -> the ids of those that bear it."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for programme in programmes:
        for name in (programme.name, *programme.former_names):
            for form in _forms(fold(name)):
                bearing[form].add(programme.id)
    for measure in measures:
        for title in (measure.title, *measure.aliases):
            if len(form := fold(title)) > _SHORTEST:
                bearing[form].add(measure.id)
    for form in bearing.keys() & {name.removesuffix(_PROGRAMME) for name in bearing}:
        bearing[form] |= bearing.get(form + _PROGRAMME, set())
    by_first: Names = defaultdict(dict)
    for form, ids in bearing.items():
        if len(ids) <= _MOST_ALIKE:
            by_first[form[:_FIRST]][form] = frozenset(ids)
    return by_first


def _forms(name: str) -> Iterator[str]:
    """A folded name, and what is left of it without brackets at its end or its ministry before."""
    if len(name) >= _SHORTEST:
        yield name
    bare = _PATTERNS["brackets"].sub("", name)
    for form in (bare, _office_before().sub("", bare)):
        if form != name and len(form) >= _SHORTEST_IN_PART:
            yield form


def _named(text: str, names: Names) -> Iterator[tuple[int, int, str]]:
    """From where to where a folded text names each, by id; of names that begin alike the
    longest.
    """
    beginning = [at for at in range(len(text) - _FIRST) if text[at : at + _FIRST] in names]
    behind = 0
    for at in beginning:
        forms = names[text[at : at + _FIRST]]
        if at < behind or not (standing := [f for f in forms if _stands_at(text, at, f)]):
            continue
        best = max(standing, key=len)
        behind = at + len(best)
        for one in sorted(forms[best]):
            yield at, behind, one


def _stands_at(text: str, at: int, form: str) -> bool:
    """Whether the name stands there, not as a part of a longer word."""
    return (
        text.startswith(form, at)
        and (at == 0 or _PATTERNS["goes_on"].match(text, at - 1, at) is None)
        and (
            len(form) >= _TOLD_APART
            or text.startswith(_PROGRAMME, at + len(form))
            or _PATTERNS["goes_on"].match(text, at + len(form)) is None
        )
    )


def _numbered(text: str, numbers: set[str]) -> Iterator[tuple[int, int, str]]:
    for match in _PATTERNS["number"].finditer(text):
        if (one := f"programme:{int(match[1])}") in numbers:
            yield *match.span(), one


def _offices(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _office().finditer(text):
        yield *match.span(), _by_name()[match[0]]


@cache
def _by_name() -> dict[str, str]:
    """Folded name of a ministry -> its formal name."""
    return {
        fold(name): office.name
        for office in ministries()
        for name in (office.name, *office.short_names)
        if office.level == "ministry" and _PATTERNS["office"].fullmatch(fold(name))
    }


@cache
def _office() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _by_name()), key=len, reverse=True)))


@cache
def _office_before() -> re.Pattern[str]:
    return re.compile(f"^(?:{_office().pattern})")
