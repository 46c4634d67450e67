"""The question `overlap`: which measures of different ministries do much the same for the same companies?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from commands.options import json_option, store_option
from commands.printing import as_json, counted, note, table
from graph.errors import NotFound
from graph.spreadsheets import Sheet, csv_bytes, xlsx_bytes
from graph.store import Store, open_store
from graph.whole import whole
from queries.bodies import SharedBody, shared_bodies
from queries.communities import Communities, communities
from queries.money import Total, totals, yen_in_japanese
from queries.overlap import GRADES, Asked, scored_pairs, why_none
from queries.overlap_cards import PairCard, overlaps
from queries.overlap_matrix import OverlapMatrix, overlap_matrix
from queries.overlap_pair import Aspect
from queries.overlap_sides import Side
from queries.overlap_tables import cells_sheet, communities_sheet, matrix_sheet, members_sheet, pairs_sheet

FORMATS = ("csv", "xlsx")
_TOP, _BRIDGES, _TERMS = 20, 10, 5


@click.command("overlap")
@click.option("--ministry", "ministries", multiple=True, help="One: its pairs with any other; two: the pairs of the two (also agencies, bodies).")
@click.option("--measure", "measures", multiple=True, help="The pairs of this measure (id or title); two: that pair.")
@click.option("--pillar", help="One of the two stands in this pillar.")
@click.option("--document", help="Both are told last by this document, e.g. package-2025.")
@click.option("--grade", type=click.IntRange(0, 3), help="This grade or higher: 0 none, 1 fragmentation, 2 overlap, 3 duplication (default: 1; with --all: 0).")
@click.option("--score", default=0.0, type=click.FloatRange(0, 1), help="This score or higher.")
@click.option("--within", is_flag=True, help="Agencies and bodies inside one ministry instead of different ministries.")
@click.option("--top", type=click.IntRange(1), help=f"So many pairs, the highest scores first (default: {_TOP}; in a file: all).")
@click.option("--all", "every", is_flag=True, help="Every scored pair, between ministries and (unless --within) inside one; with --json as {a, b, score, grade}.")
@click.option("--explain", is_flag=True, help="What both have, what differs, the money, and one sentence, in Japanese and English.")
@click.option("--matrix", is_flag=True, help="Ministry × ministry: pairs, sum of scores, money.")
@click.option("--communities", "grouped", is_flag=True, help="Communities of measures that are alike, and what holds them together.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write a file (.csv or .xlsx) instead.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Of the file, where its name does not end in it.")
@store_option
@json_option
def overlap_command(ministries: tuple[str, ...], measures: tuple[str, ...], pillar: str | None, document: str | None, grade: int | None, score: float, within: bool, top: int, every: bool,
                    explain: bool, matrix: bool, grouped: bool, out: Path | None, format_: str | None, store: str | None, as_json_: bool) -> None:
    """Measures that do much the same for the same companies: scored pairs, best first."""
    if any(name is not None and not name.strip() for name in (*ministries, *measures, pillar, document)):
        raise click.UsageError("a name is empty: say which ministry, measure, pillar or document")
    _refuse(ministries, measures, top, every, explain, matrix, grouped, out, format_)
    asked = Asked(*_two(ministries), *_two(measures), pillar=pillar, document=document, grade=grade if grade is not None else 0 if every else 1, score=score,
                  mode="within" if within else "both" if every or grouped else "between")
    limit = None if every or out and not top else top or _TOP
    with open_store(store) as opened:
        if out:
            _write(opened, asked, limit, out, format_ or out.suffix[1:].lower(), "cells" if matrix else "communities" if grouped else "pairs")
            return
        if matrix:
            answer: Any = overlap_matrix(opened, asked)
            there, lines = answer.cells, _matrix(answer)
        elif grouped:
            found, bodies = communities(opened, asked), shared_bodies(opened)
            answer, there, lines = vars(found) | {"bodies": bodies}, found.communities, _communities(found, bodies)
        elif every and as_json_ and not explain:
            answer = there = scored_pairs(opened, asked)
            lines = iter(())
        else:
            answer = there = overlaps(opened, asked, limit)
            lines = _pairs(there, explain)
        if as_json_ or there:
            click.echo(as_json(answer) if as_json_ else "\n".join(lines))
        if not there:
            raise NotFound(why_none(opened, asked), None, "ask for a lower --grade, or other offices or measures")


def _two(names: tuple[str, ...]) -> tuple[str | None, str | None]:
    return (*names, None, None)[:2]  # type: ignore[return-value]


def _refuse(ministries: tuple[str, ...], measures: tuple[str, ...], top: int | None, every: bool, explain: bool, matrix: bool, grouped: bool, out: Path | None,
            format_: str | None) -> None:
    """Says what of the options does not go together."""
    wrong = {
        "--ministry can be given once or twice": len(ministries) > 2,
        "--measure can be given once or twice": len(measures) > 2,
        "--matrix and --communities are two questions: ask one": matrix and grouped,
        "--top and --all: say one": bool(top) and every,
        "--top and --explain are of pairs, not of --matrix or --communities": (matrix or grouped) and not out and (bool(top) or explain),
        "--format is for a file: name it with --out": bool(format_) and not out,
        f"--out names a file that ends in .csv or .xlsx, or say --format {' or '.join(FORMATS)}": out is not None and not format_ and out.suffix[1:].lower() not in FORMATS,
    }
    for what, so in wrong.items():
        if so:
            raise click.UsageError(what)


# --- files ------------------------------------------------------------------------------------------------------


def _write(store: Store, asked: Asked, limit: int | None, out: Path, format_: str, shown: str) -> None:
    """One sheet as CSV, or a workbook with all of them; nothing where nothing answers."""
    sheets: dict[str, Sheet] = {}
    if format_ == "xlsx" or shown == "pairs":
        sheets["pairs"] = pairs_sheet(overlaps(store, asked, limit))
    if format_ == "xlsx" or shown == "cells":
        matrix = overlap_matrix(store, asked)
        sheets |= {"matrix": matrix_sheet(matrix), "cells": cells_sheet(matrix)}
    if format_ == "xlsx" or shown == "communities":
        found = communities(store, asked)
        sheets |= {"communities": communities_sheet(found), "members": members_sheet(found)}
    if not sheets[shown].rows:
        raise NotFound(why_none(store, asked), None, "nothing was written")
    told = sheets if format_ == "xlsx" else {shown: sheets[shown]}
    data = xlsx_bytes(list(told.values())) if format_ == "xlsx" else csv_bytes(sheets[shown].headings, sheets[shown].rows)
    with whole(out) as building:
        building.write_bytes(data)
    note(f"{out}: written ({', '.join(counted(len(sheet.rows), name) for name, sheet in told.items() if name != 'matrix')})")


# --- for people -------------------------------------------------------------------------------------------------


def _pairs(cards: tuple[PairCard, ...], explain: bool) -> Iterator[str]:
    for rank, card in enumerate(cards, 1):
        within = f"   within {'、'.join(card.within)}" if card.within else ""
        yield f"{rank:>3}. {card.score:.2f}  grade {card.grade} {GRADES[card.grade]}{within}"
        yield _indented(table([(_offices(card, side), side.title, f"{side.document}:{side.line_start}–{side.line_end}") for side in (card.a, card.b)]))
        if explain:
            yield from _explained(card)
        else:
            told = [name for kind in ("problems", "activities", "terms") for name in card.aspect(kind).shared[:_TERMS]]
            yield f"     both: {'、'.join(told) or 'nothing that the pages name'}"


def _offices(card: PairCard, side: Side) -> str:
    return "・".join(office.name for office in card.offices(side)) or "(no ministry named)"


def _explained(card: PairCard) -> Iterator[str]:
    yield _indented(table([row for aspect in card.aspects for row in _aspect(aspect)]))
    money = [("first", totals(card.a.draws)), ("second", totals(card.b.draws)), ("together", card.money)]
    yield _indented(table([("money", who, _sums(found)) for who, found in money if found] or [("money", "", "neither prints a sum")]))
    yield f"     {card.japanese}"
    yield f"     {card.english}"


def _aspect(aspect: Aspect) -> list[tuple[str, str, str]]:
    told = (("both", aspect.shared), ("first only", aspect.only_a), ("second only", aspect.only_b))
    return [(aspect.kind, where, "、".join(names)) for where, names in told if names]


def _sums(found: tuple[Total, ...]) -> str:
    return ", ".join(f"{'at most ' if total.at_most else ''}{yen_in_japanese(total.yen)} ({total.kind})" for total in found)


def _indented(text: str) -> str:
    return "\n".join(f"     {line}" for line in text.splitlines())


def _matrix(matrix: OverlapMatrix) -> Iterator[str]:
    names = {office.id: office.name for office in matrix.offices}
    ranked = sorted(matrix.cells, key=lambda cell: (-cell.count, cell.one, cell.other))
    yield table([("", "", "pairs", *(f"grade {grade}" for grade in GRADES), "score", "money of the measures in them"), *(
        (names[cell.one], names[cell.other], cell.count, *(count or "·" for count in cell.by_grade), f"{cell.score:.1f}", _sums(cell.money)) for cell in ranked)],
        right=range(2, 3 + len(GRADES) + 1))


def _communities(found: Communities, bodies: tuple[SharedBody, ...]) -> Iterator[str]:
    for community in found.communities:
        yield f"{community.number:>3}. {counted(len(community.members), 'measures')}, {counted(community.pairs, 'pairs')}, sum of scores {community.score:.1f}"
        yield f"     ministries  {'、'.join(f'{office.name} {count}' for office, count in community.ministries)}"
        yield f"     about       {'、'.join(name for name, _ in (community.problems or community.terms)[:_TERMS])}   ({'、'.join(name for name, _ in community.terms[:_TERMS])})"
        yield f"     best        {community.best.title}   {community.best.id}"
        yield f"     money       {_sums(community.money) or 'no sum is printed'}"
    yield "Measures that hold communities together (betweenness)"
    yield table([(f"  {member.betweenness:.3f}", "・".join(office.name for office in member.ministries), member.title, f"{member.community} – {'、'.join(map(str, member.touches))}")
                 for member in found.bridges[:_BRIDGES]])
    yield "Bodies that work for several ministries"
    yield table([(f"  {body.name}", "、".join(f"{name} {count}" for name, count in body.ministries)) for body in bodies[:_BRIDGES]])
