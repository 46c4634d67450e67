"""A table of companies in, a table of their bonuses out: one row a company and bonus."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, product
from pathlib import Path

from graph.errors import NotFound, ProfileError
from graph.files.csv_file import MARK, as_text, csv_line
from graph.files.replace import replaced_file
from graph.language.counting import counted
from graph.store import Store
from queries.bonus.bands import Band, representative, turning_points
from queries.bonus.companies.columns import read_mapping
from queries.bonus.companies.table import CompanyTable, TableCompany
from queries.bonus.company import (
    Company,
    Holdings,
    certification_of,
    company_holdings,
    is_condition,
    stated_size,
)
from queries.bonus.company_size import CompanySize, ContradictionError
from queries.bonus.eligibility import Eligibility, Evaluation
from queries.bonus.for_company import met_rules
from queries.bonus.profile import NUMBERS, Profile, joined, profile_of
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.rules import RuleCard

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
    """What was read and written."""

    companies: int
    """How many were answered, those that unlock nothing counted too."""
    rows: int
    """How many were written."""
    left_out: int
    """Rows that could not be read."""
    doubtful: int
    """Companies that were answered though their number fails its check (`lenient`)."""
    others: int
    """Names of no certification or industry that is known, where the mapping passes them over."""
    problems: tuple[str, ...]
    """The first rows of `left_out` with what is wrong, and how many more there are."""
    not_read: tuple[str, ...]
    """Headings that the mapping does not name."""


def ask_companies(
    store: Store,
    table: Path,
    out: Path,
    mapping: str = "plain",
    lenient: bool = False,
    base: Profile | None = None,
    encoding: str | None = None,
) -> TableDone:
    """Writes to `out` the bonuses of every company of a CSV table: those that it unlocks, and those
    that hang on what it does not tell (`depends`).

    `base` holds for every company; its size and numbers stand where the row states none. `encoding`
    is the table's (None: see TableMapping). What is written opens in Excel as text. A row that
    cannot be read is left out and reported with its line; unless `lenient`, nothing is written
    then. Raises ProfileError for such rows, for a table whose columns are not those of the mapping,
    and where `out` is the table itself.
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
        encoding,
        lenient,
    )
    answers = _Answers(book, base or Profile())
    companies = rows = 0
    with replaced_file(out) as building:
        with building.open("w", encoding="utf-8", newline="") as file:
            file.write(f"{MARK}{csv_line(HEADINGS)}\n")
            for company in source:
                try:
                    answer = answers.of(company)
                except (NotFound, ProfileError) as error:
                    source.problem(company.line, error)
                    continue
                companies += 1
                rows += len(answer)
                if answer:
                    first = csv_line((as_text(company.number), as_text(company.name)))
                    file.write(first + first.join(answer))
        if source.left_out and not lenient:
            raise ProfileError(_says(source), todo="correct them, or leave them out with --lenient")
    return TableDone(
        companies,
        rows,
        source.left_out,
        source.doubtful,
        source.others,
        (*source.problems, *_more(source)),
        source.not_read,
    )


def _says(source: CompanyTable) -> str:
    return f"{counted(source.left_out, 'rows')} cannot be read, nothing was written: " + "; ".join(
        (*source.problems, *_more(source))
    )


def _more(source: CompanyTable) -> tuple[str, ...]:
    more = source.left_out + source.doubtful - len(source.problems)
    return (f"and {more:,} more",) if more > 0 else ()


