"""Which budget programmes and measures belong together, so that nobody chooses between the two:
they are in no pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import TYPE_CHECKING

from loaders.catalogue.records import Measure
from loaders.catalogue.records.programmes import Programme
from loaders.overlap.profiles import GRANT
from loaders.resolution.names import bare
from loaders.resolution.stems import stem_of
from loaders.text.lines import fold, plain

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

# what a programme is to one that is its part, its whole, or the purse that pays it
_BELONGS = {"parent", "child", "fund", "fund_of", "operating_grant", "operating_grant_of"}
# a part by which a name is told from that of the whole, folded: 推進事業(うち試し事業)
_PART = re.compile(r"\(うち(.+)\)$")
_BRACKET = re.compile(r"\(([^()]*)\)$")
# the budget of which a name is: 推進事業(令和6年度補正)
_OF_YEAR = re.compile(r"\((?:令和|平成)\d+年度[^()]*\)$")
# letters of what is left of a name without its sort; fewer may be words that many names share
_SHORTEST = 6
_SHORTEST_OF_MEASURE = 9
Pairs = Iterator[tuple[str, str]]


def apart(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """Programme or measure -> those that belong together with it, and these -> it: the measures
    that a programme pays for or is (also by its name without the sort of money); its parts, wholes
    and purses; programmes of the same name (or a part so named) in another account or budget; what
    is run jointly under much the same name; and what a body carries out for a programme that is its
    operating grant.
    """
    programmes, measures = catalogue.programmes, catalogue.measures
    known = {each.id for each in chain(programmes, measures)}
    together: dict[str, set[str]] = defaultdict(set)
    for first, second in chain(
        ((p.id, join.measure) for p in programmes for join in p.pays_for),
        (
            (p.id, other.programme)
            for p in programmes
            for other in p.related
            if other.programme and other.relation in _BELONGS
        ),
        _of_one_name(programmes),
        _of_one_stem(programmes),
        _one_grant(programmes, measures),
        _run_jointly(programmes),
        _granted(programmes, measures),
    ):
        if first != second and {first, second} <= known:
            together[first].add(second)
            together[second].add(first)
    return {one: frozenset(others) for one, others in together.items()}


def _of_one_name(programmes: Sequence[Programme]) -> Pairs:
    named: dict[str, list[str]] = defaultdict(list)
    for programme in programmes:
        name = fold(programme.name)
        for each in {name, *_PART.findall(name)}:
            named[each].append(programme.id)
    for same in named.values():
        yield from combinations(same, 2)


def _of_one_stem(programmes: Sequence[Programme]) -> Pairs:
    """Those whose names differ in the sort of money or the budget's year alone; not where a sheet
    says what the two are to each other.
    """
    said = {
        frozenset((programme.id, other))
        for programme in programmes
        for other in chain(
            (mention.of for mention in programme.mentions),
            (related.programme for related in programme.related),
        )
        if other
    }
    stems: dict[str, list[str]] = defaultdict(list)
    for programme in programmes:
        stem = _stem(_OF_YEAR.sub("", plain(programme.name).strip()))
        if len(stem) >= _SHORTEST:
            stems[stem].append(programme.id)
    for alike in stems.values():
        yield from (two for two in combinations(alike, 2) if frozenset(two) not in said)


def _one_grant(programmes: Sequence[Programme], measures: Sequence[Measure]) -> Pairs:
    """Those that are one grant by their names, whoever leads either: the measure's name, and the
    programme's, the course in its bracket, or what stands before it.
    """
    titled: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        for stem in _long({measure.title, *measure.aliases}):
            titled[stem].append(measure.id)
    for programme in programmes:
        name = plain(programme.name).strip()
        inner = _BRACKET.search(name)
        for stem in _long({name, *((inner[1], _BRACKET.sub("", name)) if inner else ())}):
            yield from ((programme.id, measure) for measure in titled.get(stem, ()))


def _long(names: Iterable[str]) -> set[str]:
    return {stem for name in names if len(stem := _stem(name)) >= _SHORTEST_OF_MEASURE}


def _stem(name: str) -> str:
    """A name without the words that say by which sort of money it is, or that it is a course."""
    return stem_of(bare(plain(name)).removesuffix("型"))


def _run_jointly(programmes: Sequence[Programme]) -> Pairs:
    """Those that are officially run jointly with another ministry, each with the one of that
    ministry whose name holds its own, or the other way round.
    """
    of_ministry: dict[str, list[Programme]] = defaultdict(list)
    for programme in programmes:
        for ministry in programme.ministries:
            of_ministry[ministry].append(programme)
    for programme in programmes:
        name = fold(programme.name)
        for other in chain.from_iterable(of_ministry[m] for m in programme.co_ministries):
            if name in (theirs := fold(other.name)) or theirs in name:
                yield programme.id, other.id


def _granted(programmes: Sequence[Programme], measures: Sequence[Measure]) -> Pairs:
    """The operating grants of bodies, each with the measures that its body carries out."""
    of_body: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        for body in measure.bodies:
            of_body[fold(body)].append(measure.id)
    for programme in programmes:
        name = fold(programme.name)
        if GRANT in name:
            for body, its in of_body.items():
                if body in name:
                    yield from ((programme.id, measure) for measure in its)
