"""The answers of docs/programmes.md, written from a graph of the review sheets of 2024 alone:
`shisaku extract rs-2024 --out catalogue-rs`, `shisaku load --catalogue catalogue-rs --store
rs.lbug`, `SHISAKU_STORE=rs.lbug python -m docs.programmes_page`. A test holds the page to them
where the sheets are at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docs.tables import rate_text, table, yen_text
from graph.opening import open_store
from graph.store import Store
from queries.programmes.card import Paid, ProgrammeCard, programme_card
from queries.programmes.law import under_law
from queries.programmes.money import OfficeMoney, money_by_office
from queries.programmes.paid import paid
from queries.programmes.ranked import ranked_programmes
from queries.programmes.reviews import ReviewRequest, review_requests
from queries.sources import places

PAGE = Path(__file__).with_name("programmes.md")
BEGIN, END = "<!-- answers: python -m docs.programmes_page -->\n", "<!-- end of answers -->\n"
_SHOWN = 8  # rows of an answer
_PAIR = ("420", "先導的人材マッチング事業")  # the public process of 2022 asked to look at both
_LAW = "災害対策基本法"


def answers(store: Store) -> str:
    """The six answers as Markdown, each with the command that gives it."""
    parts = (_money, _little_executed, _side_by_side, _reviews, _paid, _law)
    return "\n".join(f"### {n}. {part(store)}\n" for n, part in enumerate(parts, 1))


def with_answers(page: str, written: str) -> str:
    """The page with these answers between its two marks."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{written}\n{END}{tail}"


def _money(store: Store) -> str:
    answer = money_by_office(store)
    total = answer.total
    most = max(answer.offices, key=lambda each: each.more_executed)
    rows = [_office(each.ministry, each) for each in answer.offices[:_SHOWN]]
    head = ("ministry", "programmes", "initial", "supplementary", "carried in", "現額", "executed")
    return _section(
        "Which ministry could spend how much, executed what share, and carries what over?",
        f"shisaku money --year {answer.year}",
        f"Of {total.programmes:,} programmes {total.with_money:,} have money of {answer.year}."
        f" {total.nothing_executed:,} executed nothing of what they could spend;"
        f" {total.more_executed:,} executed more than their 現額 as it is printed,"
        f" {most.more_executed:,} of them of {most.ministry}, whose 予備費等 come to"
        f" {yen_text(most.reserve)} and whose rate is {rate_text(most.execution)}.",
        table((*head, "rate", "carried over"), [*rows, _office("all", total)]),
        f"{len(answer.offices):,} ministries lead programmes. All they could spend together is"
        f" {total.available:,} yen.",
    )


def _office(name: str, each: OfficeMoney) -> Sequence[str]:
    sums = (each.initial, each.supplementary, each.carried_over, each.available, each.executed)
    return (
        name,
        f"{each.with_money:,}",
        *map(yen_text, sums),
        rate_text(each.execution),
        yen_text(each.carried_on),
    )


def _little_executed(store: Store) -> str:
    answer = ranked_programmes(store, "carried", under=0.5, least=10**10)
    none = sum(one.money.executed == 0 for one in answer.programmes)
    rows = [
        (
            f"{one.name} ({one.ministry})",
            yen_text(one.money.available),
            yen_text(one.money.executed),
            rate_text(one.execution),
            yen_text(one.money.carried_on),
            places([one.money.source]),
        )
        for one in answer.programmes[:_SHOWN]
    ]
    return _section(
        "Which programmes of 100億円 or more executed less than half, and what is carried over?",
        "shisaku money --programmes carried --under 50% --least 100億円",
        f"{len(answer.programmes):,} programmes, {none:,} of which executed nothing. They could"
        f" spend {yen_text(answer.available)} in {answer.year} and carry"
        f" {yen_text(answer.carried_on)} over. Those that carry most:",
        table(("programme", "現額", "executed", "rate", "carried over", "row"), rows),
    )


