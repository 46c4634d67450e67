"""Money by ministry, and all of it, beside what the documents state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.files.yaml_file import read_yaml
from graph.store import Store
from queries.cypher import ask
from queries.money.rule import Draw, Total, totals
from queries.overview.overview import overview


@dataclass(frozen=True)
class MinistryMoney:
    """What one kind of budget comes to for one ministry (yen in `total`, see queries.money).

    A budget of a joint measure counts for each of its ministries: ministries must not be added up.
    `joint` is how many of the budgets also count for another ministry; `derived` how many measures
    came through a body.
    """

    ministry: str
    name: str
    total: Total
    joint: int
    derived: int


@dataclass(frozen=True)
class Reason:
    """Why our total and a document's own differ: `code` (a key of reasons.yaml), how many cases,
    and the text.
    """

    code: str
    count: int
    japanese: str
    english: str


@dataclass(frozen=True)
class StatedMoney:
    """The sum that a document states of itself, in yen."""

    document: str
    yen: int


@dataclass(frozen=True)
class TotalMoney:
    """Our totals per kind, what the documents state of themselves, and why the two differ."""

    totals: tuple[Total, ...]
    stated: tuple[StatedMoney, ...]
    reasons: tuple[Reason, ...]


def money_by_ministry(store: Store) -> tuple[MinistryMoney, ...]:
    """Per ministry (by id) and kind of budget (in the order of money.KINDS)."""
    rows = ask(store, "money/by_ministry")
    ministries: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        ministries[row["budget"]].add(row["ministry"])
    return tuple(
        _ministry_money(list(own), ministries, total)
        for _, group in groupby(rows, key=lambda row: row["ministry"])
        for own in [list(group)]
        for total in totals(map(Draw.of, own))
    )


def _ministry_money(
    rows: list[dict[str, Any]], ministries: dict[str, set[str]], total: Total
) -> MinistryMoney:
    own = [row for row in rows if Draw.of(row).kind == total.kind]
    joint = sum(len(ministries[budget]) > 1 for budget in {row["budget"] for row in own})
    derived = {row["measure"] for row in own if row["derived"]}
    return MinistryMoney(rows[0]["ministry"], rows[0]["name"], total, joint, len(derived))


def total_money(store: Store) -> TotalMoney:
    """All budgets, each counted once, per kind."""
    draws = [Draw.of(row) for row in ask(store, "money/all_money")]
    found = totals(draws)
    stated = tuple(
        StatedMoney(document.id, yen)
        for document in overview(store).documents
        if isinstance(yen := document.states.get("yen"), int)
    )
    without = ask(store, "money/measures_without_money")[0]["count"]
    return TotalMoney(found, stated, _reasons(found, draws, without))


def _reasons(found: tuple[Total, ...], draws: list[Draw], without: int) -> tuple[Reason, ...]:
    newest = max((draw.year for draw in draws if draw.year), default=None)
    # a booklet counts the initial budget of its fiscal year and the supplementary one of the year
    # before
    earlier = {draw.budget for draw in draws if draw.year and newest and draw.year < newest - 1}
    counts = {
        "kinds_apart": len(found) if len(found) > 1 else 0,
        "shared_pots": sum(total.shared for total in found),
        "parts": len({d.budget for d in draws} - {d.budget for d in draws if not d.part_of}),
        "unknown_pots": sum(total.unknown_pots for total in found),
        "several_years": sum(
            total.budgets for total in found if total.kind in ("multi_year_total", "fund_total")
        ),
        "earlier_years": len(earlier),
        "no_sum": without,
    }
    texts = _texts()
    return tuple(
        Reason(
            code,
            count,
            *(texts[code][language].format(count=count) for language in ("japanese", "english")),
        )
        for code, count in counts.items()
        if count
    )


@cache
def _texts() -> dict[str, dict[str, str]]:
    return read_yaml(Path(__file__).with_name("reasons.yaml"), dict[str, dict[str, str]])
