"""How a pair is printed as a card to act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from commands.codes import coded, kind_of_budget
from commands.overlap.listing_printing import heading_of_both
from commands.overlap.words import BY, SAYS, in_words
from commands.printing import counted, sums_apart, table, with_commas
from graph.language.yen import decimal, yen_in_japanese
from graph.phrases.language import spoken
from graph.phrases.phrases import Phrases, say
from queries.english import in_english
from queries.overlap.compared_side import (
    ComparedSide,
    Named,
    ProgrammeYear,
    SideContact,
    SidePoint,
    SideRelative,
    SideSum,
    SideYear,
)
from queries.overlap.comparison import Comparison, YearBeside
from queries.overlap.grades import GRADES
from queries.overlap.quoted import SOURCES_VARIABLE, at_hand
from queries.overlap.statements import Statement
from queries.sources import Source, places

_MOST = 12  # facts of a kind that are printed; --json has all
_HOW = Phrases(
    {"same": "", "funds": ", which pays for this and others", "part": ", a part of this"}
)


def card_lines(card: Comparison) -> Iterator[str]:
    """Both sides, why, terms, money, results, what is said, what is common, contacts, history, and
    which company would use which: each fact with its places.
    """
    if card.score is None or card.grade is None:
        yield say("no scored pair: too little is alike, or the two belong together")
    else:
        within = say("   within {within}", within="、".join(card.within)) if card.within else ""
        within = within or heading_of_both(card.in_common)
        yield say(
            "{score:.2f}  grade {grade} {grades}{within}",
            score=card.score,
            grade=card.grade,
            grades=say(GRADES[card.grade]),
            within=within,
        )
    yield table([_head(say("first"), card.a), _head(say("second"), card.b)])
    for title, lines in (
        (say("Why"), _why(card)),
        (say("What they say of each other"), _said(card)),
        (say("Terms"), _terms(card)),
        (say("Money by fiscal year"), _money(card.money)),
        (say("Users and results"), _results(card)),
        (say("In common"), _common(card)),
        (say("Which would a company use"), iter((card.a.japanese, card.b.japanese, card.japanese))),
        ("", iter((card.a.english, card.b.english, card.english) if spoken() == "en" else ())),
        (say("Whom to ask"), _contacts(card)),
        (say("History"), _history(card)),
    ):
        found = list(lines)
        if title:
            yield title
        yield from (f"  {line}" for line in found or ([say("nothing is told")] if title else []))


def _head(which: str, side: ComparedSide) -> tuple[str, ...]:
    offices = "・".join(office.name for office in (*side.ministries, *side.offices))
    return which, side.id, offices or say("(no ministry named)"), side.name, places(side.places)


def _sides(card: Comparison) -> tuple[tuple[str, ComparedSide], ...]:
    return (say("first"), card.a), (say("second"), card.b)


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
            (coded("aspect", words.kind), where, _names(names))
            for words in card.words
            for where, names in (
                (say("both"), words.shared),
                (say("first only"), words.only_a),
                (say("second only"), words.only_b),
            )
            if names
        ]
    )


def _names(names: Sequence[Named]) -> str:
    rest = say(" and {names} more", names=len(names) - _MOST) if len(names) > _MOST else ""
    return "、".join(each.name for each in names[:_MOST]) + rest


def _said(card: Comparison) -> Iterator[str]:
    for said in card.said:
        says = f"{_of(said)} {with_commas(in_words(SAYS, each) for each in said.says)}{_came(said)}"
        yield f"{_who(said)}: {says}   {places(said.sources)}"
        if said.text:
            yield f"  「{said.text}」"
    if not at_hand() and any(said.column for said in card.said):
        yield say(
            "(set {sources_variable} to the folder of the source tables for the sentences)",
            sources_variable=SOURCES_VARIABLE,
        )


def _word(printed: str) -> str:
    """A word of the vocabulary in the language spoken."""
    return in_english(printed) if spoken() == "en" else printed


def _who(said: Statement) -> str:
    """programme:420, Public review process 2022 (earlier reviews)."""
    by = in_words(BY, said.by)
    named = " ".join(filter(None, (_word(said.review or ""), str(said.year or ""))))
    return f"{said.side}, {named} ({by})" if named else f"{said.side}, {by}"


def _of(said: Statement) -> str:
    if said.of == "other":
        return say("names the other:")
    if said.of == "ministry":
        return say("names the other's ministry {named}:", named=said.named)
    return (
        say("speaks of others ({named}):", named=said.named)
        if said.named
        else say("speaks of others:")
    )


def _came(said: Statement) -> str:
    told = [value for value in (said.verdict, said.outcome) if value]
    heading = f", {said.column}" if said.column else ""
    return (f" [{' → '.join(map(_word, told))}]" if told else "") + heading


# --- terms, money, results ------------------------------------------------------------------------


def _terms(card: Comparison) -> Iterator[str]:
    rows = [
        (
            which,
            coded("overlap_card.term", term.kind),
            term.frame or "",
            term.japanese,
            places(term.sources),
        )
        for which, side in _sides(card)
        for term in side.terms
    ]
    yield from _rows(rows)
    for which, side in _sides(card):
        if side.paid_from:
            what = say("paid by") if side.kind == "measure" else say("pays for")
            yield f"{which}: {what} {_names(side.paid_from)}"


def _money(money: Iterable[YearBeside]) -> Iterator[str]:
    yield from _rows(
        [
            (str(beside.year or say("no year")), which, *cells)
            for beside in money
            for which, year in ((say("first"), beside.a), (say("second"), beside.b))
            if year
            for cells in _year(year)
        ]
    )


def _year(year: SideYear) -> Iterator[tuple[str, str, str]]:
    """What the side itself prints, and a row for each programme that pays for a measure."""
    if year.sums or not year.programmes:
        executed = "" if year.programmes else _executed(year)
        at = () if year.programmes else year.sources
        yield _sums(year.sums), executed, _places(year.sums, at)
    for paid in year.programmes:
        sums = say("of {id}{how}: {sums}", id=paid.id, how=_HOW[paid.how], sums=_sums(paid.sums))
        yield sums, _executed(paid), _places(paid.sums, paid.sources)


def _sums(sums: Sequence[SideSum]) -> str:
    return with_commas(
        f"{kind_of_budget(one.kind)} {sums_apart(one.own, one.pots)}"
        f"{say(' (draft)') if one.proposed else ''}"
        for one in sums
    )


def _executed(year: SideYear | ProgrammeYear) -> str:
    if year.available is None:
        return ""
    if year.executed is None:
        return say("could spend {available}", available=yen_in_japanese(year.available))
    rate = "" if year.execution is None else f" = {year.execution:.0%}"
    return say(
        "executed {executed} of {available}{rate}",
        executed=yen_in_japanese(year.executed),
        available=yen_in_japanese(year.available),
        rate=rate,
    )


def _places(sums: Sequence[SideSum], more: Sequence[Source]) -> str:
    return places(dict.fromkeys([*(source for one in sums for source in one.sources), *more]))


def _results(card: Comparison) -> Iterator[str]:
    for which, side in _sides(card):
        for result in side.results[:_MOST]:
            points = with_commas(map(_point, result.points))
            at = dict.fromkeys(source for point in result.points for source in point.sources)
            name = " ".join(filter(None, (coded("result", result.kind), result.name))) or say(
                "(no name)"
            )
            yield f"{which}: {name} ({_word(result.unit)}) {points}   {places(at)}"
        if len(side.results) > _MOST:
            yield say(
                "{which}: {figures} more",
                which=which,
                figures=counted(len(side.results) - _MOST, "figures"),
            )


def _point(point: SidePoint) -> str:
    sums = [
        f"{what} {decimal(value)}"
        for what, value in ((say("aim"), point.target), (say("result"), point.result))
        if value is not None
    ]
    return f"{point.year or say('no year')}: {' / '.join(sums) or '?'}"


# --- in common, contacts, history -----------------------------------------------------------------


def _common(card: Comparison) -> Iterator[str]:
    for law in card.laws:
        articles = "、".join((*law.articles_a, *law.articles_b))
        yield say(
            "law: {name} {articles}   {value}",
            name=law.name,
            articles=articles,
            value=places((*law.sources_a, *law.sources_b)),
        )
    for plan in card.plans:
        told = places((*plan.sources_a, *plan.sources_b))
        yield f"{coded('plan', plan.kind)}: {plan.name}   {told}"
    for one in card.recipients[:_MOST]:
        sums = say(" and ").join(
            "?" if yen is None else f"{yen_in_japanese(yen)} ({year})"
            for yen, year in ((one.yen_a, one.year_a), (one.yen_b, one.year_b))
        )
        at = places((*one.sources_a, *one.sources_b))
        yield say(
            "recipient: {name} ({kind}), {sums}   {at}",
            name=one.name,
            kind=coded("recipient_kind", one.kind),
            sums=sums,
            at=at,
        )
    if len(card.recipients) > _MOST:
        yield say(
            "{recipients} more", recipients=counted(len(card.recipients) - _MOST, "recipients")
        )


def _contacts(card: Comparison) -> Iterator[str]:
    for which, side in _sides(card):
        asked = [each for each in side.contacts if each.name or each.phones or each.emails]
        if not asked:
            yield say("{which}: no contact printed", which=which)
        for contact in asked:
            yield f"{which}: {_contact(contact)}   {places(contact.sources)}"
        for contact in side.contacts:
            if contact.url:
                yield say(
                    "{which}: described at {url}   {sources}",
                    which=which,
                    url=contact.url,
                    sources=places(contact.sources),
                )


def _contact(contact: SideContact) -> str:
    return " ".join(filter(None, (contact.name, *contact.phones, *contact.emails)))


def _history(card: Comparison) -> Iterator[str]:
    for which, side in _sides(card):
        yield f"{which}: {side.first_year or '?'}–{side.last_year or ''}"
        for relative in side.history:
            other = f"{relative.name} ({relative.id})"
            yield f"{which}: {in_words(SAYS, relative.relation)} {other}{_told_by(relative)}"


def _told_by(relative: SideRelative) -> str:
    return f"   {places(relative.sources) or with_commas(relative.documents)}"
