"""What the rows of each table give to the sheet of their programme; `READERS` says which reader
reads which table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from loaders.catalogue.records.programmes import (
    AccountMoney,
    BudgetItem,
    Contract,
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
    Target,
)
from loaders.review_sheets import values
from loaders.review_sheets.draft import Desk, Sheet
from loaders.review_sheets.offices import ministry_of
from loaders.review_sheets.passages import passages
from loaders.review_sheets.printed_names import article_name, plan_name
from loaders.review_sheets.published import Row
from loaders.review_sheets.registers import law_and_article
from loaders.review_sheets.reviews import findings
from loaders.review_sheets.support import supports_companies
from loaders.review_sheets.tables import YEAR

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
# word in the cell that says what the numbers of a row of 3-1 are -> where they go
_SERIES: dict[str, Literal["targets", "results"]] = {
    "目標値": "targets",
    "見込み": "targets",
    "実績": "results",
}
_NO_SERIES = ("目標年度", "達成率")


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
    sheet.keep(passages(row, "1-2", ("purpose", "issues", "outline"), "office"))
    sheet.text = f"{row['purpose']}\n{row['outline']}"
    sheet.supports_companies = any(
        supports_companies(text) for text in (sheet.name, row["purpose"], row["outline"])
    )


def _basis(sheet: Sheet, row: Row, desk: Desk) -> None:
    name, article = law_and_article(row["law"])
    if name:
        parts = (row["article"], row["paragraph"] and f"第{row['paragraph']}項", row["item"])
        sheet.laws.append(
            SheetLaw(
                sheet=sheet.year,
                line=row.line,
                law=desk.laws.add(name, row["law_number"], row["law_id"]),
                article=article_name("".join(part for part in parts if part) or article) or None,
            )
        )
    if plan := plan_name(row["plan"]):
        sheet.plans.append(Plan(sheet=sheet.year, line=row.line, name=plan))
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
        _account(sheet, row, desk)
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


def _account(sheet: Sheet, row: Row, desk: Desk) -> None:
    year = desk.year(row, "budget_year")
    sums = {
        "initial": desk.yen(row, "account_initial"),
        "supplementary": _together(row, desk, *(f"supplementary_{nth}" for nth in range(1, 6))),
        "carried_over": desk.yen(row, "account_carried_over"),
        "reserve": _together(row, desk, *(f"reserve_{nth}" for nth in range(1, 5))),
        "available": desk.yen(row, "account_available"),
        "executed": desk.yen(row, "account_executed"),
        "requested": desk.yen(row, "account_requested"),
    }
    if year is None or all(yen is None for yen in sums.values()):
        return
    if year >= sheet.year:  # the year is not over: 0 stands for what is not known
        sums["executed"] = None
    names = (row["account"], row["sub_account"])
    sheet.accounts.append(
        AccountMoney(
            sheet=sheet.year,
            line=row.line,
            year=year,
            kind=row["account_kind"],
            account=" ".join(name for name in names if name),
            **sums,
        )
    )


def _together(row: Row, desk: Desk, *columns: str) -> int | None:
    told = [yen for column in columns if (yen := desk.yen(row, column)) is not None]
    return sum(told) if told else None


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


def _blocks(sheet: Sheet, row: Row, _desk: Desk) -> None:
    sheet.blocks = sheet.blocks or set()
    if row["block"] and values.marked(row["from_office"]):
        sheet.blocks.add(row["block"])


def _targets(sheet: Sheet, row: Row, desk: Desk) -> None:
    """A row has one series over the years: what was aimed at, what was reached, or their rate,
    which is no fact of its own.
    """
    if not row["indicator"] or row["what"] in _NO_SERIES:
        return
    series = next((name for word, name in _SERIES.items() if word in row["what"]), None)
    if series is None:
        desk.refuse(row, f"neither target nor result: {row['what'][:40]!r}")
        return
    of_years = {
        int(column): value
        for column in row.cells
        if YEAR.fullmatch(column) and (value := desk.number(row, column)) is not None
    }
    key = (row["kind"], row["indicator"], row["counted_in"])
    target = sheet.targets.get(key) or Target(
        sheet=sheet.year,
        line=row.line,
        kind=row["kind"],
        indicator=row["indicator"],
        unit=row["counted_in"] or None,
    )
    sheet.targets[key] = target.model_copy(update={series: getattr(target, series) | of_years})


def _payments(sheet: Sheet, row: Row, desk: Desk) -> None:
    """A recipient's sum stands on one of its rows or on each; a row may tell a contract beside it
    or alone.
    """
    if not row["recipient"]:
        return
    payment = _payment(sheet, row, desk, sheet.payments, "5-1")
    total, contracts = desk.yen(row, "total"), payment.contracts
    if total is not None and payment.yen not in (None, total):
        desk.refuse(row, f"{total:,} yen in all, and {payment.yen:,} yen in an earlier row")
        total = payment.yen
    if row["yen"] or row["method"]:
        bidders = desk.number(row, "bidders")
        contract = Contract(
            line=row.line,
            yen=desk.yen(row, "yen"),
            method=row["method"] or None,
            bidders=int(bidders) if bidders is not None else None,
            award_rate=desk.number(row, "award_rate"),
        )
        contracts = [*contracts, contract]
    sheet.payments[row["block"], payment.recipient] = payment.model_copy(
        update={"yen": payment.yen if total is None else total, "contracts": contracts}
    )


def _uses(sheet: Sheet, row: Row, desk: Desk) -> None:
    if not row["recipient"]:
        return
    payment, yen = _payment(sheet, row, desk, sheet.uses, "5-3"), desk.yen(row, "yen")
    if yen is not None:
        payment = payment.model_copy(update={"yen": (payment.yen or 0) + yen})
    sheet.uses[row["block"], payment.recipient] = payment


def _payment(
    sheet: Sheet,
    row: Row,
    desk: Desk,
    known: Mapping[tuple[str, str], Payment],
    table: Literal["5-1", "5-3"],
) -> Payment:
    """What is known so far of the payment that a row tells of."""
    recipient = desk.recipients.add(row["recipient"], desk.corporate_number(row))
    return known.get((row["block"], recipient)) or Payment(
        sheet=sheet.year,
        line=row.line,
        table=table,
        recipient=recipient,
        block=row["block"],
        direct=None,
        yen=None,
    )


READERS: dict[str, Reader] = {
    "1-1": _offices,
    "1-2": _outline,
    "1-3": _basis,
    "1-4": _rates,
    "1-5": _related,
    "2-1": _money,
    "2-2": _budget_items,
    "3-1": _targets,
    "4-1": findings,
    "5-1": _payments,
    "5-2": _blocks,
    "5-3": _uses,
}
