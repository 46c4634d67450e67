"""Budget programmes of the state as review sheets have them, the laws that they rest on, and whom
they pay.

What a fact of a programme says stands in the sheet of the year `sheet`, on line `line` of one table
of it: each class names the table. Its file is the document rs-{sheet}-{table}.
"""

from __future__ import annotations

from typing import Literal

from loaders.catalogue.records.appearance import Term
from loaders.catalogue.records.kinds import Identified, Record
from loaders.catalogue.records.of_sheets import Mention, OfSheet

Method = Literal["direct", "subsidy", "burden", "grant", "contribution", "other"]
Relation = Literal[
    "parent",
    "child",
    "merged_into",
    "merged_from",
    "split_into",
    "split_from",
    "fund",
    "fund_of",
    "operating_grant",
    "operating_grant_of",
    "other",
]
PaysForKind = Literal["same", "funds", "part", "successor"]
Reviewer = Literal["external", "public_process", "team", "earlier", "other"]
Ask = Literal["end", "planned_end", "merge", "merged", "coordinate", "overhaul", "improve", "cut"]
RecipientKind = Literal[
    "company",
    "foundation",
    "incorporated_agency",
    "municipality",
    "university",
    "ministry",
    "unnamed",
    "unknown",
]


class SheetHead(OfSheet):
    """What a sheet calls a programme, and who leads it there (table 1-2, line 0 without it)."""

    name: str
    """The programme's name."""
    ministry: str | None
    """The ministry in the lead."""


class Office(OfSheet):
    """Another office that answers for a programme (table 1-1)."""

    office: str
    """The office, as printed."""
    ministry: str | None
    """The ministry that it is or belongs to; null where it is none (an agency with legal
    personality, experts)."""


class Money(OfSheet):
    """The money of a programme in a budget year, in yen (table 2-1). Null is not told; the sheet of
    a year tells what was executed up to the year before.
    """

    year: int
    """The budget year."""
    initial: int | None
    """当初予算."""
    supplementary: int | None
    """補正予算, all of the year."""
    carried_over: int | None
    """Carried over from the year before."""
    reserve: int | None
    """予備費等."""
    available: int | None
    """歳出予算現額: what could be spent."""
    executed: int | None
    """執行額; null where it is not known yet, never 0 for that."""
    carried_on: int | None
    """Carried over to the next year."""
    requested: int | None
    """Requested for the next year."""


class AccountMoney(OfSheet):
    """What of the money of a budget year stands in one account of the state, in yen (table 2-1);
    the accounts of a year come to its Money. What is carried on is not told by account.
    """

    year: int
    """The budget year."""
    kind: str
    """一般会計 or 特別会計, as printed."""
    account: str
    """会計, with its 勘定 where there is one; several accounts where the sheet does not part
    them."""
    initial: int | None
    """当初予算."""
    supplementary: int | None
    """補正予算, all of the year."""
    carried_over: int | None
    """Carried over from the year before."""
    reserve: int | None
    """予備費等."""
    available: int | None
    """歳出予算現額: what could be spent."""
    executed: int | None
    """執行額; null where it is not known yet."""
    requested: int | None
    """Requested for the next year."""


class BudgetItem(OfSheet):
    """An item of the state's budget that a programme is paid from, in a budget year (table 2-2)."""

    year: int
    """The budget year."""
    kind: str
    """当初予算, 第1次補正予算, 前年度から繰越し …, as printed."""
    account: str
    """会計, with its 勘定 where there is one."""
    organisation: str
    """所管 and 組織."""
    item: str
    """項."""
    sub_item: str
    """目."""
    yen: int | None
    """How much of it goes to this programme."""


class SubsidyRate(OfSheet):
    """A rate at which a programme pays (table 1-4)."""

    value: float | None
    """The share of the cost, 0 < value ≤ 1, to four decimals; null for a fixed sum (定額)."""


