"""How the answer on a theme is printed for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commands.printing import counted, sums_apart, table
from graph.language.yen import about_in_japanese
from graph.schema.budget_kinds import budget_kinds
from queries.overlap.grades import GRADES
from queries.themes.known import KnownTheme
from queries.themes.members import Reason
from queries.themes.money import ProgrammeMoney
from queries.themes.records import ThemeAnswer, ThemeMember, ThemeMinistry

_HEAD = (
    "ministry",
    "programmes",
    "joint",
    "measures",
    "initial",
    "suppl.",
    "available",
    "executed",
    "rate",
    "in the name",
)
_WHY = {
    "name": "name",
    "problem": "problem",
    "activity": "activity",
    "term": "key term",
    "said": "said again",
}


def theme_lines(answer: ThemeAnswer, top: int) -> Iterator[str]:
    """The answer in a sentence; the ministries; of members, pairs and recipients the first."""
    yield from _sentence(answer)
    rows = [_ministry(row, row.ministry or "(none named)") for row in answer.ministries]
    total = _ministry(answer.total, "together, each once")
    yield from table([_HEAD, *rows, total], right=range(1, len(_HEAD))).split("\n")
    yield from _printed(answer)
    for kind, named in (("programme", "programmes"), ("measure", "measures")):
        of_kind = [member for member in answer.members if member.kind == kind]
        if of_kind:
            yield f"{counted(len(of_kind), named)}:"
            yield from (_member(member) for member in of_kind[:top])
            yield from _more(len(of_kind) - top)
    yield from _pairs(answer, top)
    yield from _recipients(answer, top)


def known_lines(known: Sequence[KnownTheme]) -> list[str]:
    """A row a theme that has a name, with how much belongs to it."""
    head = ("theme", "programmes", "measures", "is a", "English")
    rows = [(one.name, one.programmes, one.measures, one.kind, one.english) for one in known]
    return table([head, *rows], right=(1, 2)).split("\n")


def _sentence(answer: ThemeAnswer) -> Iterator[str]:
    total, money = answer.total, answer.total.money
    what = f"{counted(money.programmes, 'programmes')} and {counted(total.measures, 'measures')}"
    meaning = " and ".join(answer.themes)
    name = answer.asked if meaning == answer.asked else f"{answer.asked} ({meaning})"
    yield f"{name}: {what} of {counted(len(answer.ministries), 'ministries')}"
    if answer.year is not None:
        yield (
            f"  in {answer.year} these programmes as a whole could spend {_yen(money.available)}"
            f" and executed {_rate(money.execution)}; those with the theme in their name"
            f" ({total.named.programmes:,}) {_yen(total.named.available)}"
        )
    if answer.touched:
        yield f"  not counted: {len(answer.touched):,} that say a word of it in passing"


def _ministry(row: ThemeMinistry, name: str) -> tuple[str, ...]:
    money: ProgrammeMoney = row.money
    return (
        name,
        f"{money.programmes:,}",
        f"{row.joint:,}",
        f"{row.measures:,}",
        *map(_yen, (money.initial, money.supplementary, money.available, money.executed)),
        _rate(money.execution),
        _yen(row.named.available) if row.named.programmes else "-",
    )


def _printed(answer: ThemeAnswer) -> Iterator[str]:
    """What the pages of measures print, kinds and years apart."""
    if not answer.total.printed:
        return
    paid_for = answer.total.paid_for
    yield (
        "printed by the measures, not to be added to the programmes, which pay for"
        f" {paid_for:,} of them:"
    )
    for total in answer.total.printed:
        kind = budget_kinds()[total.kind].english.lower()
        yield f"  {total.year or 'no year'} {kind}: {sums_apart(total.own, total.pots)}"


def _member(member: ThemeMember) -> str:
    money = f"{_yen(member.year.available)}, {_rate(member.year.execution)}" if member.year else ""
    why = ", ".join(map(_reason, member.why))
    offices = "・".join(member.ministries) or "(no ministry named)"
    text = f"  {member.name} ({offices})   {money}".rstrip()
    return f"{text}   {member.id}   {why}"


def _reason(reason: Reason) -> str:
    return f"{_WHY[reason.kind]} {reason.what}"


def _pairs(answer: ThemeAnswer, top: int) -> Iterator[str]:
    within = len(answer.pairs) - answer.between
    yield (
        f"{counted(answer.between, 'pairs')} between ministries (grade 1 or more),"
        f" {within:,} within one:"
        if answer.pairs
        else "No two of them are alike (grade 1 or more)"
    )
    for pair in answer.pairs[:top]:
        inside = "   within one" if pair.within else ""
        yield f"  {pair.score:.2f}  grade {pair.grade} {GRADES[pair.grade]}{inside}"
        for name, offices, id_ in (
            (pair.a_name, pair.a_ministries, pair.a),
            (pair.b_name, pair.b_ministries, pair.b),
        ):
            yield f"        {name} ({'・'.join(offices)})   {id_}"
    yield from _more(len(answer.pairs) - top)


def _recipients(answer: ThemeAnswer, top: int) -> Iterator[str]:
    if not answer.recipients:
        return
    year = answer.recipients[0].sheet - 1
    yield f"{counted(len(answer.recipients), 'recipients')} in {year}, of whole programmes:"
    for each in answer.recipients[:top]:
        count = counted(len(each.programmes), "programmes")
        yield f"  {_yen(each.yen)}  {each.name}   {count} of {'・'.join(each.ministries)}"
    yield from _more(len(answer.recipients) - top)


def _more(left: int) -> Iterator[str]:
    if left > 0:
        yield f"  {left:,} more (--top, or --json)"


def _yen(amount: int | None) -> str:
    return "?" if amount is None else about_in_japanese(amount)


def _rate(share: float | None) -> str:
    return "?" if share is None else f"{share:.1%}"
