"""A measure as one document tells it, and the facts that its page states, one class a kind of fact;
each names the line that it stands on.
"""

from __future__ import annotations

from typing import Literal

from graph.schema.budget_kinds import PrintedKind
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records.kinds import Applicant, Identified, Record


class Contact(Record):
    """An office to ask."""

    org: str
    """The office, as printed."""
    phones: list[str] = []
    """Telephone numbers, digits and hyphens; extensions and fax are none."""
    emails: list[str] = []
    """Addresses of e-mail."""
    line: int
    """The line that names the office."""


class Scoped(Record):
    """A number, and for what of the measure and for whom it holds."""

    frame: str | None = None
    """The frame, course or part of the measure; null: the measure as a whole."""
    size_class: SizeClass | None = None
    """The size class of applicants; null: all."""
    industry: str | None = None
    """The sectors of applicants, as printed; null: all."""
    band: str | None = None
    """The range of a number of theirs (heads, sums), who they are beside it, or the case in which
    it holds, as printed.
    """
    scope: Literal["stated", "none"] = "none"
    """Whether the page states any of these; none: it gives none, the number holds for all."""


class Threshold(Scoped):
    """A condition for applying: `of op amount unit`, e.g. capital < 1000000000 円."""

    of: Literal[
        "employees", "capital", "sales", "investment", "wage", "energy", "age", "years", "other"
    ]
    """What is counted."""
    name: str | None = None
    """What exactly is counted, as printed, where `of` is other (離職率); null: no noun says it."""
    op: Literal[">=", ">", "<=", "<", "="]
    """How it compares with the amount."""
    amount: float | None
    """The number; money in yen."""
    unit: str
    """The unit, as printed (円 where it is money)."""
    line: int
    """The line that prints the number."""


class SizeLimit(Record):
    """A number that a size class is told by: `of op amount unit`."""

    of: Literal["employees", "group_employees", "capital", "sales"]
    """What is counted; `group_employees`: the employees of all companies under one control."""
    op: Literal[">=", ">", "<=", "<"]
    """How it compares with the amount."""
    amount: float
    """The number; money in yen."""
    unit: str
    """人 or 円."""


class SizeTest(Record):
    """One way in which the page counts an applicant to a size class; several ways of one class are
    alternatives. With neither limits nor a law everyone who is in no smaller class is in this one.
    """

    size_class: SizeClass
    """The class."""
    whom: Literal["法人", "個人事業主", "商業・サービス業", "その他の業種"] | None = None
    """The applicants that this way is for; null: all."""
    law: str | None = None
    """The law that decides, whose numbers the page does not print."""
    limits: list[SizeLimit] = []
    """Numbers that must all hold."""
    line: int
    """The line that says so."""


class Budget(Record):
    """One printed sum."""

    fiscal: str | None = None
    """The fiscal year and kind, as printed (R7当初)."""
    year: int | None = None
    """The fiscal year, western."""
    kind: PrintedKind | None = None
    """What kind of sum it is; sums of two kinds are never added."""
    proposed: bool = False
    """Whether it is a proposal (予算案, 要求) and not yet decided."""
    yen: int
    """The sum, yen."""
    previous_yen: int | None = None
    """The previous year's sum where it is printed beside, yen."""
    part_of: bool = False
    """の内数: the measure gets a part of `yen`, which part is not said."""
    pot: str | None = None
    """The name of the sum that it is a part of."""
    share: bool = False
    """The measure's own part of a sum that the same page prints beside it."""
    line: int
    """The line that prints the sum."""


class Rate(Scoped):
    """The share of the costs that is paid."""

    printed: str
    """As printed (2/3以内, 定額)."""
    value: float | None = None
    """The share, 0 to 1; null for a fixed amount (定額)."""
    line: int
    """The line that prints it."""


class Cap(Scoped):
    """The most that one applicant gets."""

    yen: int
    """The limit, yen."""
    printed: str
    """As printed."""
    with_uplift: bool = False
    """Whether it holds only where a further condition is met."""
    line: int
    """The line that prints it."""


class BodyMention(Record):
    """A body that the page names."""

    name: str
    """As printed."""
    role: Literal[
        "operates",
        "implements",
        "finances",
        "guarantees",
        "advises",
        "certifies",
        "contact",
        "other",
    ]
    """What it does for the measure."""
    line: int
    """The line that names it."""


class Scheme(Record):
    """One step of the money's way."""

    payer: str
    """Who pays, as printed (国)."""
    receiver: str
    """Who receives, as printed."""
    how: str | None = None
    """By what (補助, 委託, 出資)."""
    line: int
    """The line that shows it."""


class CertificationMention(Record):
    """A certification that the page names."""

    name: str
    """As printed."""
    line: int
    """The line that names it."""