class SubsidyCap(OfSheet):
    """The most that a programme pays to one (table 1-4)."""

    yen: int
    """In yen."""


class SheetLaw(OfSheet):
    """A law that a programme rests on (table 1-3)."""

    law: str
    """The law's id."""
    article: str | None = None
    """Article, paragraph and item, as printed."""


class Plan(OfSheet):
    """A plan, cabinet decision or notice that a programme follows (table 1-3)."""

    name: str
    """Its name, as printed."""


class Policy(OfSheet):
    """A policy that a programme serves (table 1-3)."""

    name: str
    """政策 and 施策, as printed."""


class RelatedProgramme(OfSheet):
    """Another programme that the sheet names (table 1-5)."""

    programme: str | None
    """Its id, where the sheet gives its number."""
    name: str
    """Its name there."""
    relation: Relation
    """What the other one is to this one."""


class Finding(OfSheet):
    """What a review said of a programme (table 4-1); the sentences stand in the sheet."""

    by: Reviewer
    """Who: experts from outside, the public process, the ministry's own team, an earlier public
    process or autumn review, others (audit, execution survey)."""
    review: str | None = None
    """What an earlier or other review is called, as printed (公開プロセス, 秋のレビュー,
    予算執行調査); null where it is not told, or not by a name."""
    year: int | None = None
    """The year of the review, where it is told."""
    verdict: str | None = None
    """The team's verdict, as printed (廃止, 事業全体の抜本的な改善 …)."""
    outcome: str | None = None
    """What came of it in the request for the next year, as printed (縮減, 執行等改善 …)."""
    reflected: int | None = None
    """By how much the next request changes for it, in yen, over all accounts (反映額; below 0 where
    it is less); null where none is told."""
    asks: list[Ask] = []
    """What it asks for: ending it (end), that it ends as planned (planned_end), merging it with
    another (merge), nothing more, as it goes into another one by what the team says or what came of
    it (merged), dividing roles or working with others (coordinate), changing all of it
    (overhaul) or a part (improve), less money (cut). By the verdict, and by its sentences."""
    on_overlap: bool = False
    """Whether it speaks of other programmes alike, of merging or of dividing roles."""


class Contract(Record):
    """A contract or grant by which a recipient was paid (table 5-1)."""

    line: int
    """Its line (from 1) in the table's CSV."""
    yen: int | None
    """Its sum."""
    method: str | None
    """契約方式等, as printed (一般競争契約（最低価格）, 随意契約（公募）, 補助金等交付 …)."""
    bidders: int | None = None
    """How many bid."""
    award_rate: float | None = None
    """落札率 in percent."""


class Payment(OfSheet):
    """What a programme paid to one recipient (table 5-1, or where that is not at hand 5-3)."""

    table: Literal["5-1", "5-3"] = "5-3"
    """The table that says so."""

    recipient: str
    """The recipient's id."""
    block: str
    """The block of the money's way, as the sheet letters it."""
    direct: bool | None
    """Whether the office itself pays this block (table 5-2), so that money handed on is not counted
    twice; null where that is not told."""
    yen: int | None
    """How much: in all (5-1), or over the uses that the sheet lists (5-3)."""
    contracts: list[Contract] = []
    """By which contracts and grants (5-1)."""


class Target(OfSheet):
    """What a programme counts, with what it aimed at and what it reached (table 3-1)."""

    kind: str
    """アクティビティ, アウトプット or アウトカム, as printed."""
    indicator: str
    """What is counted, as printed."""
    unit: str | None
    """In what."""
    targets: dict[int, float] = {}
    """Fiscal year -> what was aimed at."""
    results: dict[int, float] = {}
    """Fiscal year -> what was reached."""