class _Answers:
    """The rows of many companies, those of companies that state the same found once. Numbers state
    the same where they lie between the same limits of the documents.
    """

    def __init__(self, book: RuleBook, base: Profile) -> None:
        self._evaluation, self._base = Evaluation(book), base
        self._between = lru_cache(maxsize=2**16)(partial(_between, book.limits))
        self._told: dict[int, tuple[Profile, object]] = {}
        self._sizes: dict[object, CompanySize] = {}
        self._lines: dict[object, tuple[str, ...]] = {}
        self._line = lru_cache(maxsize=2**16)(lambda row: f",{csv_line(row)}\n")
        self._texts: dict[int, tuple[Eligibility, Row]] = {}
        self._of_rule = {rule.id: _of_rule(rule) for rule in book.rules.values()}

    def of(self, company: TableCompany) -> tuple[str, ...]:
        """The rows of a company as lines, from the comma after its number and name on. Raises
        NotFound and ProfileError.
        """
        stated = self._words(company.profile), self._between(company.numbers)
        if stated not in self._lines:
            self._lines[stated] = tuple(map(self._line, self._of_bands(company)))
        return self._lines[stated]

    def _words(self, told: Profile) -> object:
        """What a profile of a table says, in whatever order. The table gives one profile to all
        companies of the same cells.
        """
        kept, words = self._told.get(id(told), (None, None))
        if kept is not told:
            words = (
                frozenset(told.hold),
                frozenset(told.does),
                told.size,
                told.industry,
                told.kind,
            )
            self._told[id(told)] = told, words
        return words

    def _of_bands(self, company: TableCompany) -> tuple[Row, ...]:
        """The rows for all the numbers that its bands leave open: what does not hold for each of
        them the same depends on these.
        """
        told = joined(self._base, company.profile)
        holdings = company_holdings(self._evaluation.book, (*told.hold, *told.does))
        points = [
            self._points(name, band) for name, band in zip(NUMBERS, company.numbers, strict=True)
        ]
        open_ = [name for name, numbers in zip(NUMBERS, points, strict=True) if len(numbers) > 1]
        answers, refused = [], None
        for numbers in product(*points):
            try:
                answers.append(self._of_numbers(told, holdings, numbers))
            except ContradictionError as error:
                refused = error  # these numbers are not of the size class that it names
        if refused and not answers:
            # by its own numbers, for it is told with them
            self._size(told, tuple(band.low if band else None for band in company.numbers))
            raise refused
        return answers[0] if len(answers) == 1 else _together(answers, open_)

    def _points(self, name: str, band: Band | None) -> tuple[int | None, ...]:
        """The numbers that stand for all of a band."""
        if band is None:
            return (None,)
        limits = self._evaluation.book.limits.get(name, ())
        if band.low != band.high:
            return turning_points(band, limits)
        return (representative(band.low, limits),)

    def _of_numbers(
        self, told: Profile, holdings: Holdings, numbers: tuple[int | None, ...]
    ) -> tuple[Row, ...]:
        met = met_rules(self._evaluation, Company(self._size(told, numbers), holdings))
        return tuple(map(self._text, met))

    def _text(self, result: Eligibility) -> Row:
        """The row of a result as the table has it. One that the evaluation keeps for all companies
        of a size is put into words once.
        """
        if result.outranked_by is not None or result.either:
            return tuple(map(as_text, self._row(result)))  # of these holdings alone
        kept, row = self._texts.get(id(result), (None, ()))
        if kept is not result:
            row = tuple(map(as_text, self._row(result)))
            self._texts[id(result)] = result, row
        return row

    def _size(self, told: Profile, numbers: tuple[int | None, ...]) -> CompanySize:
        """The size of a company that tells these words and numbers."""
        size = told.size, told.industry, told.kind, numbers
        if size not in self._sizes:
            stated = profile_of(dict(zip(NUMBERS, numbers, strict=True)))
            self._sizes[size] = stated_size(self._evaluation.book, joined(told, stated))
        return self._sizes[size]

    def _row(self, result: Eligibility) -> Row:
        first, sources = self._of_rule[result.rule.id]
        depends = (
            f"{question.of}:{question.detail}" if question.detail else question.of
            for question in result.depends
        )
        return (
            *first,
            result.by,
            " ".join(depends),
            " + ".join("/".join(way.name for way in ways) for ways in result.besides),
            result.outranked_by or "",
            " ".join(result.either),
            sources,
        )


def _together(answers: Sequence[tuple[Row, ...]], open_: Sequence[str]) -> tuple[Row, ...]:
    """The rows of several answers as one; a row that is not in all of them depends on what is
    open besides.
    """
    depends = HEADINGS.index("depends") - 2
    in_all = set(answers[0]).intersection(*answers[1:])
    first: dict[str, Row] = {}
    words: dict[str, dict[str, None]] = {}
    for row in chain.from_iterable(answers):
        first.setdefault(row[0], row)
        words.setdefault(row[0], {}).update(dict.fromkeys(row[depends].split()))
    return tuple(
        row
        if row in in_all
        else (
            *row[:depends],
            " ".join({**words[rule], **dict.fromkeys(open_)}),
            *row[depends + 1 :],
        )
        for rule, row in first.items()
    )


def _between(
    limits: Mapping[str, Sequence[float]], numbers: tuple[Band | None, ...]
) -> tuple[object, ...]:
    """Between which limits of the documents each number lies, or at which (of a band its ends);
    None where it is not stated.
    """
    return tuple(
        None
        if band is None
        else tuple(
            None
            if end is None
            else (bisect_left(limits.get(name, ()), end), bisect_right(limits.get(name, ()), end))
            for end in (band.low, band.high)
        )
        for name, band in zip(NUMBERS, numbers, strict=True)
    )


def _of_rule(rule: RuleCard) -> tuple[Row, str]:
    """What a row says of the rule whoever the company is: its first cells and its last."""
    first = (
        rule.id,
        rule.benefit,
        rule.value or "",
        rule.size_class or "",
        rule.status,
        " ".join(raised.id for raised in rule.raises),
        "、".join(raised.name for raised in rule.raises),
    )
    return first, " ".join(f"{place.document}:{place.line}" for place in rule.sources)
