"""How answers about overlaps are printed for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commands.codes import coded
from commands.overlap.listing_printing import figures_of
from commands.printing import counted, sums_apart, table, with_commas
from graph.phrases.language import spoken
from graph.phrases.phrases import say
from queries.money.rule import Total, totals
from queries.overlap.brief import BriefPair
from queries.overlap.cards import PairCard
from queries.overlap.communities import Communities
from queries.overlap.grades import GRADES
from queries.overlap.matrix import OverlapMatrix
from queries.overlap.pair import Aspect
from queries.overlap.shared_bodies import SharedBody
from queries.overlap.sides import Side
from queries.sources import places

_BRIDGES, _TERMS = 10, 5


def pair_lines(
    cards: Sequence[PairCard], explain: bool, brief: Sequence[BriefPair] = ()
) -> Iterator[str]:
    """Rank, score, grade and both sides of each pair; what both have, or with `explain` all that is
    alike and differs, each fact with its lines. `brief`: the same pairs with money and execution,
    where these stand beside.
    """
    figures = {(pair.a.id, pair.b.id): (pair.a, pair.b) for pair in brief}
    for rank, card in enumerate(cards, 1):
        within = say("   within {within}", within="、".join(card.within)) if card.within else ""
        yield say(
            "{rank:>3}. {score:.2f}  grade {grade} {grades}{within}",
            rank=rank,
            score=card.score,
            grade=card.grade,
            grades=say(GRADES[card.grade]),
            within=within,
        )
        told = figures.get((card.a.id, card.b.id), (None, None))
        yield _indented(
            table(
                [
                    (
                        _offices(card, side),
                        side.title,
                        f"{side.document}:{side.line_start}–{side.line_end}",
                        *(figures_of(of) if of else ()),
                    )
                    for side, of in zip((card.a, card.b), told, strict=True)
                ]
            )
        )
        if explain:
            yield from _explained(card)
        else:
            shared = [
                name
                for kind in ("problems", "activities", "terms")
                for name in card.aspect(kind).shared[:_TERMS]
            ]
            yield say(
                "     both: {shared}",
                shared="、".join(shared) or say("nothing that the pages name"),
            )


def _offices(card: PairCard, side: Side) -> str:
    return "・".join(office.name for office in card.offices(side)) or say("(no ministry named)")


def _explained(card: PairCard) -> Iterator[str]:
    yield _indented(table([row for aspect in card.aspects for row in _aspect(card, aspect)]))
    money = [
        (say("first"), totals(card.a.draws)),
        (say("second"), totals(card.b.draws)),
        (say("together"), card.money),
    ]
    yield _indented(
        table(
            [(say("money"), who, _sums(sums)) for who, sums in money if sums]
            or [(say("money"), "", say("neither prints a sum"))]
        )
    )
    yield f"     {card.japanese}"
    if spoken() == "en":
        yield f"     {card.english}"


def _aspect(card: PairCard, aspect: Aspect) -> list[tuple[str, str, str, str]]:
    """One row a fact, with its places on each side that has it."""
    columns = (
        (say("both"), aspect.shared, (card.a, card.b)),
        (say("first only"), aspect.only_a, (card.a,)),
        (say("second only"), aspect.only_b, (card.b,)),
    )
    return [
        (
            coded("aspect", aspect.kind),
            where,
            name,
            " | ".join(
                places(fact.sources) for side in sides for fact in side.named(aspect.kind, [name])
            ),
        )
        for where, names, sides in columns
        for name in names
    ]


def _sums(sums: tuple[Total, ...]) -> str:
    return with_commas(
        f"{sums_apart(total.own, total.pots)} ({coded('kind', total.kind)}{_year(total)})"
        for total in sums
    )


def _year(total: Total) -> str:
    return say(" FY {year}", year=total.year) if total.year else ""


def _listed(weighed: Sequence[tuple[str, float]]) -> str:
    return "、".join(name for name, _ in weighed[:_TERMS])


def _indented(text: str) -> str:
    return "\n".join(f"     {line}" for line in text.splitlines())


def matrix_lines(matrix: OverlapMatrix) -> Iterator[str]:
    """One line a cell, those with most pairs first."""
    names = {office.id: office.name for office in matrix.offices}
    ranked = sorted(matrix.cells, key=lambda cell: (-cell.count, cell.office_a, cell.office_b))
    yield table(
        [
            (
                "",
                "",
                say("pairs"),
                *(say("grade {grade}", grade=grade) for grade in GRADES),
                say("score"),
                say("money of the measures in them"),
            ),
            *(
                (
                    names[cell.office_a],
                    names[cell.office_b],
                    cell.count,
                    *(count or "·" for count in cell.by_grade),
                    f"{cell.score:.1f}",
                    _sums(cell.money),
                )
                for cell in ranked
            ),
        ],
        right=range(2, 3 + len(GRADES) + 1),
    )
    if matrix.in_no_cell:
        yield (
            say(
                "{pairs} in no cell: the page of one of the two names no office",
                pairs=counted(matrix.in_no_cell, "pairs"),
            )
        )


def community_lines(answer: Communities, bodies: Sequence[SharedBody]) -> Iterator[str]:
    """Each community, what holds communities together, and bodies that several ministries share."""
    for community in answer.communities:
        yield (
            say(
                "{number:>3}. {measures}, {pairs}, sum of scores {score:.1f}",
                number=community.number,
                measures=counted(len(community.members), "measures"),
                pairs=counted(community.pairs, "pairs"),
                score=community.score,
            )
        )
        yield (
            say(
                "     ministries  {ministries}",
                ministries="、".join(
                    f"{office.name} {count}" for office, count in community.ministries
                ),
            )
        )
        yield (
            say(
                "     about       {problems}   ({terms})",
                problems=_listed(community.problems or community.terms),
                terms=_listed(community.terms),
            )
        )
        yield say(
            "     best        {title}   {id}", title=community.best.title, id=community.best.id
        )
        yield say(
            "     money       {money}", money=_sums(community.money) or say("no sum is printed")
        )
    yield say("Measures that hold communities together (betweenness)")
    yield table(
        [
            (
                f"  {member.betweenness:.3f}",
                "・".join(office.name for office in member.ministries),
                member.title,
                f"{member.community} – {'、'.join(map(str, member.touches))}",
            )
            for member in answer.bridges[:_BRIDGES]
        ]
    )
    yield say("Bodies that work for several ministries")
    yield table(
        [
            (f"  {body.name}", "、".join(f"{name} {count}" for name, count in body.ministries))
            for body in bodies[:_BRIDGES]
        ]
    )
