"""Changes of measures and of budget programmes as rows of one form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from queries.changes.diff import Change, Diff
from queries.changes.growth import Amount
from queries.changes.sheets import SheetChange, SheetDiff, SheetMoney, SheetSide
from queries.measure.version import DocumentVersion
from queries.programmes.ids import node_of
from queries.sources import Source


@dataclass(frozen=True)
class Row:
    """One change as it is listed."""

    kind: str
    """Its kind (changes.kind…)."""
    id: str
    """The measure or programme."""
    href: str
    """The address of its page."""
    name: str
    """Its name now."""
    ministries: tuple[str, ...]
    """The ministries of both sides, as printed."""
    before: str
    """What the first says."""
    after: str
    """What the second says."""
    before_at: tuple[Source, ...]
    """Where the first says so."""
    after_at: tuple[Source, ...]
    """Where the second does."""
    yen: int | None
    """By how many yen its money changed; None where that cannot be told."""
    note: str
    """What else is known of it."""


def of_documents(words: Words, diff: Diff) -> list[Row]:
    """The changes of measures, in the order of the answer."""
    return [
        Row(
            change.kind,
            change.id,
            address.link("measure", words.language, id=change.id),
            change.title,
            _offices(change),
            _side(words, change, change.before, change.money.before if change.money else None),
            _side(words, change, change.after, change.money.after if change.money else None),
            change.before.sources if change.before else (),
            change.after.sources if change.after else (),
            change.money.after.yen - change.money.before.yen if change.money else None,
            words.listed(list(_notes(words, change))),
        )
        for change in diff.changes
    ]


def _offices(change: Change) -> tuple[str, ...]:
    sides = [side.ministries for side in (change.before, change.after) if side]
    return tuple(dict.fromkeys(name for side in sides for name in side))


def _side(words: Words, change: Change, side: DocumentVersion | None, amount: Amount | None) -> str:
    if side is None:
        return ""
    if amount:
        year = (
            words("measure.fiscal_year", year=amount.year)
            if amount.year
            else words("changes.no_year")
        )
        yen = figures.budget(words, amount.yen)
        sum_ = words("changes.at_most", sum=yen) if amount.at_most else yen
        return f"{year} {words.of('kind', amount.kind)} {sum_}"
    if change.kind in ("moved", "partners"):
        return words.listed([naming.ministry_name(words, name) for name in side.ministries])
    if side.titles == (change.title,):
        return words("changes.has_it")
    return " / ".join(side.titles)


def _notes(words: Words, change: Change) -> Iterator[str]:
    for told in change.told_as:
        yield words(f"changes.told_as.{told.how}", name=told.name)
    named = {told.id for told in change.told_as}
    for relative in change.relatives:
        if relative.id not in named:
            yield f"{words(f'relative.{relative.relation}')} {relative.title}"
    if change.money and not change.money.sure:
        yield words("changes.most")
    if change.elsewhere:
        names = [naming.document_short(words, each) for each in change.elsewhere]
        yield words("changes.elsewhere", names=words.listed(names))


def of_sheets(words: Words, diff: SheetDiff) -> list[Row]:
    """The changes of budget programmes, in the order of the answer."""
    return [_of_sheet(words, change) for change in diff.changes]


def _of_sheet(words: Words, change: SheetChange) -> Row:
    sides = [side for side in (change.before, change.after) if side]
    return Row(
        change.kind,
        change.id,
        address.link("programmes", words.language, id=node_of(change.id)),
        sides[-1].name if sides else change.id,
        tuple(dict.fromkeys(side.ministry for side in sides if side.ministry)),
        _sheet_side(words, change.before),
        _sheet_side(words, change.after),
        change.before.sources if change.before else (),
        change.after.sources if change.after else (),
        _difference(change),
        words.listed(
            [
                *(words(f"changes.how.{each.how}", name=each.name) for each in change.relatives),
                *([words("changes.planned_end", year=change.ends)] if change.ends else []),
            ]
        ),
    )


def of_money(words: Words, changed: Sequence[SheetMoney]) -> list[Row]:
    """The programmes whose initial budget grew, then those whose shrank, by number."""
    rows = [
        _of_sheet(words, SheetChange("moved", one.id, one.before, one.after)) for one in changed
    ]
    kinds = [replace(row, kind="grown" if (row.yen or 0) > 0 else "shrunk") for row in rows]
    return sorted(kinds, key=lambda row: row.kind)


def _difference(change: SheetChange) -> int | None:
    """What its initial budget changed by."""
    first, second = (side.initial if side else None for side in (change.before, change.after))
    return second - first if first is not None and second is not None else None


def _sheet_side(words: Words, side: SheetSide | None) -> str:
    if side is None:
        return ""
    initial = "?" if side.initial is None else figures.budget(words, side.initial)
    return f"{side.number} {side.name} ({words('changes.initial', sum=initial)})"
