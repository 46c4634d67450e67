"""From appearances to measures: what a measure is, over the documents that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

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
    resolution: Resolution, pages: Mapping[str, Page], documents: Iterable[Document]
) -> tuple[list[Measure], list[Appearance]]:
    """The measures, and their appearances, the latest of each with the lines of the kinds, problems
    and activities that the measure takes from it. `pages` by appearance id; `documents`: those of
    the appearances.
    """
    known = known_ministries(resolution.measures, documents)
    measure_records, appearances = [], []
    titles = sorted({a.title for resolved in resolution.measures for a in resolved.appearances})
    for resolved in resolution.measures:
        latest, page = resolved.latest, pages[resolved.latest.id]
        words = masked(page, [each.title for each in resolved.appearances], titles)
        kinds = {field: kinds_of(words, latest.title) for field, kinds_of in _KINDS.items()}
        topics = _topics(latest, page)
        own = "\n".join(line.plain for line in own_lines(latest, page).lines)
        measure_records.append(
            measure_of(
                resolved, {**kinds, **topics}, known[resolved.id], words_of(own, latest.title)
            )
        )
        appearances += [
            _with_lines(a, page, kinds, topics) if a is latest else a for a in resolved.appearances
        ]
    return measure_records, appearances


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
