"""The laws that the measures of a catalogue rest on, from what pages print and the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.catalogue.ids import digest
from loaders.catalogue.records import Appearance, Law
from loaders.text.lines import fold
from loaders.vocabulary.law_mentions import laws


def law_records(appearances: Iterable[Appearance]) -> list[Law]:
    """Each law once, by formal name, in the order of the names; number and e-Gov id where the
    vocabulary has them from a source.
    """
    names = {basis.name for appearance in appearances for basis in appearance.legal_basis}
    return [_record(name) for name in sorted(names)]


def _record(name: str) -> Law:
    listed = laws().get(name)
    egov, number = (listed.egov, listed.number) if listed else (None, None)
    return Law(id=f"law:{egov or digest(name)}", name=name, number=number)


def one_each(told: Sequence[Law], others: Sequence[Law]) -> tuple[Law, ...]:
    """Those that are `told` (programmes refer to their ids), and the others that are none of them
    by id or name.
    """
    ids, names = {law.id for law in told}, {fold(law.name) for law in told}
    more = (law for law in others if law.id not in ids and fold(law.name) not in names)
    return (*told, *more)
