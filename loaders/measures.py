"""From appearances to measures: what a measure is, over the documents that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.catalogue.records import Appearance, Document, Measure, Term
from loaders.facts.applicants import any_size, applicant_lines
from loaders.facts.kinds import beneficiaries, industries, instruments
from loaders.facts.masked import masked
from loaders.facts.terms import term_lines
from loaders.known_ministries import Known, known_ministries
from loaders.overlap.topics import topic_lines, topics_of
from loaders.resolution.resolve import Resolution, Resolved
from loaders.text.page import Page
from loaders.vocabulary import bodies

_KINDS = {"beneficiaries": beneficiaries, "industries": industries, "instruments": instruments}


def measure_of(resolved: Resolved, kinds: Mapping[str, Iterable[object]], known: Known) -> Measure:
    """The measure; `kinds` (of beneficiaries, industries, instruments, problems, activities) as its
    latest appearance shows them. `known`: its ministries; where the latest appearance does not
    print them, they are the derived ones.
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
        **{field: list(names) for field, names in kinds.items()},
    )


def measures(
    resolution: Resolution, pages: Mapping[str, Page], documents: Iterable[Document]
) -> tuple[list[Measure], list[Appearance]]:
    """The measures, and their appearances with the lines of what their pages do not print as such:
    who applies and key terms (each value with its line), and on the latest the kinds, problems and
    activities that the measure takes from it. `pages` by appearance id; `documents`: those of the
    appearances.
    """
    known = known_ministries(resolution.measures, documents)
    measure_records, appearances = [], []
    titles = sorted({a.title for resolved in resolution.measures for a in resolved.appearances})
    words = {
        a.id: masked(pages[a.id], [each.title for each in resolved.appearances], titles)
        for resolved in resolution.measures
        for a in resolved.appearances
    }
    for resolved in resolution.measures:
        kinds = {
            field: kinds_of(words[resolved.latest.id], resolved.latest.title)
            for field, kinds_of in _KINDS.items()
        }
        topics = _topics(resolved.latest, pages[resolved.latest.id])
        measure_records.append(measure_of(resolved, {**kinds, **topics}, known[resolved.id]))
        appearances += [
            _with_lines(
                a,
                pages[a.id],
                words[a.id],
                *((kinds, topics) if a is resolved.latest else ({}, {})),
            )
            for a in resolved.appearances
        ]
    return measure_records, appearances


def _topics(latest: Appearance, page: Page) -> dict[str, list[Term]]:
    """The problems that its page shows (that of a follow-up begins with the policy item: what it is
    for), and the activities that the measure's own lines show.
    """
    return topics_of(page, latest.title) | {
        "activities": topics_of(own_lines(latest, page), latest.title)["activities"]
    }


def own_lines(appearance: Appearance, page: Page) -> Page:
    """The lines of its page that are the measure's own; before them may stand its policy item."""
    first, last = appearance.line_start, appearance.line_end
    return page.part([line for line in page.lines if first <= line.number <= last])


def _with_lines(
    appearance: Appearance,
    page: Page,
    words: Page,
    kinds: Mapping[str, Mapping[str, int]],
    topics: Mapping[str, Sequence[Term]],
) -> Appearance:
    title_line = next(iter(appearance.lines.get("title", ())), appearance.line_start)
    lines = {
        "applicants": applicant_lines(words, appearance.title, title_line, appearance.applicants),
        "any_size": [
            line for line in any_size(page) if appearance.line_start <= line <= appearance.line_end
        ],
        "terms": term_lines(own_lines(appearance, page), title_line, appearance.terms),
    } | topic_lines(page, appearance.title, title_line, topics)
    lines |= {field: list(shown.values()) for field, shown in kinds.items()}
    return appearance.model_copy(
        update={"lines": appearance.lines | {field: at for field, at in lines.items() if at}}
    )
