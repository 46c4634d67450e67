"""From appearances to measures: what a measure is, over the documents that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain

from loaders.catalogue.records import Appearance, Document, Measure, Term
from loaders.derived_lines import own_lines, title_line, with_lines
from loaders.facts.kinds import beneficiaries, industries, instruments
from loaders.facts.masked import masked
from loaders.facts.traders import traders
from loaders.known_ministries import Known, known_ministries
from loaders.overlap.topics import activities_of, problems_of, topic_lines
from loaders.overlap.words import words_of
from loaders.resolution.resolve import Resolution, Resolved
from loaders.text.page import Page
from loaders.vocabulary import bodies

_MANY = 50  # fewer are read before a process has begun
_KINDS: dict[str, Callable[[Page, str], dict[str, int]]] = {
    "beneficiaries": beneficiaries,
    "industries": industries,
    "applicant_industries": lambda page, _: traders(page),
    "instruments": instruments,
}


def measure_of(
    resolved: Resolved,
    kinds: Mapping[str, Iterable[object]],
    known: Known,
    words: Mapping[str, float] | None = None,
) -> Measure:
    """The measure; `kinds` (of beneficiaries, industries, instruments, problems, activities) and
    `words` (nouns and verbs with weights) as its latest appearance shows them. `known`: its
    ministries; where the latest appearance does not print them, they are the derived ones.
    """
    latest = resolved.latest
    acting = [body.name for b in latest.bodies if (body := bodies().get(b.name)) is not None]
    return Measure(
        id=resolved.id,
        former_ids=list(resolved.former_ids),
        title=latest.title,
        aliases=resolved.aliases,
        appearances=[a.id for a in resolved.appearances],
        ministries=latest.ministries,
        derived_ministries=[] if known.by == "page" else list(known.names),
        ministries_known_by=known.by,
        agencies=latest.agencies,
        bodies=list(dict.fromkeys(acting)),
        targets=latest.targets,
        pillar=latest.section,
        terms=latest.terms,
        part_of=list(resolved.part_of),
        succeeds=list(resolved.succeeds),
        words=dict(words or {}),
        **{field: list(names) for field, names in kinds.items()},
    )


def measures(
    resolution: Resolution,
    pages: Mapping[str, Page],
    documents: Iterable[Document],
    processes: int = 1,
) -> tuple[list[Measure], list[Appearance]]:
    """The measures, and their appearances, the latest of each with the lines of the kinds, problems
    and activities that the measure takes from it. `pages` by appearance id; `documents`: those of
    the appearances. Many are read by up to so many `processes` beside each other.
    """
    known = known_ministries(resolution.measures, documents)
    titles = sorted({a.title for resolved in resolution.measures for a in resolved.appearances})
    told = [_Told(each, pages[each.latest.id], known[each.id]) for each in resolution.measures]
    beside_each_other = min(processes, len(told) // _MANY)
    if beside_each_other < 2:
        read = _all_read(told, titles)
    else:
        parts = [told[at::beside_each_other] for at in range(beside_each_other)]
        with ProcessPoolExecutor(beside_each_other - 1) as pool:
            others = pool.map(partial(_all_read, titles=titles), parts[1:])
            read = [*_all_read(parts[0], titles), *chain.from_iterable(others)]
    place = {each.id: at for at, each in enumerate(resolution.measures)}
    read.sort(key=lambda each: place[each[0].id])
    return [measure for measure, _ in read], [a for _, of_measure in read for a in of_measure]


@dataclass(frozen=True)
class _Told:
    """What a measure is read from."""

    resolved: Resolved
    """Its appearances."""
    page: Page
    """That of the latest."""
    known: Known
    """Its ministries."""


def _all_read(
    told: Sequence[_Told], titles: Sequence[str]
) -> list[tuple[Measure, list[Appearance]]]:
    return [_read(each, titles) for each in told]


def _read(told: _Told, titles: Sequence[str]) -> tuple[Measure, list[Appearance]]:
    """The measure with its appearances; `titles`: of all appearances, in order."""
    resolved, page = told.resolved, told.page
    latest = resolved.latest
    words = masked(page, [each.title for each in resolved.appearances], titles)
    kinds = {field: kinds_of(words, latest.title) for field, kinds_of in _KINDS.items()}
    topics = _topics(latest, page)
    own = "\n".join(line.plain for line in own_lines(latest, page).lines)
    measure = measure_of(resolved, {**kinds, **topics}, told.known, words_of(own, latest.title))
    with_its_lines = _with_lines(latest, page, kinds, topics)
    return measure, [with_its_lines if a is latest else a for a in resolved.appearances]


def _topics(latest: Appearance, page: Page) -> dict[str, list[Term]]:
    """The problems that its page shows (that of a follow-up begins with the policy item: what it is
    for), and the activities that the measure's own lines show.
    """
    return {
        "problems": problems_of(page, latest.title),
        "activities": activities_of(own_lines(latest, page), latest.title),
    }


def _with_lines(
    latest: Appearance,
    page: Page,
    kinds: Mapping[str, Mapping[str, int]],
    topics: Mapping[str, Sequence[Term]],
) -> Appearance:
    lines = topic_lines(page, latest.title, title_line(latest), topics)
    return with_lines(latest, lines | {field: shown.values() for field, shown in kinds.items()})
