"""Bonuses: the next certification for one company, and a table of companies against a plain scan of
the same rows.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from benchmarks.timing import seconds
from graph.opening import open_store
from graph.schema.size_classes import size_names
from graph.store import Store
from loaders.catalogue.files import read_catalogue
from loaders.load import load
from queries.bonus.companies.answers import ask_companies
from queries.bonus.companies.cells import check_digit
from queries.bonus.companies.columns import read_mapping
from queries.bonus.for_company import bonuses_for
from queries.bonus.next import next_certifications
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book

_PROFILE = Profile(("中小企業",), ("DX認定",), ("賃上げ+3%",))
_SIZES, _WAGES = (
    (*reversed(size_names()), ""),
    ("", "賃上げ+3%", "賃上げ+5%"),
)
_BANDS = (
    "10人未満",
    "10～100人",
    "101～300人",
    "301～500人",
    "501～1000人",
    "1001～5000人",
    "5001人以上",
)


def companies(settings: Settings) -> Iterator[Measured | str]:
    """One profile: medians of 7 calls, warm. The table: companies with up to all of twelve
    certifications, drawn from a fixed seed, half of them with a head count, half with a size; the
    plain scan reads the same table and writes as many of the same rows.
    """
    with open_store(settings.folder / "companies.lbug") as store:
        load(read_catalogue(CATALOGUE), store)
        least = seconds(lambda: store.read("RETURN 1 AS one"), 15)
        for name, call in (
            ("what a profile unlocks", lambda: bonuses_for(store, _PROFILE)),
            ("the next certification", lambda: next_certifications(store, _PROFILE)),
        ):
            call()
            taken = seconds(call, 7)
            yield name, taken, f"{taken / least:,.0f}× RETURN 1"
        yield from _table(store, settings.folder, settings.size)
        yield from _published(store, settings.folder, settings.size)


def _table(store: Store, folder: Path, size: int) -> Iterator[Measured]:
    table, out = folder / "companies.csv", folder / "bonuses.csv"
    _write(table, rule_book(store), size)
    ours = seconds(lambda: ask_companies(store, table, out), 1)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    plain = seconds(lambda: _scan(table, rows, folder / "scan.csv"), 1)
    yield f"a plain scan: {size:,} companies in, {len(rows) - 1:,} rows out", plain, "1×"
    yield "shisaku bonus --companies: the same", ours, f"{ours / plain:.1f}× the scan"


def _published(store: Store, folder: Path, size: int) -> Iterator[Measured]:
    """The same of a table as a ministry publishes it: marks, stages and bands of heads."""
    table, out = folder / "published.csv", folder / "published_bonuses.csv"
    _write_published(table, size)
    ours = seconds(lambda: ask_companies(store, table, out, "josei_katsuyaku"), 1)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    plain = seconds(lambda: _scan(table, rows, folder / "scan.csv"), 1)
    yield f"a plain scan of marks and bands: {size:,} in, {len(rows) - 1:,} rows out", plain, "1×"
    yield (
        "shisaku bonus --companies --mapping josei_katsuyaku",
        ours,
        f"{ours / plain:.1f}× the scan",
    )


def _write_published(table: Path, size: int) -> None:
    drawn = random.Random(2)
    mapping = read_mapping("josei_katsuyaku")
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["企業名", "法人番号", "企業規模", *(m.column for m in mapping.marks)])
        for number in range(size):
            rest = f"{10**11 + number * 7919:012}"
            marks = ["○" if drawn.random() < 0.15 else "" for _ in mapping.marks]
            writer.writerow(
                [f"会社{number}", f"{check_digit(rest)}{rest}", drawn.choice(_BANDS), *marks]
            )


def _scan(table: Path, rows: list[list[str]], out: Path) -> None:
    with (
        table.open(encoding="utf-8", newline="") as file,
        out.open("w", encoding="utf-8", newline="") as target,
    ):
        for _ in csv.reader(file):
            pass
        csv.writer(target, lineterminator="\n").writerows(rows)


def _write(table: Path, book: RuleBook, size: int) -> None:
    drawn = random.Random(1)
    certifications = [c.name for c in book.certifications.values() if c.in_documents][
        :: max(1, len(book.certifications) // 12)
    ]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["法人番号", "法人名", "企業規模", "認定", "取組", "従業員数"])
        for number in range(size):
            held = drawn.sample(
                certifications, min(len(certifications), int(drawn.expovariate(0.7)))
            )
            heads = str(drawn.randint(1, 5000)) if number % 2 else ""
            writer.writerow(
                [
                    number,
                    f"会社{number}",
                    "" if heads else drawn.choice(_SIZES),
                    "、".join(held),
                    drawn.choice(_WAGES),
                    heads,
                ]
            )