def _side_by_side(store: Store) -> str:
    cards = [programme_card(store, name) for name in _PAIR]
    asked = [one for one in review_requests(store).asked if one.programme == cards[0].id]
    facts = [
        ("sheet", *(str(card.number) for card in cards)),
        ("ministry", *(_lead(card) for card in cards)),
        ("years", *(f"{card.began or '?'}–{card.ends or ''}" for card in cards)),
        ("method", *(", ".join(card.methods) for card in cards)),
        *(
            (f"{year}: initial + supplementary", *(_budget(card, year) for card in cards))
            for year in sorted({m.year for card in cards for m in card.money}, reverse=True)
        ),
        *(
            (f"{year}: executed of 現額", *(_executed(card, year) for card in cards))
            for year in sorted({m.year for card in cards for m in card.money}, reverse=True)[1:]
        ),
        ("recipients", *(f"{len({p.id for p in card.recipients}):,}" for card in cards)),
    ]
    both = {p.id for p in cards[0].recipients} & {p.id for p in cards[1].recipients}
    shared = [
        (p.name, yen_text(p.yen), _directly(p), card.name, places(p.sources))
        for card in cards
        for p in card.recipients
        if p.id in both
    ]
    return _section(
        f"What stands beside 金融庁's {cards[0].name} (sheet {cards[0].number}) at 内閣府?",
        f"shisaku programme {_PAIR[0]}; shisaku programme {_PAIR[1]}",
        "".join(f"{_review(one)} " for one in asked) + "The two side by side:",
        table(("", cards[0].name, cards[1].name), facts),
        "Both paid the same recipient:" if shared else "They paid no recipient in common.",
        table(("recipient", "how much", "", "by", "row"), shared) if shared else "",
    )


def _review(one: ReviewRequest) -> str:
    who = one.review or one.by
    return f"{who} {one.year} asks for: {', '.join(one.asks)} ({places(one.sources)})."


def _lead(card: ProgrammeCard) -> str:
    return "、".join(office.name for office in card.offices if office.lead)


def _budget(card: ProgrammeCard, year: int) -> str:
    money = next((m for m in card.money if m.year == year), None)
    return f"{yen_text(money.initial)} + {yen_text(money.supplementary)}" if money else "not told"


def _executed(card: ProgrammeCard, year: int) -> str:
    money = next((m for m in card.money if m.year == year), None)
    if money is None:
        return "not told"
    return (
        f"{yen_text(money.executed)} of {yen_text(money.available)} ({rate_text(money.execution)})"
    )


def _directly(payment: Paid) -> str:
    return {True: "directly", False: "through another", None: ""}[payment.direct]


def _reviews(store: Store) -> str:
    merge, end = (review_requests(store, [kind]) for kind in ("merge", "end"))
    rows = [
        (
            f"{one.name} ({one.ministry})",
            ", ".join(one.asks),
            f"{one.review or one.by} {one.year}",
            one.outcome or "not told",
            "" if one.reflected is None else yen_text(one.reflected),
            yen_text(one.money[-1].requested) if one.money else "not told",
            places(one.sources),
        )
        for one in end.asked
    ]
    came = ", ".join(f"{outcome or 'not told'} {n:,}" for outcome, n in end.outcomes.items())
    head = ("programme", "asked", "by", "outcome", "next request changes by", "requested", "row")
    return _section(
        "Which programmes do reviews ask to end or to merge, and what came of it?",
        "shisaku reviews --asks end; shisaku reviews --asks merge",
        f"{len(merge.asked):,} reviews of {merge.programmes:,} programmes ask for merging,"
        f" {len(end.asked):,} of {end.programmes:,} for ending. What came of the teams' verdicts"
        f" that ask for ending: {came}; the next requests are less by {yen_text(-end.reflected)}.",
        table(head, rows),
    )


def _paid(store: Store) -> str:
    answer = paid(store, ministries=4, least=10**9)
    rows = [
        (
            each.name,
            each.kind,
            yen_text(each.yen),
            "、".join(f"{ministry} {yen_text(yen)}" for ministry, yen in each.ministries),
            f"{len(each.through):,}",
        )
        for each in answer.recipients[:_SHOWN]
    ]
    return _section(
        "Who is paid by programmes of four ministries or more?",
        "shisaku paid --ministries 4 --least 10億円",
        f"{len(answer.recipients):,} recipients got 10億円 or more from programmes of four or more"
        f" ministries themselves, besides {len(answer.public):,} municipalities, universities and"
        " ministries. Sums are what sheets list by use (5-3), not all that was paid.",
        table(("recipient", "kind", "in all", "by ministry", "programmes"), rows),
    )


def _law(store: Store) -> str:
    answer = under_law(store, _LAW)
    counts = "、".join(f"{ministry} {count}" for ministry, count in answer.ministries)
    rows = [
        ("、".join(each.ministries), each.name, "、".join(each.articles), places(each.sources))
        for each in answer.under[:_SHOWN]
    ]
    return _section(
        f"Which programmes of which ministries stand under one law, {answer.name}?",
        f"shisaku law {_LAW}",
        f"{len(answer.under):,} programmes, of each ministry that answers for them: {counts}.",
        table(("ministry", "programme", "articles", "row"), rows),
    )


def _section(title: str, command: str, *paragraphs: str) -> str:
    return "\n\n".join([title, f"`{command}`", *filter(None, paragraphs)])


def write(store: Store) -> None:
    """Writes the answers into the page."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_answers(page, answers(store)), encoding="utf-8")


if __name__ == "__main__":
    with open_store() as opened:
        write(opened)
