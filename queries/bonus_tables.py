"""A table of companies in, a table of their bonuses out: one row a company and bonus."""

from __future__ import annotations

import csv
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import NotFound, ProfileError
from graph.store import Store
from graph.whole import whole
from queries.bonus_book import RuleBook, rule_book
from queries.bonus_company import certification_of, is_condition
from queries.bonus_profile import NUMBERS, Profile, joined
from queries.bonus_standing import Standing
from queries.bonuses_for import bonuses_by
from queries.company_columns import read_mapping
from queries.company_table import CompanyTable, TableCompany

HEADINGS = ("number", "name", "rule", "benefit", "value", "size_class", "status", "raised", "title", "path", "depends", "outranked_by", "sources")

Row = tuple[str, ...]


@dataclass(frozen=True)
class TableDone:
    """What was written: `rows` for `companies` (those that unlock nothing counted too), `left_out` rows that could not be read, the first of
    them as `problems`; `others`: rows that name no certification of the graph, where the mapping passes them over."""

    companies: int
    rows: int
    left_out: int
    others: int
    problems: tuple[str, ...]


def ask_companies(store: Store, table: Path, out: Path, mapping: str = "plain", lenient: bool = False, base: Profile | None = None) -> TableDone:
    """Writes to `out` the bonuses of every company of a CSV table: those that it unlocks, and those that hang on what it does not tell (`depends`).

    `base` is told of every company; its size and numbers stand where the row tells none. A row that cannot be read is left out and told with its line;
    unless `lenient`, nothing is written then. Raises ProfileError for such rows and for a table whose columns are not those of the mapping.
    """
    book = rule_book(store)
    source = CompanyTable(table, read_mapping(mapping), lambda name: certification_of(book, name) is not None or is_condition(book, name))
    answers = _Answers(book, base or Profile())
    companies = rows = 0
    with whole(out) as building:
        with building.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADINGS)
            for company in source:
                try:
                    found = answers.of(company)
                except (NotFound, ProfileError) as error:
                    source.problem(company.line, error)
                    continue
                companies += 1
                rows += len(found)
                first = company.number, company.name
                writer.writerows([first + row for row in found])
        if source.left_out and not lenient:
            raise ProfileError(_says(source), todo="correct them, or leave them out with --lenient")
    return TableDone(companies, rows, source.left_out, source.others, (*source.problems, *_more(source)))


def _says(source: CompanyTable) -> str:
    return f"{source.left_out:,} rows cannot be read, nothing was written: " + "; ".join((*source.problems, *_more(source)))


def _more(source: CompanyTable) -> tuple[str, ...]:
    return (f"and {source.left_out - len(source.problems):,} more",) if source.left_out > len(source.problems) else ()


class _Answers:
    """Each different company is answered once: of two that say the same and whose numbers lie between the same limits of the documents, one."""

    def __init__(self, book: RuleBook, base: Profile) -> None:
        self._book, self._base = book, base
        self._found: dict[tuple[object, ...], tuple[Row, ...] | Exception] = {}
        self._limits = [sorted({limit for of_, limit in book.limits if of_ == of}) for of in NUMBERS]

    def of(self, company: TableCompany) -> tuple[Row, ...]:
        """The rows of a company without its number and name. Raises NotFound and ProfileError."""
        between = tuple(None if n is None else (bisect_left(limits, n), bisect_right(limits, n)) for n, limits in zip(company.numbers, self._limits, strict=True))
        key = company.told, between
        if key not in self._found:
            try:
                told = replace(company.told, **dict(zip(NUMBERS, company.numbers, strict=True)))
                answer = bonuses_by(self._book, joined(self._base, told))
                self._found[key] = tuple(_row(s) for s in (*answer.unlocked, *answer.depends))
            except (NotFound, ProfileError) as error:
                self._found[key] = error
        found = self._found[key]
        if isinstance(found, Exception):
            raise found
        return found


def _row(standing: Standing) -> Row:
    rule = standing.rule
    return (rule.id, rule.benefit, rule.value or "", rule.size_class or "", rule.status, " ".join(raised.id for raised in rule.raises), "、".join(raised.name for raised in rule.raises),
            " → ".join(node.name for node in standing.path if node.type != "BonusRule"), " ".join(f"{q.of}:{q.detail}" if q.detail else q.of for q in standing.depends),
            standing.outranked_by or "", " ".join(f"{place.document}:{place.line}" for place in rule.sources))
