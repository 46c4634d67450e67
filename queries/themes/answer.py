"""All that the state does on a theme: the members by ministry with their money, the pairs of them
that do much the same, and whom they pay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import NotFound
from graph.store import Store
from queries.kept import kept
from queries.overlap.filter import Mode, PairFilter
from queries.overlap.pairs import ScoredPair, are_scored, scored_pairs
from queries.overlap.programme_pairs import Scope, programme_pairs
from queries.programmes.ids import programme_id
from queries.programmes.money import year_of
from queries.search.search import resolve
from queries.themes.common import refuse_common
from queries.themes.known import near_themes
from queries.themes.members import Belonging, belonging
from queries.themes.money import (
    ProgrammeMoney,
    draws_of_measures,
    money_of_programmes,
    of_measures,
    of_programmes,
    payers,
)
from queries.themes.paid import paid_by
from queries.themes.records import ThemeAnswer, ThemeMember, ThemeMinistry, ThemePair
from queries.themes.themes import meant
from queries.themes.things import Kind, Thing, Things, things

_TWO = 2
_SUGGESTED = 3  # names in a piece of advice


def theme_answer(
    store: Store,
    theme: str,
    ministry: str | None = None,
    second_ministry: str | None = None,
    scope: Scope = "all",
    year: int | None = None,
) -> ThemeAnswer:
    """All that the state does on a theme (人材育成, 輸出 …, the name of a policy problem or
    activity, or blank-separated words that must all hold); of one or two ministries alone, whose
    pairs are then those with any other, or those of the two. Scope company: measures, and
    programmes whose sheets speak of companies by size. `year`: the budget year of programmes
    (default: the latest of which it is told what was executed), and then the fiscal year of what
    pages print, too.

    Raises NotFound where nothing is asked for, for a name that no office answers to, for a year
    that no sheet tells of, and where nothing belongs to the theme, with the nearest themes;
    TooCommon for words that more than a tenth of all say.
    """
    known = things(store)
    asked = meant(theme, known.problems, known.activities)
    belongs = belonging(known, asked)
    refuse_common(known, theme, asked, belongs)
    offices = _offices(store, ministry, second_ministry)
    in_scope = {
        id_: known.by_id[id_]
        for id_ in belongs.members
        if scope == "all" or known.by_id[id_].for_companies
    }
    members = {id_: thing for id_, thing in in_scope.items() if _is_of(thing, offices)}
    if not members:
        raise _nothing(store, theme, belongs, in_scope.values())
    of_year, years = year_of(money_of_programmes(store).values(), year)
    pairs = tuple(_pairs(store, known, in_scope, offices))
    shown = _members(store, members.values(), belongs, of_year, year)
    money = _Money(store, belongs, of_year, year)
    return ThemeAnswer(
        theme.strip(),
        tuple(one.name for one in asked),
        of_year,
        years,
        money.together(list(members.values())),
        money.by_ministry(list(members.values())),
        shown,
        tuple(sorted(id_ for id_ in belongs.touched if _is_of(known.by_id[id_], offices))),
        pairs,
        sum(not pair.within for pair in pairs),
        paid_by(
            store,
            {
                one.node
                for one in members.values()
                if one.kind == "programme" and one.id in belongs.core
            },
            of_year,
        ),
    )


def _offices(store: Store, *names: str | None) -> list[str]:
    """The ids of the offices that are named."""
    meant_by = [resolve(store, name, ["Ministry", "Agency"]).id for name in names if name]
    if len(meant_by) != len(set(meant_by)):
        raise NotFound(
            f"{' and '.join(filter(None, names))} are one thing, {meant_by[0]}",
            todo="name two that differ, or one",
        )
    return meant_by


def _nothing(store: Store, theme: str, belongs: Belonging, in_scope: Iterable[Thing]) -> NotFound:
    """Why nothing answers, and what to ask for instead."""
    asked = repr(theme.strip())
    if others := sorted({name for thing in in_scope for name in thing.ministries}):
        return NotFound(
            f"nothing of the theme {asked} is run by that office",
            todo=f"ask for {'、'.join(others[:_SUGGESTED])}, or for all of them",
        )
    if belongs.members:
        return NotFound(
            f"nothing of the theme {asked} is for companies",
            todo="ask for all of it with --scope all",
        )
    return NotFound(f"nothing belongs to the theme {asked}", todo=_advice(store, theme))


def _advice(store: Store, theme: str) -> str:
    near = near_themes(store, theme)
    if near:
        return f"did you mean {', '.join(near)}? `shisaku overlap --themes` lists what has a name"
    return "`shisaku overlap --themes` lists what has a name"


def _is_of(thing: Thing, offices: Sequence[str]) -> bool:
    return not offices or any(office.id in offices for office in thing.offices)


def _members(
    store: Store,
    members: Iterable[Thing],
    belongs: Belonging,
    of_year: int | None,
    year: int | None,
) -> tuple[ThemeMember, ...]:
    money, draws, paying = money_of_programmes(store), draws_of_measures(store), payers(store)
    shown = [
        ThemeMember(
            one.id,
            one.kind,
            one.name,
            one.ministries,
            belongs.members[one.id],
            one.id in belongs.core,
            one.for_companies,
            money[one.node].of(of_year) if one.node in money else None,
            of_measures(draws.get(one.node, ()), year),
            tuple(programme_id(node) for node in paying.get(one.node, ())),
        )
        for one in members
    ]
    return tuple(sorted(shown, key=_by_money))


def _by_money(member: ThemeMember) -> tuple[bool, bool, int, str, str]:
    available = member.year.available if member.year else None
    return (
        member.kind == "measure",
        not member.core,
        -(available or 0),
        member.name,
        member.id,
    )


@dataclass(frozen=True)
class _Money:
    """What members come to, by ministry and together."""

    store: Store
    """The graph."""
    belongs: Belonging
    """Why each is a member."""
    of_year: int | None
    """The budget year of programmes."""
    year: int | None
    """The fiscal year of what pages print; None for all."""

    def by_ministry(self, members: Sequence[Thing]) -> tuple[ThemeMinistry, ...]:
        """A row a ministry, the one whose programmes could spend most first."""
        of_each: dict[str, list[Thing]] = defaultdict(list)
        for one in members:
            for name in one.ministries or ("",):
                of_each[name].append(one)
        rows = (self._of_one(name, its) for name, its in of_each.items())
        return tuple(sorted(rows, key=_by_what_could_be_spent))

    def together(self, members: Sequence[Thing]) -> ThemeMinistry:
        """All of them, each once."""
        several = sum(len(one.ministries) > 1 for one in self._core(members, "programme"))
        return self._row("", members, members, several)

    def _of_one(self, name: str, members: Sequence[Thing]) -> ThemeMinistry:
        """What a ministry (or none) answers for; programmes led by others are no money of it."""
        led = [one for one in members if (one.ministries or ("",))[0] == name]
        joint = len(self._core(members, "programme")) - len(self._core(led, "programme"))
        return self._row(name, members, led, joint)

    def _row(
        self, name: str, members: Sequence[Thing], led: Sequence[Thing], joint: int
    ) -> ThemeMinistry:
        """`led`: the members whose money counts."""
        draws, paying = draws_of_measures(self.store), payers(self.store)
        nodes = {one.node for one in self._core(members, "programme")}
        measures = self._core(members, "measure")
        return ThemeMinistry(
            name,
            self._of_programmes(self._core(led, "programme")),
            self._of_programmes(
                one for one in led if one.kind == "programme" and not self._is_core(one)
            ),
            joint,
            len(measures),
            sum(one.kind == "measure" and not self._is_core(one) for one in members),
            of_measures((draw for one in measures for draw in draws.get(one.node, ())), self.year),
            sum(not nodes.isdisjoint(paying.get(one.node, ())) for one in measures),
        )

    def _core(self, members: Iterable[Thing], kind: Kind) -> list[Thing]:
        return [one for one in members if one.kind == kind and self._is_core(one)]

    def _is_core(self, one: Thing) -> bool:
        return one.id in self.belongs.core

    def _of_programmes(self, programmes: Iterable[Thing]) -> ProgrammeMoney:
        money = money_of_programmes(self.store)
        return of_programmes((money[one.node] for one in programmes), self.of_year)


def _by_what_could_be_spent(row: ThemeMinistry) -> tuple[int, int, int, str]:
    return (
        -(row.money.available or 0),
        -row.money.programmes - row.measures,
        -(row.mentioning.available or 0),
        row.ministry,
    )


@kept
def _graded(store: Store, mode: Mode) -> tuple[ScoredPair, ...]:
    """All pairs of grade 1 or more between ministries, or within one."""
    wanted = PairFilter(mode=mode, grade=1)
    of_measures_alone = scored_pairs(store, wanted) if are_scored(store) else ()
    return (*of_measures_alone, *programme_pairs(store, wanted, "all"))


def _pairs(
    store: Store, known: Things, members: Mapping[str, Thing], offices: Collection[str]
) -> Iterable[ThemePair]:
    """The pairs of members: with one of the office, or of the two offices."""
    wanted = list(offices)
    for mode in ("between", "within"):
        found = [
            pair
            for pair in _graded(store, "within" if mode == "within" else "between")
            if pair.a in members
            and pair.b in members
            and _are_of(known.by_id[pair.a], known.by_id[pair.b], wanted)
        ]
        found.sort(key=lambda pair: (-pair.grade, -pair.score, pair.a, pair.b))
        for pair in found:
            a, b = members[pair.a], members[pair.b]
            yield ThemePair(
                a.id,
                a.name,
                a.ministries,
                b.id,
                b.name,
                b.ministries,
                pair.score,
                pair.grade,
                mode == "within",
            )


def _are_of(a: Thing, b: Thing, offices: Sequence[str]) -> bool:
    if len(offices) < _TWO:
        return _is_of(a, offices) or _is_of(b, offices)
    first, second = offices
    return (_is_of(a, [first]) and _is_of(b, [second])) or (
        _is_of(a, [second]) and _is_of(b, [first])
    )
