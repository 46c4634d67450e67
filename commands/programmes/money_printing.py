"""How the money of budget programmes is printed: by office, and programme by programme."""

from __future__ import annotations

from commands.lines import with_places
from commands.printing import counted, table, with_commas
from graph.language.yen import about_in_japanese
from graph.phrases.phrases import say
from queries.programmes.money import MoneyAnswer, OfficeMoney
from queries.programmes.ranked import RankedAnswer

_NONE = "The graph has no budget programmes; `shisaku fetch rs 2024` tells how to get them"
_NOT_TOLD = "of which it is not told yet what was executed and carried on"
_HEAD = "office|programmes|initial|suppl.|carried in|reserve|available|executed|rate|carried on"


def money_lines(answer: MoneyAnswer) -> list[str]:
    """A row an office, most money first, then all together, and what the rates do not tell."""
    if answer.year is None:
        return [say(_NONE)]
    total = answer.total
    head = say(_HEAD).split("|")
    rows = [_row(_name(office), office) for office in answer.offices]
    years = with_commas(map(str, answer.years))
    count = counted(total.with_money, "programmes")
    lines = [
        say(
            "Budget year {year} of {years}: {count} with money, of {programmes:,}",
            year=answer.year,
            years=years,
            count=count,
            programmes=total.programmes,
        ),
        *table([head, *rows, _row(say("all"), total)], right=range(1, len(head))).split("\n"),
    ]
    for number, says in (
        (total.not_told, say(_NOT_TOLD)),
        (total.nothing_executed, say("that executed nothing of what could be spent")),
        (
            total.more_executed,
            say("that executed more than could be spent, as their sheets print it"),
        ),
    ):
        if number:
            lines.append(f"  {counted(number, 'programmes')} {says}")
    return lines


def _name(office: OfficeMoney) -> str:
    return " ".join(filter(None, (office.ministry, office.agency, office.bureau))) or say(
        "not told"
    )


def _row(name: str, office: OfficeMoney) -> tuple[str, ...]:
    return (
        name,
        f"{office.with_money:,}",
        *map(
            _yen,
            (
                office.initial,
                office.supplementary,
                office.carried_over,
                office.reserve,
                office.available,
                office.executed,
            ),
        ),
        _rate(office.execution),
        _yen(office.carried_on),
    )


def ranked_lines(answer: RankedAnswer, top: int) -> list[str]:
    """How many there are and what they come to, then each programme with its row."""
    if answer.year is None:
        return [say(_NONE)]
    sums = say(
        "{available} that could be spent, {carried_on} carried on",
        available=_yen(answer.available),
        carried_on=_yen(answer.carried_on),
    )
    count = counted(len(answer.programmes), "programmes")
    lines = [say("Budget year {year}: {count}, {sums}", year=answer.year, count=count, sums=sums)]
    if answer.not_told:
        lines.append(f"  {counted(answer.not_told, 'programmes')} {_NOT_TOLD}")
    for one in answer.programmes[:top]:
        money = one.money
        offices = " ".join(filter(None, (one.ministry, one.agency)))
        text = say(
            "  {execution}  {executed} of {available}, {carried_on} carried on  {name} ({offices})",
            execution=f"{_rate(one.execution):>6}",
            executed=_yen(money.executed),
            available=_yen(money.available),
            carried_on=_yen(money.carried_on),
            name=one.name,
            offices=offices,
        )
        lines.append(with_places(f"{text}   {one.id}", [money.source]))
    if (left := len(answer.programmes) - top) > 0:
        lines.append(
            say("  {programmes} more (--top, or --json)", programmes=counted(left, "programmes"))
        )
    return lines


def _yen(amount: int | None) -> str:
    return "?" if amount is None else about_in_japanese(amount)


def _rate(share: float | None) -> str:
    return "?" if share is None else f"{share:.1%}"
