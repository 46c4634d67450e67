"""How the answer on a theme is printed for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commands.codes import coded, kind_of_budget
from commands.printing import counted, sums_apart, table, with_commas
from graph.language.yen import about_in_japanese
from graph.phrases.language import spoken
from graph.phrases.phrases import Phrases, say
from queries.overlap.grades import GRADES
from queries.programmes.card import YearOfMoney
from queries.themes.known import KnownTheme
from queries.themes.members import Reason
from queries.themes.money import ProgrammeMoney
from queries.themes.records import ThemeAnswer, ThemeMember, ThemeMinistry

_HEAD = "ministry|programmes|joint|measures|initial|suppl.|available|executed|rate|mention it"
_WHY = Phrases(
    {
        "name": "name",
        "problem": "problem",
        "activity": "activity",
        "term": "key term",
        "said": "said again",
    }
)


def theme_lines(answer: ThemeAnswer, top: int) -> Iterator[str]:
    """The answer in a sentence; the ministries; of members, pairs and recipients the first."""
    yield from _sentence(answer)
    head = say(_HEAD).split("|")
    rows = [_ministry(row, row.ministry or say("(none named)")) for row in answer.ministries]
    total = _ministry(answer.total, say("together, each once"))
    yield from table([head, *rows, total], right=range(1, len(head))).split("\n")
    yield from _untold(answer.total.money)
    yield from _printed(answer)
    for kind, named in (("programme", "programmes"), ("measure", "measures")):
        of_kind = [member for member in answer.members if member.kind == kind]
        if of_kind:
            core = sum(member.core for member in of_kind)
            others = len(of_kind) - core
            then = say(", then {others:,} that mention it", others=others) if others else ""
            yield f"{counted(core, named)}{then}:"
            yield from (_member(member) for member in of_kind[:top])
            yield from _more(len(of_kind) - top)
    yield from _pairs(answer, top)
    yield from _recipients(answer, top)


def known_lines(known: Sequence[KnownTheme]) -> list[str]:
    """A row a theme that has a name, with how much belongs to it."""
    english = spoken() == "en"  # the name in the other language says a Japanese reader nothing
    head = say("theme|programmes|measures|mention it|is a").split("|")
    rows = [
        (
            one.name,
            one.programmes,
            one.measures,
            one.mentioning,
            coded("theme.kind", one.kind),
            *([one.english] if english else []),
        )
        for one in known
    ]
    head += ["English"] if english else []
    return table([head, *rows], right=(1, 2, 3)).split("\n")


def _sentence(answer: ThemeAnswer) -> Iterator[str]:
    total, money = answer.total, answer.total.money
    what = say(
        "{programmes} and {measures}",
        programmes=counted(money.programmes, "programmes"),
        measures=counted(total.measures, "measures"),
    )
    meaning = say(" and ").join(answer.themes)
    name = answer.asked if meaning == answer.asked else f"{answer.asked} ({meaning})"
    ministries = sum(bool(row.money.programmes or row.measures) for row in answer.ministries)
    yield say(
        "{name}: {what} of {ministries}",
        name=name,
        what=what,
        ministries=counted(ministries, "ministries"),
    )
    if answer.year is not None and money.programmes:
        yield (
            say(
                "  in {year} these programmes as a whole could spend {available}",
                year=answer.year,
                available=_yen(money.available),
            )
            + _executed(money)
        )
    yield from _besides(answer)
    if answer.touched:
        yield say(
            "  not counted: {touched:,} that say a word of it in passing",
            touched=len(answer.touched),
        )


def _executed(money: ProgrammeMoney) -> str:
    if money.with_money and money.not_told == money.with_money:
        return say("; what they executed is not told")
    return say(" and executed {money}", money=_rate(money))


def _besides(answer: ThemeAnswer) -> Iterator[str]:
    """What mentions the theme and is of something else."""
    others, measures = answer.total.mentioning, answer.total.measures_mentioning
    if not others.programmes and not measures:
        return
    money = (
        say(": {available} as a whole", available=_yen(others.available))
        if others.with_money
        else ""
    )
    yield (
        say(
            "  besides, {programmes} and {measures} mention it again and again, in"
            " none of these sums{money}",
            programmes=counted(others.programmes, "programmes"),
            measures=counted(measures, "measures"),
            money=money,
        )
    )


def _untold(money: ProgrammeMoney) -> Iterator[str]:
    """Of what the rate tells nothing."""
    if 0 < money.not_told < money.with_money:
        yield (
            say(
                "of {programmes} with money of the year no execution is told; the rate"
                " is of the others",
                programmes=counted(money.not_told, "programmes"),
            )
        )
    if money.moved:
        yield (
            say(
                "{programmes} executed what stood in the budget of another (nothing of"
                " their own could be spent): in the sum executed, not in the rate",
                programmes=counted(money.moved, "programmes"),
            )
        )


def _ministry(row: ThemeMinistry, name: str) -> tuple[str, ...]:
    money: ProgrammeMoney = row.money
    return (
        name,
        f"{money.programmes:,}",
        f"{row.joint:,}",
        f"{row.measures:,}",
        *(_money(money) if money.programmes else ["-"] * 5),
        _mentioning(row.mentioning),
    )


def _money(money: ProgrammeMoney) -> Iterator[str]:
    yield from map(_yen, (money.initial, money.supplementary, money.available, money.executed))
    yield _rate(money)


def _mentioning(money: ProgrammeMoney) -> str:
    if not money.programmes:
        return "-"
    return f"{money.programmes:,}: {_yen(money.available)}"


def _printed(answer: ThemeAnswer) -> Iterator[str]:
    """What the pages of measures print, kinds and years apart."""
    if not answer.total.printed:
        return
    paid_for = answer.total.paid_for
    yield (
        say(
            "printed by the measures, not to be added to the programmes, which pay"
            " for {paid_for:,} of them:",
            paid_for=paid_for,
        )
    )
    for total in answer.total.printed:
        kind = kind_of_budget(total.kind)
        yield f"  {total.year or say('no year')} {kind}: {sums_apart(total.own, total.pots)}"


def _member(member: ThemeMember) -> str:
    money = f"{_yen(member.year.available)}, {_rate(member.year)}" if member.year else ""
    why = with_commas(map(_reason, member.why))
    offices = "・".join(member.ministries) or say("(no ministry named)")
    text = f"  {member.name} ({offices})   {money}".rstrip()
    return f"{text}   {member.id}   {why}"


def _reason(reason: Reason) -> str:
    return f"{_WHY[reason.kind]} {reason.what}"


def _pairs(answer: ThemeAnswer, top: int) -> Iterator[str]:
    within = len(answer.pairs) - answer.between
    yield (
        say(
            "{pairs} between ministries (grade 1 or more), {within:,} within one:",
            pairs=counted(answer.between, "pairs"),
            within=within,
        )
        if answer.pairs
        else say("No two of them are alike (grade 1 or more)")
    )
    for pair in answer.pairs[:top]:
        inside = say("   within one") if pair.within else ""
        yield say(
            "  {score:.2f}  grade {grade} {grades}{inside}",
            score=pair.score,
            grade=pair.grade,
            grades=say(GRADES[pair.grade]),
            inside=inside,
        )
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
    yield say(
        "{recipients} in {year}, of whole programmes:",
        recipients=counted(len(answer.recipients), "recipients"),
        year=year,
    )
    for each in answer.recipients[:top]:
        count = counted(len(each.programmes), "programmes")
        yield say(
            "  {yen}  {name}   {count} of {ministries}",
            yen=_yen(each.yen),
            name=each.name,
            count=count,
            ministries="・".join(each.ministries),
        )
    yield from _more(len(answer.recipients) - top)


def _more(left: int) -> Iterator[str]:
    if left > 0:
        yield say("  {left:,} more (--top, or --json)", left=left)


def _yen(amount: int | None) -> str:
    return "?" if amount is None else about_in_japanese(amount)


def _rate(money: ProgrammeMoney | YearOfMoney) -> str:
    """– where nothing could be spent, ? where it is not told what was."""
    if money.execution is None:
        return "?" if money.available or money.executed is None else "–"
    return f"{money.execution:.1%}"
