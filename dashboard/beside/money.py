"""Rows of the card of a pair: the money and execution of both, a row a fiscal year."""

from __future__ import annotations

from html import escape

from dashboard.beside.facts import chip, row
from dashboard.text import figures
from dashboard.text.words import Words
from queries.overlap.compared_side import ProgrammeYear, SideSum, SideYear
from queries.overlap.comparison import Comparison


def money(words: Words, card: Comparison) -> str:
    """What each gets whole and what it gets a part of stand apart; what was executed beside what
    could be spent.
    """
    if not card.money:
        said = words("overlap_card.money_none")
        return row(words("overlap_card.money"), [said, said])
    return "".join(
        row(
            words("overlap_card.money_year", year=beside.year)
            if beside.year
            else words("overlap_card.no_year"),
            [_year(words, year) for year in (beside.a, beside.b)],
            bool(beside.a and beside.b),
        )
        for beside in card.money
    )


def _year(words: Words, year: SideYear | None) -> str:
    if year is None:
        return "–"
    facts = [chip(words, _sum(words, one), one.sources) for one in year.sums]
    if not year.programmes:
        facts += _spent(words, year)
    for paid in year.programmes:
        named = words(f"overlap_card.paid_{paid.how}", id=paid.id, name=paid.name)
        facts += [
            f'<span class="quiet">{escape(named)}</span>',
            *(chip(words, _sum(words, one), one.sources) for one in paid.sums),
            *_spent(words, paid),
        ]
    return " ".join(facts) or "–"


def _spent(words: Words, year: SideYear | ProgrammeYear) -> list[str]:
    if year.available is None:
        return []
    available = figures.budget(words, year.available)
    text = (
        words("overlap_card.available", available=available)
        if year.executed is None
        else words(
            "overlap_card.spent",
            executed=figures.budget(words, year.executed),
            available=available,
            rate="?" if year.execution is None else f"{year.execution:.0%}",
        )
    )
    return [chip(words, text, year.sources)]


def _sum(words: Words, one: SideSum) -> str:
    said = words.listed(figures.parts(words, one.own, one.pots, figures.budget))
    draft = words("overlap_card.draft") if one.proposed else ""
    return f"{words.of('kind', one.kind)} {said}{draft}"
