"""How a bonus stands over documents: what later ones tell of the programmes that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import CatalogueError
from graph.schema.rule_status import RuleStatus
from loaders.catalogue.records import Appearance, Benefit, Bonus, Document, Ended, Item, Measure
from loaders.text.lines import fold

# a later document has the scope of an earlier one where it covers at least this share of the
# measures that the earlier covers
_SAME_SCOPE = 1 / 3
_FISCAL_YEAR = 4  # the month with which it begins
# what stands in regulations, whoever tells of it
_WITHOUT_END: set[Benefit] = {"immigration_points", "procurement_points", "mark_use"}


@dataclass(frozen=True)
class Coverage:
    """The documents in order, by id, and what each covers."""

    order: Mapping[str, int]
    """Their rank by date."""
    dates: Mapping[str, str]
    """Their dates (of one without: its id)."""
    measures: Mapping[str, set[str]]
    """The measures and items that each has a page or a bonus on."""
    programmes: Mapping[str, set[str]]
    """What the bonuses of each raise: ids of measures, folded names of programmes."""
    items: Mapping[str, set[str]]
    """The items of earlier documents that each carries on."""
    latest: Mapping[str, Appearance]
    """The latest appearance of each measure."""
    successors: Mapping[str, Measure]
    """By measure the one that succeeds it."""
    relatives: Mapping[str, set[str]]
    """By measure it and those that it succeeds or is succeeded by, or is a part or the whole of:
    under one of these names another document may tell of it. Of those that have any.
    """
    wholes: Mapping[str, set[str]]
    """By measure those that it is a part of: a part goes on with its whole."""

    def status(self, latest: Bonus, measures: set[str]) -> tuple[RuleStatus, Ended | None]:
        """How a bonus stands that `latest` states last and no later document does, and of one that
        ended why; `measures` is what it is about.

        `ended`: no document of the newest kind tells of its measures any more, save what stands in
        a law or in regulations. `not_restated`: a later one tells of them, but not of this.
        """
        if latest.benefit in _WITHOUT_END:
            return latest.status, None
        last = self._last_that_covers(measures) or latest.document
        if over := self._over(last, measures):
            wholes = {whole for measure in measures for whole in self.wholes.get(measure, ())}
            if any(
                measures & self.programmes[document] or wholes & self.measures[document]
                for document in self._later(last)
            ):
                return "not_restated", None
            return "ended", over
        later = self.order[last] > self.order[latest.document]
        if later:
            return "not_restated", None
        return latest.status, None

    def _last_that_covers(self, measures: set[str]) -> str | None:
        covering = [
            document
            for document, covered in self.measures.items()
            if measures & (covered | self.items[document])
        ]
        return max(covering, key=self.order.__getitem__, default=None)

    def _over(self, last: str, measures: set[str]) -> Ended | None:
        """Why the programmes that the document `last` tells of last are over, None where no later
        document could have told of them.
        """
        later = [document for document in self._later(last) if self._succeeds(document, last)]
        if not later or self._is_law(measures):
            return None
        for measure in sorted(measures):
            successor = self.successors.get(measure)
            if successor and successor.id not in measures:
                told = self.latest[successor.id]
                return Ended(
                    why="succeeded",
                    by=successor.id,
                    document=told.document,
                    line=told.line_start,
                )
        return Ended(why="not_told", document=max(later, key=self.order.__getitem__))

    def _later(self, document: str) -> list[str]:
        """The documents that were made in a later fiscal year."""
        year = self._fiscal_year(document)
        return [later for later in self.order if self._fiscal_year(later) > year]

    def _succeeds(self, later: str, earlier: str) -> bool:
        """Whether a document is of the scope of an earlier one."""
        covered = self.measures[earlier]
        common = covered & self.measures[later]
        return self.order[later] > self.order[earlier] and len(common) >= _SAME_SCOPE * len(covered)

    def _fiscal_year(self, document: str) -> int:
        """That in which a document was made; 0 for one without a date."""
        year, _, month = self.dates[document].partition("-")
        if not year.isdecimal():
            return 0
        return int(year) - (month[:2].isdecimal() and int(month[:2]) < _FISCAL_YEAR)

    def _is_law(self, measures: set[str]) -> bool:
        """Whether one of the measures rests on a law and no page gives it a budget."""
        told = [self.latest[measure] for measure in measures if measure in self.latest]
        return any(page.legal_basis for page in told) and not any(page.budgets for page in told)


def about(bonus: Bonus) -> set[str]:
    """What a bonus is about: the ids of the measure that states it and of the one that it raises,
    or the folded name of the programme.
    """
    raised = [*([bonus.raises] if bonus.raises else ()), *bonus.also_raises]
    return {
        bonus.measure,
        *(each.measure or fold(each.programme or each.printed) for each in raised),
    }


def coverage(
    bonuses: Sequence[Bonus],
    documents: Sequence[Document],
    appearances: Sequence[Appearance],
    items: Sequence[Item],
    measures: Sequence[Measure],
) -> Coverage:
    """What the documents cover; raises `CatalogueError` for a bonus whose document is not among
    them.
    """
    in_order = sorted(documents, key=lambda document: (document.date, document.id))
    order = {document.id: at for at, document in enumerate(in_order)}
    covered: dict[str, set[str]] = {document.id: set() for document in in_order}
    latest: dict[str, Appearance] = {}
    for appearance in sorted(appearances, key=lambda a: (order[a.document], a.id)):
        covered[appearance.document].add(appearance.measure)
        latest[appearance.measure] = appearance
    programmes: dict[str, set[str]] = {document: set() for document in covered}
    for bonus in bonuses:
        if bonus.document not in covered:
            raise CatalogueError(
                f"bonus of an unknown document {bonus.document}",
                bonus.id,
                "extract the document with it",
            )
        covered[bonus.document].add(bonus.measure)
        programmes[bonus.document] |= about(bonus) - {bonus.measure}
    by_id = {item.id: item for item in items}
    return Coverage(
        order=order,
        dates={document.id: document.date or document.id for document in in_order},
        measures=covered,
        programmes=programmes,
        items={
            document.id: {
                earlier
                for item in items
                if item.document == document.id
                for earlier in _carried_on(item, by_id)
            }
            for document in in_order
        },
        latest=latest,
        successors={
            former: measure
            for measure in measures
            for former in measure.succeeds
            if measure.id in latest
        },
        relatives=_relatives(measures),
        wholes={measure.id: set(measure.part_of) for measure in measures if measure.part_of},
    )


def _carried_on(item: Item, items: Mapping[str, Item]) -> set[str]:
    """The earlier items that the item carries on, over others in between."""
    return {
        earlier
        for before in item.continues
        for earlier in (before, *(_carried_on(items[before], items) if before in items else ()))
    }


def _relatives(measures: Iterable[Measure]) -> dict[str, set[str]]:
    relatives: dict[str, set[str]] = {}
    for measure in measures:
        for other in (*measure.succeeds, *measure.part_of):
            relatives.setdefault(measure.id, {measure.id}).add(other)
            relatives.setdefault(other, {other}).add(measure.id)
    return relatives
