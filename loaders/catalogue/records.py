"""The records of a catalogue, one class a kind, as the JSON Lines files hold them.

Every record is frozen and refuses unknown keys. Money is in yen (integers), lines count from 1 in
the source file, dates are ISO (2025-02-28). A list that is empty means that the document does not
say.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SizeClass = Literal["大企業", "中堅企業", "中小企業", "小規模事業者"]
Status = Literal["in_force", "planned", "considered"]
Applicant = Literal[
    "企業",
    "大企業",
    "中堅企業",
    "中小企業",
    "小規模事業者",
    "個人事業主",
    "スタートアップ",
    "団体・組合",
    "金融機関",
    "支援機関",
    "大学・研究機関",
    "地方公共団体",
    "個人・労働者",
    "外国人",
    "学生",
    "その他",
]
Benefit = Literal[
    "screening_points",
    "procurement_points",
    "tax_credit_uplift",
    "low_interest_loan",
    "rate_uplift",
    "cap_uplift",
    "grant_uplift",
    "credit_guarantee",
    "immigration_points",
    "public_listing",
    "mark_use",
    "requirement",
    "other",
]
ConditionKind = Literal["certification", "wage_raise", "plan", "declaration", "person", "other"]


# what a bonus hangs on and its document does not say: what its ranked conditions are, how much is
# asked for, what is asked for
Unstated = Literal["ranked", "amount", "condition"]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# --- what a page states ---------------------------------------------------------------------------


class Contact(Record):
    org: str
    phones: list[str] = []
    emails: list[str] = []
    line: int


class Threshold(Record):
    """A condition for applying: `of op amount unit`, e.g. capital < 1000000000 円
    (money in yen).
    """

    of: Literal[
        "employees", "capital", "sales", "investment", "wage", "energy", "age", "years", "other"
    ]
    op: Literal[">=", ">", "<=", "<", "="]
    amount: float | None
    unit: str
    frame: str | None = None
    line: int


class SizeLimit(Record):
    """A number that a size class is told by: `of op amount unit` (money in yen); `group_employees`
    counts the companies under one control.
    """

    of: Literal["employees", "group_employees", "capital", "sales"]
    op: Literal[">=", ">", "<=", "<"]
    amount: float
    unit: str


class SizeTest(Record):
    """One way in which the page counts an applicant to a size class: all `limits` hold. Several
    ways of one class are alternatives.

    `whom`: the applicants that this way is for (None: all); `law`: the law that decides, whose
    numbers the page does not print. With neither limits nor a law everyone who is in no smaller
    class is in this one.
    """

    size_class: SizeClass
    whom: Literal["法人", "個人事業主", "商業・サービス業", "その他の業種"] | None = None
    law: str | None = None
    limits: list[SizeLimit] = []
    line: int


class Budget(Record):
    """One printed sum. `part_of` is の内数 (the measure gets a part of `yen`); `pot` names the sum
    that it is a part of.

    `share`: the measure's own part of a sum (`part_of`) that the same page prints beside it.
    """

    fiscal: str | None = None
    year: int | None = None
    kind: (
        Literal["initial", "supplementary", "multi_year_total", "fund_total", "expected"] | None
    ) = None
    proposed: bool = False
    yen: int
    previous_yen: int | None = None
    part_of: bool = False
    pot: str | None = None
    share: bool = False
    line: int


class Rate(Record):
    printed: str
    value: float | None = None
    frame: str | None = None
    size_class: str | None = None
    band: str | None = None
    line: int


class Cap(Record):
    """Upper limit per applicant, in yen. `with_uplift`: only where a further condition is met."""

    yen: int
    printed: str
    frame: str | None = None
    size_class: str | None = None
    band: str | None = None
    with_uplift: bool = False
    line: int


class BodyMention(Record):
    name: str
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
    line: int


class Scheme(Record):
    payer: str
    receiver: str
    how: str | None = None
    line: int


class CertificationMention(Record):
    name: str
    line: int


class Related(Record):
    name: str
    measure: str | None = None
    relation: str
    line: int


class Window(Record):
    what: str
    opens: str | None = None
    closes: str | None = None
    printed: str
    line: int


class LegalBasis(Record):
    law: str
    article: str | None = None
    line: int


class Figure(Record):
    what: Literal["kpi", "result"]
    value: float
    unit: str
    year: int | None = None
    line: int


class Term(Record):
    term: str
    weight: float


# --- the records of the files ---------------------------------------------------------------------


class Document(Record):
    """A source document. `date` is as precise as printed (2025-02); where none is printed, the
    month that its budgets give (loaders/catalogue/chronology.py).
    """

    id: str
    title: str
    publisher: str
    date: str = ""
    url: str | None = None
    file: str
    sha256: str
    lines: int
    states: dict[str, int | str] = {}
    found: dict[str, int | str] = {}
    terms_of_use: str


class Appearance(Record):
    """One measure as one document tells it.

    `lines`: field -> lines of the values that have none of their own: one for each value, in their
    order, where there are as many (`applicants`, `urls`, `terms`), else all lines of the field. It
    also holds those of the `instruments`, `beneficiaries`, `industries`, `problems` and
    `activities` that the measure takes from its latest appearance; `any_size` are those which say
    that companies of every size apply.
    """

    id: str
    document: str
    measure: str
    page: int | None = None
    line_start: int
    line_end: int
    title: str
    item_no: str | None = None
    section: str | None = None
    fiscal_mark: str | None = None
    ministries: list[str] = []
    agencies: list[str] = []
    lead_ministry: str | None = None
    contacts: list[Contact] = []
    targets: list[SizeClass] = []
    applicants: list[Applicant] = []
    thresholds: list[Threshold] = []
    size_tests: list[SizeTest] = []
    highlighted: bool = False
    budgets: list[Budget] = []
    rates: list[Rate] = []
    caps: list[Cap] = []
    bodies: list[BodyMention] = []
    scheme: list[Scheme] = []
    certifications: list[CertificationMention] = []
    related: list[Related] = []
    urls: list[str] = []
    windows: list[Window] = []
    legal_basis: list[LegalBasis] = []
    figures: list[Figure] = []
    terms: list[Term] = []
    lines: dict[str, list[int]] = {}


class Measure(Record):
    """The measure itself, one id over all documents and years.

    `problems` and `activities`: what it works on and what it does, in the words of loaders/overlap
    (weights 0 to 1, best first).
    """

    id: str
    former_ids: list[str] = []
    title: str
    aliases: list[str] = []
    appearances: list[str]
    ministries: list[str] = []
    derived_ministries: list[str] = []
    agencies: list[str] = []
    bodies: list[str] = []
    targets: list[SizeClass] = []
    beneficiaries: list[str] = []
    industries: list[str] = []
    instruments: list[str] = []
    pillar: str | None = None
    terms: list[Term] = []
    problems: list[Term] = []
    activities: list[Term] = []
    part_of: list[str] = []
    succeeds: list[str] = []


class Item(Record):
    """A policy item or entry (followup-2024's ①…, pillars-2022's ①－１)."""

    id: str
    document: str
    item_no: str
    title: str
    column: str | None = None
    line_start: int
    line_end: int
    ministries: list[str] = []
    lead_ministry: str | None = None
    measures: list[str] = []
    continues: list[str] = []


class Alternative(Record):
    """One way to meet a requirement group: a certification (or a tier above it), a wage rise of an
    amount …
    """

    what: str
    kind: ConditionKind
    tier_or_above: bool = False
    amount: float | None = None
    unit: str | None = None


class Raises(Record):
    """What gets better: a measure of the catalogue (its id; only a `frame` of it) or a programme
    outside it (its name).
    """

    measure: str | None = None
    frame: str | None = None
    programme: str | None = None
    printed: str


class NotFor(Record):
    """A size class that does not get a bonus though it gets the measure, and the line
    that says so.
    """

    size_class: SizeClass
    line: int


class Bonus(Record):
    """What meeting a condition unlocks, as one document states it at one place.

    `measure` is the measure whose page states it, or the policy item that states it where no
    measure follows from the item; `limits` the head counts that it is for, `not_for` who is left
    out. Of one `exclusive_group` a company gets one: that of the lowest `rank` whose conditions it
    meets.
    """

    id: str
    condition: list[str]
    condition_mode: Literal["any", "all"]
    condition_kind: ConditionKind
    benefit: Benefit
    value: str | None = None
    applies_to: str | None = None
    size_class: SizeClass | None = None
    status: Status
    document: str
    line: int
    measure: str
    requires: list[list[Alternative]] = []
    limits: list[SizeLimit] = []
    not_for: list[NotFor] = []
    exclusive_group: str | None = None
    rank: int | None = None
    unstated: list[Unstated] = []
    raises: Raises | None = None


class Rule(Record):
    """The same bonus over documents and years, once. `last_status`: of one that is not restated,
    the status with which it was stated last.
    """

    id: str
    bonuses: list[str]
    status: Literal["in_force", "planned", "considered", "not_restated"]
    since: str
    as_of: str
    not_restated: bool = False
    last_status: Status | None = None
    condition: list[str]
    condition_mode: Literal["any", "all"]
    requires: list[list[Alternative]] = []
    limits: list[SizeLimit] = []
    not_for: list[SizeClass] = []
    benefit: Benefit
    value: str | None = None
    raises: Raises | None = None
    size_class: SizeClass | None = None
    exclusive_group: str | None = None
    rank: int | None = None
    unstated: list[Unstated] = []


class Organisation(Record):
    id: str
    name: str
    short_names: list[str] = []
    kind: Literal["ministry", "agency", "department", "body"]
    parent: str | None = None
    supervising_ministries: list[str] = []
    english: str | None = None


class Certification(Record):
    id: str
    name: str
    aliases: list[str] = []
    kind: Literal["certification", "plan", "declaration", "registration"]
    family: str | None = None
    tier: int | None = None
    issuer: str | None = None
    implies: list[str] = []
    requires: list[str] = []
    legal_basis: str | None = None
    in_documents: bool = True
    english: str | None = None


class Overlap(Record):
    """How much two measures do the same for the same people; `a` is the lower id. What both have,
    where a list says so.

    `within`: the ministries of both, where they are the same (a pair inside a ministry); empty for
    a pair between ministries.
    """

    a: str
    b: str
    score: float = Field(ge=0, le=1)
    grade: int = Field(ge=0, le=3)
    within: list[str] = []
    shared_problems: list[str] = []
    shared_activities: list[str] = []
    shared_terms: list[str] = []
    shared_instruments: list[str] = []
    shared_beneficiaries: list[str] = []
    shared_industries: list[str] = []
    shared_targets: list[str] = []
    shared_applicants: list[str] = []
    shared_bodies: list[str] = []
    shared_items: list[str] = []


# file name (without .jsonl) -> record class, in the order in which they are written and loaded
FILES: dict[str, type[Record]] = {
    "documents": Document,
    "appearances": Appearance,
    "measures": Measure,
    "items": Item,
    "bonuses": Bonus,
    "rules": Rule,
    "organisations": Organisation,
    "certifications": Certification,
    "overlaps": Overlap,
}
