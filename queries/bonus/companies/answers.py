"""A table of companies in, a table of their bonuses out: one row a company and bonus."""

from __future__ import annotations

import csv
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import NotFound, ProfileError
from graph.files.replace import replaced_file
from graph.store import Store
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.companies.columns import read_mapping
from queries.bonus.companies.table import CompanyTable, TableCompany
from queries.bonus.company import Company, certification_of, company, is_condition
from queries.bonus.eligibility import (
    Standing,
    asked_of,
    compared,
    touched,
    with_doors,
    within_reach,
)
from queries.bonus.fit import fit, is_for_all
from queries.bonus.for_company import order
from queries.bonus.open_to import Outside
from queries.bonus.prerequisites import doors_left
from queries.bonus.profile import NUMBERS, Profile, joined
from queries.bonus.sizes import Question

HEADINGS = (
    "number",
    "name",
    "rule",
    "benefit",
    "value",
    "size_class",
    "status",
    "raised",
    "title",
    "by",
    "depends",
    "besides",
    "outranked_by",
    "either",
    "sources",
)

Row = tuple[str, ...]


@dataclass(frozen=True)
class TableDone:
    """What was written: `rows` for `companies` (those that unlock nothing counted too), `left_out`
    rows that could not be read, the first of them as `problems`; `others`: names of no
    certification of the graph, where the mapping passes them over; `not_read`: headings that the
    mapping does not name.
    """

    companies: int
    rows: int
    left_out: int
    others: int
    problems: tuple[str, ...]
    not_read: tuple[str, ...]


def ask_companies(
    store: Store,
    table: Path,
    out: Path,
    mapping: str = "plain",
    lenient: bool = False,
    base: Profile | None = None,
) -> TableDone:
    """Writes to `out` the bonuses of every company of a CSV table: those that it unlocks, and those
    that hang on what it does not tell (`depends`).

    `base` is told of every company; its size and numbers stand where the row tells none. A row that
    cannot be read is left out and told with its line; unless `lenient`, nothing is written then.
    Raises ProfileError for such rows, for a table whose columns are not those of the mapping, and
    where `out` is the table itself.
    """
    if out.exists() and out.samefile(table):
        raise ProfileError(
            "is the table of companies itself and would be replaced",
            str(out),
            "name another file to write",
        )
    book = rule_book(store)
    source = CompanyTable(
        table,
        read_mapping(mapping),
        lambda name: certification_of(book, name) is not None or is_condition(book, name),
    )
    answers = _Answers(book, base or Profile())
    companies = rows = 0
    with replaced_file(out) as building:
        with building.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADINGS)
            for told in source:
                try:
                    found = answers.of(told)
                except (NotFound, ProfileError) as error:
                    source.problem(told.line, error)
                    continue
                companies += 1
                rows += len(found)
                first = told.number, told.name
                writer.writerows([first + row for row in found])
        if source.left_out and not lenient:
            raise ProfileError(_says(source), todo="correct them, or leave them out with --lenient")
    return TableDone(
        companies,
        rows,
        source.left_out,
        source.others,
        (*source.problems, *_more(source)),
        source.not_read,
    )


def _says(source: CompanyTable) -> str:
    return f"{source.left_out:,} rows cannot be read, nothing was written: " + "; ".join(
        (*source.problems, *_more(source))
    )


def _more(source: CompanyTable) -> tuple[str, ...]:
    return (
        (f"and {source.left_out - len(source.problems):,} more",)
        if source.left_out > len(source.problems)
        else ()
    )


class _Answers:
    """Answers that are put together from two, each found once: what companies that hold and do the
    same have, and what is for companies of the same size, whose numbers lie between the same limits
    of the documents.
    """

    def __init__(self, book: RuleBook, base: Profile) -> None:
        self._book, self._base = book, base
        self._limits = [
            sorted({amount for of, amount in book.limits if of == name}) for name in NUMBERS
        ]
        self._sized = [rule for rule in book.rules.values() if not is_for_all(book, rule)]
        self._by_words: dict[object, tuple[Company, tuple[Standing, ...]]] = {}
        self._by_size: dict[object, tuple[Company, dict[str, tuple[Question, ...] | Outside]]] = {}
        self._rows: dict[object, tuple[Row, ...]] = {}

    def of(self, told: TableCompany) -> tuple[Row, ...]:
        """The rows of a company without its number and name. Raises NotFound and ProfileError."""
        between = tuple(
            None if n is None else (bisect_left(limits, n), bisect_right(limits, n))
            for n, limits in zip(told.numbers, self._limits, strict=True)
        )
        words, size = (frozenset(told.told.hold), told.told.does), (told.told.size, between)
        if (words, size) not in self._rows:
            self._rows[words, size] = self._answer(told, words, size)
        return self._rows[words, size]

    def _answer(self, told: TableCompany, words: object, size: object) -> tuple[Row, ...]:
        if words not in self._by_words:
            of_words = company(
                self._book, joined(replace(self._base, size=()), replace(told.told, size=()))
            )
            self._by_words[words] = of_words, self._met(of_words)
        if size not in self._by_size:
            numbers = dict(zip(NUMBERS, told.numbers, strict=True))
            of_size = company(
                self._book,
                joined(replace(self._base, hold=(), does=()), Profile(told.told.size, **numbers)),
            )
            self._by_size[size] = (
                of_size,
                {rule.id: fit(self._book, of_size, rule) for rule in self._sized},
            )
        (of_words, met), (of_size, fits) = self._by_words[words], self._by_size[size]
        fitting = [
            replace(s, depends=asked)
            for s in met
            if not isinstance(asked := fits.get(s.rule.id, ()), Outside)
        ]
        reached = (
            within_reach(
                self._book,
                of_size,
                with_doors(each, doors_left(self._book, of_size, of_words, each.rule)),
            )
            for each in fitting
        )
        found = [s for s in reached if s.fits and not s.missing]
        return tuple(_row(s) for s in compared(self._book, found))

    def _met(self, of_words: Company) -> tuple[Standing, ...]:
        return tuple(
            sorted(
                (
                    s
                    for rule in touched(self._book, of_words)
                    if not (s := asked_of(self._book, of_words, rule)).missing
                ),
                key=order,
            )
        )


def _row(standing: Standing) -> Row:
    rule = standing.rule
    return (
        rule.id,
        rule.benefit,
        rule.value or "",
        rule.size_class or "",
        rule.status,
        " ".join(raised.id for raised in rule.raises),
        "、".join(raised.name for raised in rule.raises),
        standing.by,
        " ".join(f"{q.of}:{q.detail}" if q.detail else q.of for q in standing.depends),
        " + ".join("/".join(asked.name for asked in ways) for ways in standing.besides),
        standing.outranked_by or "",
        " ".join(standing.either),
        " ".join(f"{place.document}:{place.line}" for place in rule.sources),
    )
