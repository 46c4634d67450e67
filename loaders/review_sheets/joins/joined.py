"""Weighs the evidence: which programme pays for which measure, and of which pairs that is in
doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.catalogue.records import Appearance, Measure
from loaders.catalogue.records.programmes import PaysFor, PaysForKind, Programme
from loaders.resolution.names import bare
from loaders.review_sheets.joins.by_hand import HandJoin
from loaders.review_sheets.joins.by_money import by_money
from loaders.review_sheets.joins.by_names import by_names
from loaders.review_sheets.joins.evidence import Evidence, dice
from loaders.review_sheets.joins.in_texts import in_texts

_ALIKE = 0.7  # share of letters (evidence.dice) of names that are not joined and may be one
_THROUGH_WHOLE = 0.9  # of the score of the join with the whole or the part
_BY_HAND = 1.0

Pairs = dict[tuple[str, str], list[Evidence]]


@dataclass(frozen=True)
class Joined:
    """What was joined."""

    programmes: tuple[Programme, ...]
    """The programmes, each with the measures that it pays for."""
    doubts: tuple[str, ...]
    """Pairs of names much alike that nothing else joins, a line each."""


def joined(
    programmes: Sequence[Programme],
    measures: Sequence[Measure],
    appearances: Sequence[Appearance],
    texts: Mapping[str, str],
    by_hand: Sequence[HandJoin] = (),
) -> Joined:
    """The programmes with the measures of the same ministry, or of none, that they pay for;
    `texts`: programme id -> its purpose and outline.
    """
    of_measure: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        of_measure[appearance.measure].append(appearance)
    ministries = {m.id: {*(m.ministries or m.derived_ministries)} for m in measures}
    pairs: Pairs = defaultdict(list)
    doubts: dict[tuple[str, str], str] = {}
    for ministry, its in _of_ministry(programmes).items():
        own = [m for m in measures if ministry in ministries[m.id]]
        of_none = [m for m in measures if not ministries[m.id]]
        for evidence in _evidence(its, own, of_none, of_measure, texts):
            pairs[evidence.pair].append(evidence)
        doubts.update(_alike(its, own))
    joins = {pair: _weighed(found) for pair, found in pairs.items()}
    _through_wholes(joins, measures)
    _as_judged(joins, by_hand, {a.id: a.measure for a in appearances})
    return Joined(
        tuple(_with_joins(programmes, joins, ministries, of_measure)),
        tuple(line for pair, line in sorted(doubts.items()) if pair not in joins),
    )


def _evidence(
    programmes: Sequence[Programme],
    own: Sequence[Measure],
    of_none: Sequence[Measure],
    of_measure: Mapping[str, Sequence[Appearance]],
    texts: Mapping[str, str],
) -> Iterator[Evidence]:
    """What speaks for the programmes of a ministry paying for its own measures, or for those of
    which no ministry is known; sums alone say nothing of these.
    """
    yield from by_names(programmes, [*own, *of_none], of_measure)
    yield from in_texts(programmes, [*own, *of_none], texts)
    yield from by_money(programmes, {measure.id: of_measure[measure.id] for measure in own})


def _with_joins(
    programmes: Iterable[Programme],
    joins: Mapping[tuple[str, str], PaysFor],
    ministries: Mapping[str, set[str]],
    of_measure: Mapping[str, Sequence[Appearance]],
) -> Iterator[Programme]:
    of_programme: dict[str, list[PaysFor]] = defaultdict(list)
    for (programme_id, _), join in joins.items():
        of_programme[programme_id].append(join)
    for programme in programmes:
        found = []
        for join in of_programme.get(programme.id, ()):
            if ministries[join.measure] & set(programme.ministries):
                join = join.model_copy(update={"why": [*join.why, "same_ministry"]})
            found.append(_in_time(join, programme, of_measure))
        found.sort(key=lambda join: join.measure)
        yield programme.model_copy(update={"pays_for": found}) if found else programme


def _of_ministry(programmes: Iterable[Programme]) -> dict[str, list[Programme]]:
    by_ministry: dict[str, list[Programme]] = defaultdict(list)
    for programme in programmes:
        for ministry in programme.ministries:
            by_ministry[ministry].append(programme)
    return by_ministry


def _weighed(found: Iterable[Evidence]) -> PaysFor:
    """One join of all that speaks for a pair: names say what the programme is to the measure; one
    that is only named in a text, or as a pot, and has its very sums is the same.
    """
    ranked = sorted(found, key=lambda e: (e.why != "same_name", e.why == "same_money", -e.score))
    first = ranked[0]
    whys = tuple(dict.fromkeys(e.why for e in ranked))
    kind: PaysForKind = first.kind
    score = first.score
    if "same_money" in whys and len(whys) > 1:
        money = next(e for e in ranked if e.why == "same_money")
        score = 1 - (1 - first.score) * (1 - money.score)
        if not {"same_name", "part_of_name"} & set(whys):
            kind = money.kind
    return PaysFor(measure=first.measure, kind=kind, score=round(score, 3), why=list(whys))


def _through_wholes(joins: dict[tuple[str, str], PaysFor], measures: Iterable[Measure]) -> None:
    """A programme that is a measure is a part of what the measure is a part of, and pays for the
    measure's own parts.
    """
    same = [(pair, join) for pair, join in joins.items() if join.kind == "same"]
    wholes = {measure.id: measure.part_of for measure in measures}
    parts: dict[str, list[str]] = defaultdict(list)
    for part, of in wholes.items():
        for whole in of:
            parts[whole].append(part)
    for (programme, measure), join in same:
        score = round(_THROUGH_WHOLE * join.score, 3)
        related: list[tuple[str, PaysForKind, str]] = [
            *((whole, "part", "through_part") for whole in wholes.get(measure, ())),
            *((part, "funds", "through_whole") for part in parts.get(measure, ())),
        ]
        for other, kind, why in related:
            joins.setdefault(
                (programme, other), PaysFor(measure=other, kind=kind, score=score, why=[why])
            )


def _as_judged(
    joins: dict[tuple[str, str], PaysFor],
    by_hand: Iterable[HandJoin],
    measure_of: Mapping[str, str],
) -> None:
    for row in by_hand:
        if (measure := measure_of.get(row.appearance)) is None:
            continue
        joins.pop((row.programme, measure), None)
        if row.verdict != "different":
            joins[row.programme, measure] = PaysFor(
                measure=measure, kind=row.verdict, score=_BY_HAND, why=["by_hand"]
            )


def _in_time(
    join: PaysFor, programme: Programme, of_measure: Mapping[str, Sequence[Appearance]]
) -> PaysFor:
    """A programme that only names a measure in its text, and began after the last year of which the
    measure tells money, follows it.
    """
    years = [b.year for a in of_measure[join.measure] for b in a.budgets if b.year]
    follows = programme.began and years and programme.began > max(years)
    if join.kind == "funds" and "named_in_text" in join.why and follows:
        return join.model_copy(update={"kind": "successor"})
    return join


def _alike(
    programmes: Iterable[Programme], measures: Sequence[Measure]
) -> Iterator[tuple[tuple[str, str], str]]:
    titles = [(m, bare(m.title)) for m in measures]
    for programme in programmes:
        name = bare(programme.name)
        for measure, title in titles:
            if (share := dice(name, title)) >= _ALIKE:
                line = (
                    f"{programme.id} {programme.name} ~ {measure.title} ({measure.id}): {share:.2f}"
                )
                yield (programme.id, measure.id), line
