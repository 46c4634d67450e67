"""How a pair is printed as a card to act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from commands.printing import counted, sums_apart, table
from graph.language.yen import decimal, yen_in_japanese
from queries.overlap.compared_side import (
    ComparedSide,
    Named,
    SideContact,
    SidePoint,
    SideRelative,
    SideYear,
)
from queries.overlap.comparison import Comparison, YearBeside
from queries.overlap.grades import GRADES
from queries.overlap.said import Said
from queries.sources import Source, places

_MOST = 12  # facts of a kind that are printed; --json has all


def card_lines(card: Comparison) -> Iterator[str]:
    """Both sides, why, terms, money, results, what is said, what is common, contacts, history, and
    which company would use which: each fact with its places.
    """
    if card.score is None or card.grade is None:
        yield "no scored pair: too little is alike, or the two belong together"
    else:
        within = f"   within {'、'.join(card.within)}" if card.within else ""
        yield f"{card.score:.2f}  grade {card.grade} {GRADES[card.grade]}{within}"
    yield table([_head("first", card.a), _head("second", card.b)])
    for title, lines in (
        ("Why", _why(card)),
        ("What they say of each other", _said(card)),
        ("Terms", _terms(card)),
        ("Money by fiscal year", _money(card.money)),
        ("Users and results", _results(card)),
        ("In common", _common(card)),
        ("Which would a company use", iter((card.a.japanese, card.b.japanese))),
        ("", iter((card.a.english, card.b.english))),
        ("Whom to ask", _contacts(card)),
        ("History", _history(card)),
    ):
        found = list(lines)
        if title:
            yield title
        yield from (f"  {line}" for line in found or ["nothing is told"])


def _head(which: str, side: ComparedSide) -> tuple[str, ...]:
    offices = "・".join(office.name for office in (*side.ministries, *side.offices))
    return which, side.id, offices or "(no ministry named)", side.name, places(side.places)


def _sides(card: Comparison) -> tuple[tuple[str, ComparedSide], ...]:
    return ("first", card.a), ("second", card.b)


def _rows(rows: Sequence[tuple[str, ...]], right: Sequence[int] = ()) -> Iterator[str]:
    if rows:
        yield from table(rows, right).splitlines()


# --- why, and what is said ------------------------------------------------------------------------


def _why(card: Comparison) -> Iterator[str]:
    yield from _rows(
        [
            (
                " × ".join(signal.of),
                ""
                if signal.likeness is None or signal.weight is None
                else f"{signal.likeness:.2f} × {signal.weight:g} =",
                f"{signal.worth:+.3f}",
            )
            for signal in card.signals
        ],
        right=(1, 2),
    )
    yield from _rows(
        [
            (words.kind, where, _names(names))
            for words in card.words
            for where, names in (
                ("both", words.shared),
                ("first only", words.only_a),
                ("second only", words.only_b),
            )
            if names
        ]
    )


def _names(names: Sequence[Named]) -> str:
    rest = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return "、".join(each.name for each in names[:_MOST]) + rest


def _said(card: Comparison) -> Iterator[str]:
    for said in card.said:
        says = f"{_of(said)} {', '.join(said.says)}{_came(said)}"
        yield f"{_who(said)}: {says}   {places(said.sources)}"
        if said.text:
            yield f"  「{said.text}」"


def _who(said: Said) -> str:
    """programme:420, 公開プロセス 2022 (earlier)."""
    named = " ".join(filter(None, (said.review, str(said.year or ""))))
    return f"{said.side}, {named} ({said.by})" if named else f"{said.side}, {said.by}"


def _of(said: Said) -> str:
    if said.of == "other":
        return "names the other:"
    if said.of == "ministry":
        return f"names the other's ministry {said.named}:"
    return f"speaks of others ({said.named}):" if said.named else "speaks of others:"


def _came(said: Said) -> str:
    told = [value for value in (said.verdict, said.outcome) if value]
    heading = f", {said.column}" if said.column else ""
    return (f" [{' → '.join(told)}]" if told else "") + heading


# --- terms, money, results ------------------------------------------------------------------------


def _terms(card: Comparison) -> Iterator[str]:
    rows = [
        (which, term.kind, term.frame or "", term.japanese, places(term.sources))
        for which, side in _sides(card)
        for term in side.terms
    ]
    yield from _rows(rows)
    for which, side in _sides(card):
        if side.paid_from:
            what = "paid by" if side.kind == "measure" else "pays for"
            yield f"{which}: {what} {_names(side.paid_from)}"


def _money(money: Iterable[YearBeside]) -> Iterator[str]:
    yield from _rows(
        [
            (str(beside.year or "no year"), which, *_year(year), places(_places(year)))
            for beside in money
            for which, year in (("first", beside.a), ("second", beside.b))
            if year
        ]
    )


def _year(year: SideYear) -> tuple[str, str]:
    sums = ", ".join(
        f"{one.kind} {sums_apart(one.own, one.pots)}{' (draft)' if one.proposed else ''}"
        for one in year.sums
    )
    if year.executed is None or year.available is None:
        return sums, ""
    rate = "" if year.execution is None else f" = {year.execution:.0%}"
    of = f" by {year.executed_of}"
    return sums, (
        f"executed {yen_in_japanese(year.executed)} of {yen_in_japanese(year.available)}{rate}{of}"
    )


def _places(year: SideYear) -> list[Source]:
    return list(dict.fromkeys([*(s for one in year.sums for s in one.sources), *year.sources]))


def _results(card: Comparison) -> Iterator[str]:
    for which, side in _sides(card):
        for result in side.results[:_MOST]:
            points = ", ".join(map(_point, result.points))
            at = dict.fromkeys(source for point in result.points for source in point.sources)
            name = " ".join(filter(None, (result.kind, result.name))) or "(no name)"
            yield f"{which}: {name} ({result.unit}) {points}   {places(at)}"
        if len(side.results) > _MOST:
            yield f"{which}: {counted(len(side.results) - _MOST, 'figures')} more"


def _point(point: SidePoint) -> str:
    sums = [
        f"{what} {decimal(value)}"
        for what, value in (("aim", point.target), ("result", point.result))
        if value is not None
    ]
    return f"{point.year or 'no year'}: {' / '.join(sums) or '?'}"


# --- in common, contacts, history -----------------------------------------------------------------


def _common(card: Comparison) -> Iterator[str]:
    for law in card.laws:
        articles = "、".join((*law.articles_a, *law.articles_b))
        yield f"law: {law.name} {articles}   {places((*law.sources_a, *law.sources_b))}"
    for plan in card.plans:
        yield f"{plan.kind}: {plan.name}   {places((*plan.sources_a, *plan.sources_b))}"
    for one in card.recipients[:_MOST]:
        sums = " and ".join(
            "?" if yen is None else f"{yen_in_japanese(yen)} ({year})"
            for yen, year in ((one.yen_a, one.year_a), (one.yen_b, one.year_b))
        )
        at = places((*one.sources_a, *one.sources_b))
        yield f"recipient: {one.name} ({one.kind}), {sums}   {at}"
    if len(card.recipients) > _MOST:
        yield f"{counted(len(card.recipients) - _MOST, 'recipients')} more"


def _contacts(card: Comparison) -> Iterator[str]:
    for which, side in _sides(card):
        for contact in side.contacts:
            yield f"{which}: {_contact(contact)}   {places(contact.sources)}"


def _contact(contact: SideContact) -> str:
    return " ".join(filter(None, (contact.name, *contact.phones, *contact.emails, contact.url)))


def _history(card: Comparison) -> Iterator[str]:
    for which, side in _sides(card):
        yield f"{which}: {side.first_year or '?'}–{side.last_year or ''}"
        for relative in side.history:
            other = f"{relative.name} ({relative.id})"
            yield f"{which}: {relative.relation} {other}{_told_by(relative)}"


def _told_by(relative: SideRelative) -> str:
    return f"   {places(relative.sources) or ', '.join(relative.documents)}"
