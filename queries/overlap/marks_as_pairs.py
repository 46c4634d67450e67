"""Checked marks as graded pairs: what scores are measured against and learned from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.cypher import ask_of_many
from queries.overlap.marks import Mark, PairIds
from queries.programmes.ids import PROGRAMME, node_of


@dataclass(frozen=True)
class GradedPairs:
    """Pairs as readers grade them."""

    pairs: tuple[dict[str, Any], ...]
    """A pair a row, `{a, b, grade, joint, who, at}`: a measure by document, lines (from 1) and
    title, a programme by the year and number of its sheet.
    """
    unsettled: int
    """Marks that say no grade: the pair is not checked, or not judged."""
    unknown: tuple[str, ...]
    """Ids of checked pairs that the graph does not know; they are left out."""

    def as_jsonl(self) -> bytes:
        """The pairs, one a line."""
        lines = (json.dumps(pair, ensure_ascii=False) + "\n" for pair in self.pairs)
        return "".join(lines).encode("utf-8")


def as_pairs(store: Store, marks: Mapping[PairIds, Mark]) -> GradedPairs:
    """The marks that settle a grade (see `Mark.final_grade`), by ids."""
    settled = {ids: grade for ids, mark in marks.items() if (grade := mark.final_grade) is not None}
    sides = _sides(store, (id_ for ids in settled for id_ in ids))
    pairs = tuple(
        {
            "a": sides[a],
            "b": sides[b],
            "grade": grade,
            "joint": False,
            "who": marks[a, b].who,
            "at": marks[a, b].at.isoformat(),
        }
        for (a, b), grade in sorted(settled.items())
        if a in sides and b in sides
    )
    missing = dict.fromkeys(id_ for ids in sorted(settled) for id_ in ids if id_ not in sides)
    return GradedPairs(pairs, len(marks) - len(settled), tuple(missing))


def _sides(store: Store, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Id -> where it is told."""
    every = sorted(set(ids))
    programmes = [node_of(id_) for id_ in every if id_.startswith(PROGRAMME)]
    measures = [id_ for id_ in every if not id_.startswith(PROGRAMME)]
    sides: dict[str, dict[str, Any]] = {
        row["measure"]: {
            name: row[name] for name in ("document", "line_start", "line_end", "title")
        }
        for row in ask_of_many(store, "overlap/sides", measures)
    }
    for row in ask_of_many(store, "overlap/marked_programmes", programmes):
        number = row["id"].partition(":")[2]
        head: dict[str, Any] = max(
            json.loads(row["heads"] or "[]"), key=lambda each: each["sheet"], default={}
        )
        side = sides.setdefault(
            PROGRAMME + number,
            {
                "document": f"rs-{head.get('sheet', '')}",
                "id": number,
                "line": head.get("line"),
                "title": row["title"],
                "ministries": [],
                "bureau": row["bureau"] or "",
            },
        )
        if row["type"] == "Ministry":
            side["ministries"].append(row["ministry"])
    return sides
