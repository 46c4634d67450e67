"""The files of the question `overlap`: CSV and workbooks."""

from __future__ import annotations

from pathlib import Path

from commands.printing import counted, note, with_commas
from graph.errors import NotFound
from graph.files.csv_file import csv_bytes
from graph.files.replace import replaced_file
from graph.files.spreadsheets import Sheet, xlsx_bytes
from graph.phrases.language import spoken
from graph.phrases.phrases import say
from graph.store import Store
from queries.overlap.brief import Sort, brief_list, brief_pairs, sorted_pairs
from queries.overlap.brief_table import brief_sheet, question, saying_what_it_holds
from queries.overlap.cards import pair_cards
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.headings import SheetName, headings
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import ScoredPair, scored_pairs, why_none
from queries.overlap.tables import (
    cells_sheet,
    communities_sheet,
    matrix_sheet,
    members_sheet,
    pairs_sheet,
)
from queries.overlap.things import Things

# what the rows of each sheet are, with {number} as the phrases have it
_COUNTED: dict[SheetName, str] = {
    "brief": "pairs in brief",
    "pairs": "pairs",
    "cells": "cells",
    "communities": "communities",
    "members": "members",
}
FORMATS = ("csv", "xlsx")


def write(
    store: Store,
    pair_filter: PairFilter,
    limit: int | None,
    out: Path,
    format_: str,
    shown: SheetName,
    things: Things = "measures",
    sort: Sort = "score",
) -> None:
    """One sheet (`shown`: brief, pairs, cells or communities) as CSV, or a workbook with all of
    them, the pairs in brief first, with what was asked above them, and above the others what each
    holds; in the language spoken. `things`: of which pairs these are. Raises NotFound, and writes
    nothing, where nothing answers.
    """
    sheets: dict[SheetName, Sheet] = {}
    language = spoken()
    if things == "measures":
        scored = sorted_pairs(store, scored_pairs(store, pair_filter), sort)[:limit]
        brief = brief_pairs(store, scored)
    else:
        brief = brief_list(store, pair_filter, things, sort)[:limit]
        scored = tuple(
            ScoredPair(pair.a.id, pair.b.id, pair.score, pair.grade)
            for pair in brief
            if pair.b.id.startswith("measure:")
        )
    if format_ == "xlsx" or shown == "brief":
        asked = question(pair_filter, things, sort, len(brief), language)
        place = (headings(language).asked["store"], store.uri)
        sheets["brief"] = brief_sheet(brief, (*asked, place), language)
    if format_ == "xlsx" or shown == "pairs":
        sheets["pairs"] = pairs_sheet(pair_cards(store, scored), language)
    if format_ == "xlsx" or shown == "cells":
        matrix = overlap_matrix(store, pair_filter, things)
        sheets |= {
            "matrix": matrix_sheet(matrix, language),
            "cells": cells_sheet(matrix, language),
        }
    if format_ == "xlsx" or shown == "communities":
        groups = communities(store, pair_filter, things)
        sheets |= {
            "communities": communities_sheet(groups, language),
            "members": members_sheet(groups, language),
        }
    if not sheets[shown].rows:
        raise NotFound(why_none(store, pair_filter), None, "nothing was written")
    written = sheets if format_ == "xlsx" else {shown: sheets[shown]}
    if format_ == "xlsx":
        every = len(scored_pairs(store, pair_filter))
        written = {
            name: sheet
            if name == "brief"
            else saying_what_it_holds(
                name, sheet, len(scored) if name == "pairs" else every, language
            )
            for name, sheet in sheets.items()
        }
    data = (
        xlsx_bytes(list(written.values()))
        if format_ == "xlsx"
        else csv_bytes(sheets[shown].headings, sheets[shown].rows)
    )
    with replaced_file(out) as new:
        new.write_bytes(data)
    counts = [
        counted(len(sheet.rows), _COUNTED[name])
        for name, sheet in written.items()
        if name in _COUNTED
    ]
    note(say("{out}: written ({counts})", out=out, counts=with_commas(counts)))
