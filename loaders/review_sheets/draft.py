"""A sheet while its tables are read: what one programme says in one year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from loaders.catalogue.records.programmes import (
    AccountMoney,
    BudgetItem,
    Finding,
    Method,
    Money,
    Office,
    Payment,
    Plan,
    Policy,
    RelatedProgramme,
    SheetLaw,
    SubsidyCap,
    SubsidyRate,
    Target,
)
from loaders.review_sheets import values
from loaders.review_sheets.passages import Passage
from loaders.review_sheets.published import Row
from loaders.review_sheets.registers import Laws, Recipients
from loaders.text.page import Problem

T = TypeVar("T")


@dataclass
class Sheet:
    """One programme's sheet of one year."""

    number: str
    """The programme's number."""
    year: int
    """The sheet's year."""
    name: str
    """The programme's name in it."""
    ministry: str
    """政策所管府省庁, as printed."""
    office: str
    """府省庁, as printed."""
    bureau: str
    """局・庁, as printed."""
    division: str
    """課, else 室, as printed."""
    line: int = 0
    """Its first line in table 1-2; 0 where that is not there."""
    began: int | None = None
    """Its first fiscal year."""
    ends: int | None = None
    """Its last one, planned."""
    methods: list[Method] = field(default_factory=list)
    """How it is carried out."""
    url: str | None = None
    """Where it is described."""
    former_number: str | None = None
    """Its number under the earlier way of counting."""
    text: str = ""
    """Purpose and outline; read while joins are found, never stored."""
    supports_companies: bool = False
    """Whether name, purpose or outline speak of companies by size."""
    offices: list[Office] = field(default_factory=list)
    """Other offices that answer for it."""
    money: list[Money] = field(default_factory=list)
    """A row a budget year."""
    accounts: list[AccountMoney] = field(default_factory=list)
    """A row a budget year and account."""
    budget_items: list[BudgetItem] = field(default_factory=list)
    """What it is paid from."""
    rates: list[SubsidyRate] = field(default_factory=list)
    """Rates at which it pays."""
    caps: list[SubsidyCap] = field(default_factory=list)
    """The most that it pays to one."""
    laws: list[SheetLaw] = field(default_factory=list)
    """Laws, with the ids that the register gave so far."""
    plans: list[Plan] = field(default_factory=list)
    """Plans that it follows."""
    policies: list[Policy] = field(default_factory=list)
    """Policies that it serves."""
    related: list[RelatedProgramme] = field(default_factory=list)
    """Programmes that it names."""
    findings: list[Finding] = field(default_factory=list)
    """What reviews said of it."""
    said: set[tuple[str, str, str]] = field(default_factory=set)
    """Who said what and when, of the findings so far: rows repeat it; never stored."""
    passages: dict[tuple[str, str], Passage] = field(default_factory=dict)
    """Heading and text -> a cell that speaks of others, whom it names is found later; never stored.
    """
    reflected: dict[str, int] = field(default_factory=dict)
    """Account -> what the next request reflects of the team's verdict; "" for the general one."""
    blocks: set[str] | None = None
    """The blocks that the office itself pays; None where table 5-2 is not there."""
    uses: dict[tuple[str, str], Payment] = field(default_factory=dict)
    """Block and recipient -> what was paid, over the uses that table 5-3 lists."""
    payments: dict[tuple[str, str], Payment] = field(default_factory=dict)
    """Block and recipient -> what was paid in all, as table 5-1 has it."""
    targets: dict[tuple[str, str, str], Target] = field(default_factory=dict)
    """Kind, indicator and unit -> targets and results over the years."""

    def keep(self, found: Iterable[Passage]) -> None:
        """Keeps cells that speak of others; what a further row repeats is no other cell."""
        for passage in found:
            self.passages.setdefault((passage.heading, passage.text), passage)


@dataclass
class Desk:
    """What the readers of tables share: the registers, and cells read with their problems."""

    document: str
    """The document that the rows are of."""
    laws: Laws
    """The laws met so far."""
    recipients: Recipients
    """The recipients met so far."""
    problems: list[Problem] = field(default_factory=list)
    """What was not understood."""

    def refuse(self, row: Row, what: str) -> None:
        """Says that something in the row is not understood; its fact is left out."""
        self.problems.append(Problem(self.document, row.line, what))

    def year(self, row: Row, column: str) -> int | None:
        """A year, or None where the cell is empty or refused."""
        return self._read(row, column, values.year)

    def yen(self, row: Row, column: str) -> int | None:
        """A sum in yen, or None where the cell is empty or refused."""
        return self._read(row, column, values.yen)

    def number(self, row: Row, column: str) -> float | None:
        """A plain number, or None where the cell is empty, a dash or refused."""
        return self._read(row, column, values.number)

    def corporate_number(self, row: Row) -> str | None:
        """A recipient's number, or None where the cell is empty, holds none or is refused."""
        return self._read(row, "corporate_number", values.corporate_number)

    def _read(self, row: Row, column: str, read: Callable[[str], T | None]) -> T | None:
        try:
            return read(row[column])
        except values.UnreadableError as error:
            self.refuse(row, f"{column}: {error}")
            return None
