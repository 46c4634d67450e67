"""Sheets of one programme over the years -> the programme: plain values of the latest sheet, of
each budget year what the latest sheet tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from loaders.catalogue.records.programmes import (
    AccountMoney,
    BudgetItem,
    Money,
    Payment,
    Programme,
    SheetHead,
    SheetLaw,
)
from loaders.review_sheets.draft import Sheet
from loaders.review_sheets.offices import ministry_of, parted
from loaders.review_sheets.registers import Laws
from loaders.text.lines import fold

OfYear = TypeVar("OfYear", AccountMoney, BudgetItem)


def programme_of(sheets: Sequence[Sheet], laws: Laws) -> Programme:
    """The programme of sheets that bear its number."""
    in_order = sorted(sheets, key=lambda sheet: -sheet.year)
    latest = in_order[0]
    return Programme(
        id=f"programme:{int(latest.number)}",
        name=latest.name,
        former_names=_former_names(in_order),
        sheets=[sheet.year for sheet in in_order],
        heads=[_head(sheet) for sheet in in_order],
        ministries=_ministries(latest),
        agencies=_agencies(latest),
        co_offices=latest.offices,
        co_ministries=_co_ministries(latest),
        bureau=latest.bureau or None,
        division=latest.division or None,
        began=latest.began,
        ends=latest.ends,
        methods=latest.methods,
        url=latest.url,
        former_number=latest.former_number,
        money=_money(in_order),
        accounts=_accounts(in_order),
        budget_items=_budget_items(in_order),
        rates=latest.rates,
        caps=latest.caps,
        laws=_laws(latest.laws, laws),
        plans=list({fold(plan.name): plan for plan in reversed(latest.plans)}.values())[::-1],
        policies=list({p.name: p for p in reversed(latest.policies)}.values())[::-1],
        related=[related for sheet in in_order for related in sheet.related],
        findings=[finding for sheet in in_order for finding in sheet.findings],
        payments=_payments(in_order),
        targets=list(latest.targets.values()),
        supports_companies=latest.supports_companies,
        lines={"name": latest.line} if latest.line else {},
    )


def _former_names(in_order: Sequence[Sheet]) -> list[str]:
    latest, *earlier = in_order
    return list(dict.fromkeys(s.name for s in earlier if fold(s.name) != fold(latest.name)))


def _head(sheet: Sheet) -> SheetHead:
    ministry = next(iter(_ministries(sheet)), None)
    return SheetHead(sheet=sheet.year, line=sheet.line, name=sheet.name, ministry=ministry)


def _ministries(sheet: Sheet) -> list[str]:
    """The ministry of the vocabulary, or, for an office that it does not hold, as printed."""
    ministry = ministry_of(sheet.ministry) or ministry_of(sheet.office) or sheet.ministry
    return [ministry] if ministry else []


def _co_ministries(sheet: Sheet) -> list[str]:
    own = {*_ministries(sheet), *_agencies(sheet)}
    others = (o for o in sheet.offices if o.office not in own or o.ministry not in own)
    return list(
        dict.fromkeys(
            o.ministry if o.ministry and o.ministry not in own else o.office for o in others
        )
    )


def _agencies(sheet: Sheet) -> list[str]:
    """The outer office that is printed as the office, or as the bureau."""
    agencies = (parted(name)[1] for name in (sheet.office, sheet.bureau))
    return list(dict.fromkeys(agency for agency in agencies if agency))


def _money(in_order: Sequence[Sheet]) -> list[Money]:
    of_year: dict[int, Money] = {}
    for sheet in in_order:
        for money in sheet.money:
            of_year.setdefault(money.year, money)
    return sorted(of_year.values(), key=lambda money: -money.year)


def _accounts(in_order: Sequence[Sheet]) -> list[AccountMoney]:
    rows = _latest_told([sheet.accounts for sheet in in_order])
    return sorted(rows, key=lambda row: (-row.year, row.line))


def _budget_items(in_order: Sequence[Sheet]) -> list[BudgetItem]:
    rows = _latest_told([sheet.budget_items for sheet in in_order])
    return sorted(rows, key=lambda item: (-item.year, -item.sheet, item.line))


def _latest_told(in_order: Sequence[Sequence[OfYear]]) -> list[OfYear]:
    """Rows of sheets, the latest first -> of each budget year those of the latest sheet that tells
    of it.
    """
    latest: dict[int, int] = {}  # budget year -> the year of the sheet
    for rows in in_order:
        for row in rows:
            latest.setdefault(row.year, row.sheet)
    return [row for rows in in_order for row in rows if latest[row.year] == row.sheet]


def _laws(told: Iterable[SheetLaw], laws: Laws) -> list[SheetLaw]:
    final = (law.model_copy(update={"law": laws.final_id(law.law)}) for law in told)
    return list({(law.law, law.article): law for law in reversed(list(final))}.values())[::-1]


def _payments(in_order: Sequence[Sheet]) -> list[Payment]:
    """What each sheet says was paid: in all where table 5-1 tells of it, else over uses; without a
    sum in all it is that of the contracts.
    """
    return [
        payment.model_copy(
            update={
                "direct": None if sheet.blocks is None else payment.block in sheet.blocks,
                "yen": payment.yen if payment.yen is not None else _of_contracts(payment),
            }
        )
        for sheet in in_order
        for payment in (sheet.payments or sheet.uses).values()
    ]


def _of_contracts(payment: Payment) -> int | None:
    sums = [contract.yen for contract in payment.contracts if contract.yen is not None]
    return sum(sums) if sums else None