class Related(Record):
    """Another measure that the page names."""

    name: str
    """As printed."""
    measure: str | None = None
    """The id of the measure, where one of that name is known."""
    relation: str
    """What the page says of the two: it mentions that one (mentions), is a part of it (part_of),
    lists it among its own parts (has_part), or was called so or made out of it before (succeeds).
    """
    line: int
    """The line that names it."""


class Window(Record):
    """A period in which one may apply, or until which the measure holds."""

    what: str
    """What the period is for, as printed (公募, 申請受付, 適用期限)."""
    opens: str | None = None
    """The first day, ISO; the month (2031-05) where no day is printed."""
    closes: str | None = None
    """The last day or month, likewise."""
    printed: str
    """As printed; all there is where no year is printed (4月頃)."""
    frame: str | None = None
    """The part of the measure that its line names, one of those of caps and rates; None: the line
    names none."""
    line: int
    """The line that prints it."""


class LegalBasis(Record):
    """A law, order or public notice that the measure rests on."""

    law: str
    """As printed."""
    name: str
    """Its formal name, by which it is one law however it is printed; as printed where neither the
    page nor the vocabulary gives another."""
    article: str | None = None
    """The article, as printed."""
    line: int
    """The line that names it."""


class Figure(Record):
    """A stated target or outcome."""

    what: Literal["kpi", "result"]
    """A target (kpi), or what has been reached (result)."""
    name: str | None = None
    """What it counts or measures (採択件数, 輸出額), in the page's words; nothing where it is not
    said.
    """
    value: float
    """The number in its unit (2兆円 is 2, 兆円; 1万人 is 10000, 人)."""
    unit: str
    """The unit, as printed."""
    year: int | None = None
    """The fiscal year that it is for, from April and western (2024年2月 is 2023); of a span its
    end, and a year that is printed alone (2030年) as printed.
    """
    line: int
    """The line that prints it."""


class Term(Record):
    """A word that tells a text from others."""

    term: str
    """The word."""
    weight: float
    """How much it tells, 0 to 1."""


class Appearance(Identified):
    """One measure as one document tells it."""

    id: str
    """appearance:{document}:{digest of title and lead ministry}."""
    document: str
    """The document's id."""
    measure: str
    """The id of the measure that it tells."""
    page: int | None = None
    """The printed page number, or the one counted from those that are printed."""
    line_start: int
    """Its first line in the document."""
    line_end: int
    """Its last line in the document."""
    title: str
    """As printed, wrapped lines joined."""
    item_no: str | None = None
    """The number of its policy item, as printed."""
    section: str | None = None
    """The nearest printed pillar or chapter heading."""
    fiscal_mark: str | None = None
    """The mark behind the title, without brackets (R5当初)."""
    ministries: list[str] = []
    """Ministries by formal name."""
    agencies: list[str] = []
    """Outer offices (中小企業庁) by formal name."""
    lead_ministry: str | None = None
    """The ministry that the document marks as leading (○)."""
    contacts: list[Contact] = []
    """Offices to ask."""
    targets: list[SizeClass] = []
    """The size classes of the page's audience tag."""
    applicants: list[Applicant] = []
    """Who may apply or receives directly, by the body of the page."""
    thresholds: list[Threshold] = []
    """Conditions for applying that are numbers."""
    size_tests: list[SizeTest] = []
    """How the page counts applicants to size classes."""
    highlighted: bool = False
    """Whether it is listed on the document's summary page."""
    budgets: list[Budget] = []
    """Printed sums."""
    rates: list[Rate] = []
    """Shares of the costs that are paid."""
    caps: list[Cap] = []
    """The most that one applicant gets."""
    bodies: list[BodyMention] = []
    """Bodies that the page names."""
    scheme: list[Scheme] = []
    """The money's way."""
    certifications: list[CertificationMention] = []
    """Certifications that the page names."""
    related: list[Related] = []
    """Other measures that the page names."""
    urls: list[str] = []
    """Addresses on the web."""
    windows: list[Window] = []
    """When one may apply."""
    legal_basis: list[LegalBasis] = []
    """Laws that the measure rests on, not those that the page only mentions."""
    figures: list[Figure] = []
    """Targets and outcomes."""
    terms: list[Term] = []
    """Key terms of the whole text, best first."""
    lines: dict[str, list[int]] = {}
    """Field -> lines of the values that have none of their own: one for each value, in their order,
    where there are as many (`applicants`, `urls`, `terms`), else all lines of the field. Also those
    of the `instruments`, `beneficiaries`, `industries`, `problems` and `activities` that the
    measure takes from its latest appearance; `any_size`: the lines which say that companies of
    every size apply; `scheme_left_open`: the lines of a drawing from which it does not follow for
    certain who is paid, so that `scheme` says nothing of it."""