class PaysFor(Record):
    """A measure that a programme pays for."""

    measure: str
    """The measure's id."""
    kind: PaysForKind
    """The programme is the measure (same), the measure is one of the things that it pays for
    (funds), it is a part of the measure (part), or follows it (successor)."""
    score: float
    """How surely, above 0 to 1."""
    why: list[str] = []
    """What speaks for it: same_name, part_of_name, named_in_text, named_as_pot, same_money,
    through_part, through_whole, by_hand, same_ministry."""


class Programme(Identified):
    """A budget programme (予算事業) over its review sheets; plain values are those of the
    latest.
    """

    id: str
    """programme:{number of the sheet}."""
    name: str
    """Its name."""
    former_names: list[str] = []
    """Its names in earlier sheets."""
    sheets: list[int]
    """The years of its sheets, the latest first."""
    heads: list[SheetHead] = []
    """What each sheet calls it, and who leads it there, the latest first."""
    ministries: list[str] = []
    """The ministry that answers for it."""
    agencies: list[str] = []
    """The outer office that does, where one does."""
    co_offices: list[Office] = []
    """Other offices that answer for it, too."""
    co_ministries: list[str] = []
    """Names of those of them that are of another ministry, of none, or an outer office of its own:
    with them it is officially run jointly."""
    bureau: str | None = None
    """局."""
    division: str | None = None
    """課 or 室."""
    began: int | None = None
    """Its first fiscal year."""
    ends: int | None = None
    """Its last one, planned; null where none is told or none is planned."""
    methods: list[Method] = []
    """How it is carried out."""
    url: str | None = None
    """Where it is described."""
    former_number: str | None = None
    """The number of its sheet under the earlier way of counting."""
    money: list[Money] = []
    """A row a budget year, the latest first; of each the latest sheet."""
    accounts: list[AccountMoney] = []
    """The same by account."""
    budget_items: list[BudgetItem] = []
    """What it is paid from, the latest budget year first."""
    rates: list[SubsidyRate] = []
    """Rates at which it pays."""
    caps: list[SubsidyCap] = []
    """The most that it pays to one."""
    laws: list[SheetLaw] = []
    """Laws that it rests on."""
    plans: list[Plan] = []
    """Plans that it follows."""
    policies: list[Policy] = []
    """Policies that it serves."""
    related: list[RelatedProgramme] = []
    """Programmes that its sheets name, those of the latest first."""
    findings: list[Finding] = []
    """What reviews said of it."""
    mentions: list[Mention] = []
    """What its sheets say of others that they name."""
    payments: list[Payment] = []
    """Whom it paid."""
    targets: list[Target] = []
    """What it counts, with what it aimed at and reached."""
    pays_for: list[PaysFor] = []
    """Measures that it pays for."""
    supports_companies: bool = False
    """Whether name, purpose or outline speak of companies by size (中小企業, スタートアップ …)."""
    problems: list[Term] = []
    """The policy problems that name, purpose and outline show, best first."""
    activities: list[Term] = []
    """What is done, likewise."""
    words: dict[str, float] = {}
    """Nouns and verbs of name, purpose and outline -> 1 + log of how often they stand there."""
    lines: dict[str, int] = {}
    """Plain value -> its line in the latest sheet: of table 1-2."""


class Law(Identified):
    """A law, order or rule."""

    id: str
    """law:{法令ID of e-Gov}, or law:{digest of the name} where no source gives one."""
    name: str
    """Its name."""
    number: str | None = None
    """Its number (令和三年法律第三十六号), where a source prints it."""


class Recipient(Identified):
    """Who was paid by programmes."""

    id: str
    """recipient:{corporate number}, or recipient:{digest of the name} where none is told."""
    name: str
    """Its name: of several for one number the one that most rows have."""
    corporate_number: str | None = None
    """法人番号, 13 digits."""
    kind: RecipientKind = "unknown"
    """What it is, by its name; unnamed: whom sheets do not name (その他, 個人Ａ), so that those of
    several programmes need not be one."""
    body: str | None = None
    """The implementing body of the vocabulary that it is, by formal name."""
