"""How pairs of measures and budget programmes are listed in brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from commands.printing import counted, note, table, with_commas
from graph.language.yen import yen_in_japanese
from graph.phrases.phrases import say
from queries.overlap.brief import BriefPair
from queries.overlap.brief_sides import BriefSide
from queries.overlap.grades import GRADES
from queries.overlap.left_out import YEARS
from queries.overlap.pairs import LeftOut


def brief_lines(pairs: Sequence[BriefPair]) -> Iterator[str]:
    """Rank, score and grade of each pair; of both sides the ministries, name, id, latest money and
    execution.
    """
    for rank, pair in enumerate(pairs, 1):
        yield say(
            "{rank:>3}. {score:.2f}  grade {grade} {grades}",
            rank=rank,
            score=pair.score,
            grade=pair.grade,
            grades=say(GRADES[pair.grade]),
        ) + heading_of_both(pair.in_common)
        yield "\n".join(
            f"     {line}" for line in table([_side(pair.a), _side(pair.b)]).splitlines()
        )


def heading_of_both(ministries: Sequence[str]) -> str:
    """Behind score and grade: the ministries that run both of a pair between ministries."""
    named = "・".join(ministries)
    return say("   not wholly between ministries: {named} runs both", named=named) if named else ""


def _side(side: BriefSide) -> tuple[str, ...]:
    return (
        "・".join(side.ministries) or say("(no ministry named)"),
        side.name,
        side.id,
        *figures_of(side),
    )


def figures_of(side: BriefSide) -> tuple[str, str]:
    """The money and the execution of a side, each with its fiscal year; empty where not told."""
    year = f" ({side.year})" if side.year else ""
    money = f"{yen_in_japanese(side.yen, of_budget=True)}{year}" if side.yen is not None else ""
    return money, _executed(side)


def _executed(side: BriefSide) -> str:
    """The share with its fiscal year, and whose it is where that is not plain."""
    if side.execution is None:
        return ""
    of = "" if side.executed_of in ((), (side.id,)) else f", {' + '.join(side.executed_of)}"
    return say(
        "executed {execution:.0%} ({execution_year}{of})",
        execution=side.execution,
        execution_year=side.execution_year,
        of=of,
    )


def note_left_out(apart: LeftOut, *, in_history: bool = False) -> None:
    """Says what a list leaves out, and where it is: also in --history, but for headings."""
    kinds = []
    if apart.superseded:
        kinds.append(
            say(
                "{pairs} of a measure that another one carries on or has taken in",
                pairs=counted(apart.superseded, "pairs"),
            )
        )
    if apart.heading:
        kinds.append(say("{pairs} of a mere heading", pairs=counted(apart.heading, "pairs")))
    if apart.earlier:
        kinds.append(
            say(
                "{pairs} of a measure that no document of the last {years} years tells",
                pairs=counted(apart.earlier, "pairs"),
                years=YEARS,
            )
        )
    if kinds:
        history = say("; all but headings in --history") if in_history else ""
        note(
            say(
                "left out: {kinds} (they are in --all{history})",
                kinds=with_commas(kinds),
                history=history,
            )
        )


def brief_json(pairs: Sequence[BriefPair]) -> list[dict[str, Any]]:
    """The same for programs; ids, score and grade as `--all --json` has them, sides beside."""
    return [
        {
            "a": pair.a.id,
            "b": pair.b.id,
            "score": pair.score,
            "grade": pair.grade,
            **figures_json(pair),
        }
        for pair in pairs
    ]


def figures_json(pair: BriefPair) -> dict[str, Any]:
    """Both sides in brief, and by what pairs are sorted."""
    return {
        "sides": [vars(pair.a), vars(pair.b)],
        "yen": pair.yen,
        "execution": pair.execution,
        "in_common": pair.in_common,
    }
