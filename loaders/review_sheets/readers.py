"""What the rows of each table give to the sheet of their programme; `READERS` says which reader
reads which table.
"""

from __future__ import annotations

from collections.abc import Callable

from loaders.catalogue.records.programmes import (
    BudgetItem,
    Method,
    Money,
    Office,
    Payment,
    Plan,
    Policy,
    RelatedProgramme,
    Relation,
    SheetLaw,
    SubsidyCap,
    SubsidyRate,
)
from loaders.review_sheets import values
from loaders.review_sheets.draft import Desk, Sheet
from loaders.review_sheets.offices import ministry_of
from loaders.review_sheets.published import Row
from loaders.review_sheets.registers import law_and_article
from loaders.review_sheets.reviews import findings
from loaders.review_sheets.support import supports_companies

Reader = Callable[[Sheet, Row, Desk], None]

_METHODS: tuple[Method, ...] = (
    "direct",
    "subsidy",
    "burden",
    "grant",
    "contribution",
    "other",
)
_RELATIONS: dict[str, Relation] = {
    "親事業": "parent",
    "子事業": "child",
    "統合先": "merged_into",
    "統合元": "merged_from",
    "分割先": "split_into",
    "分割元": "split_from",
    "基金造成した基金シート": "fund",
    "基金造成されたレビューシート": "fund_of",
    "運用交付先セグメントシート": "operating_grant",
    "運用交付元レビューシート": "operating_grant_of",
    "その他関連先": "other",
    "その他関連元": "other",
}


def _offices(sheet: Sheet, row: Row, _desk: Desk) -> None:
    office = row["other_office"]
    if not office or office == sheet.office:
        return
    if office not in {told.office for told in sheet.offices}:
        sheet.offices.append(
            Office(sheet=sheet.year, line=row.line, office=office, ministry=ministry_of(office))
        )


def _outline(sheet: Sheet, row: Row, desk: Desk) -> None:
    if sheet.line:  # a further row of the same programme tells another 主要経費 only
        return
    sheet.line = row.line
    sheet.began = None if values.marked(row["began_unknown"]) else desk.year(row, "began")
    sheet.ends = None if values.marked(row["no_end"]) else desk.year(row, "ends")
    sheet.methods = [method for method in _METHODS if values.marked(row[method])]
    sheet.url = row["url"] or None
    sheet.former_number = row["former_number"] or None
    sheet.text = f"{row['purpose']}\n{row['outline']}"
    sheet.supports_companies = any(
        supports_companies(text) for text in (sheet.name, row["purpose"], row["outline"])
    )


def _basis(sheet: Sheet, row: Row, desk: Desk) -> None:
    if row["law"]:
        name, article = law_and_article(row["law"])
        parts = (row["article"], row["paragraph"] and f"第{row['paragraph']}項", row["item"])
        sheet.laws.append(
            SheetLaw(
                sheet=sheet.year,
                line=row.line,
                law=desk.laws.add(name, row["law_number"], row["law_id"]),
                article="".join(part for part in parts if part) or article or None,
            )
        )
    if row["plan"]:
        sheet.plans.append(Plan(sheet=sheet.year, line=row.line, name=row["plan"]))
    names = " / ".join(name for name in (row["policy"], row["measure"]) if name)
    if names:
        sheet.policies.append(Policy(sheet=sheet.year, line=row.line, name=names))


def _rates(sheet: Sheet, row: Row, _desk: Desk) -> None:
    place = {"sheet": sheet.year, "line": row.line}
    sheet.rates += [SubsidyRate(value=value, **place) for value in values.rates(row["rate"])]
    sheet.caps += [SubsidyCap(yen=yen, **place) for yen in values.caps(row["cap"])]


def _related(sheet: Sheet, row: Row, desk: Desk) -> None:
    if not (row["relation"] or row["related_name"]):
        return
    relation = _RELATIONS.get(row["relation"])
    if relation is None:
        desk.refuse(row, f"a relation that nobody knows: {row['relation'] or 'none'}")
        return
    number = row["related"]
    sheet.related.append(
        RelatedProgramme(
            sheet=sheet.year,
            line=row.line,
            programme=f"programme:{int(number)}" if number.isdecimal() else None,
            name=row["related_name"],
            relation=relation,
        )
    )


def _money(sheet: Sheet, row: Row, desk: Desk) -> None:
    if row["account_kind"]:  # a row of one account; the sum over accounts is a row of its own
        return
    year = desk.year(row, "budget_year")
    sums = {
        name: desk.yen(row, name)
        for name in (
            "initial",
            "supplementary",
            "carried_over",
            "reserve",
            "available",
            "executed",
            "carried_on",
            "requested",
        )
    }
    if year is None or all(yen is None for yen in sums.values()):
        return
    if year >= sheet.year:  # the year is not over: 0 stands for what is not known
        sums |= {"executed": None, "carried_on": None}
    sheet.money.append(Money(sheet=sheet.year, line=row.line, year=year, **sums))


def _budget_items(sheet: Sheet, row: Row, desk: Desk) -> None:
    year = desk.year(row, "budget_year")
    if year is None or not (row["budget_item"] or row["sub_item"]):
        return
    sheet.budget_items.append(
        BudgetItem(
            sheet=sheet.year,
            line=row.line,
            year=year,
            kind=row["kind"],
            account=" ".join(part for part in (row["account"], row["sub_account"]) if part),
            organisation=" ".join(
                part for part in (row["jurisdiction"], row["organisation"]) if part
            ),
            item=row["budget_item"],
            sub_item=row["sub_item"],
            yen=desk.yen(row, "yen"),
        )
    )


def _reviews(sheet: Sheet, row: Row, desk: Desk) -> None:
    sheet.findings += findings(sheet.year, row, desk)


def _blocks(sheet: Sheet, row: Row, _desk: Desk) -> None:
    sheet.blocks = sheet.blocks or set()
    if row["block"] and values.marked(row["from_office"]):
        sheet.blocks.add(row["block"])


def _payments(sheet: Sheet, row: Row, desk: Desk) -> None:
    if not row["recipient"]:
        return
    recipient = desk.recipients.add(row["recipient"], desk.corporate_number(row))
    key, yen = (row["block"], recipient), desk.yen(row, "yen")
    before = sheet.payments.get(key)
    if before is None:
        sheet.payments[key] = Payment(
            sheet=sheet.year,
            line=row.line,
            recipient=recipient,
            block=row["block"],
            direct=None if sheet.blocks is None else row["block"] in sheet.blocks,
            yen=yen,
        )
    elif yen is not None:
        sheet.payments[key] = before.model_copy(update={"yen": (before.yen or 0) + yen})


# in the order of reading: 5-2 says which blocks of 5-3 the office pays itself
READERS: dict[str, Reader] = {
    "1-1": _offices,
    "1-2": _outline,
    "1-3": _basis,
    "1-4": _rates,
    "1-5": _related,
    "2-1": _money,
    "2-2": _budget_items,
    "4-1": _reviews,
    "5-2": _blocks,
    "5-3": _payments,
}
