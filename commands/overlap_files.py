"""The files of the question `overlap`: CSV and workbooks."""

from __future__ import annotations

from pathlib import Path

from commands.printing import counted, note
from graph.errors import NotFound
from graph.files.csv_file import csv_bytes
from graph.files.replace import replaced_file
from graph.files.spreadsheets import Sheet, xlsx_bytes
from graph.store import Store
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import why_none
from queries.overlap.tables import (
    cells_sheet,
    communities_sheet,
    matrix_sheet,
    members_sheet,
    pairs_sheet,
)

FORMATS = ("csv", "xlsx")


def write(
    store: Store, pair_filter: PairFilter, limit: int | None, out: Path, format_: str, shown: str
) -> None:
    """One sheet (`shown`: pairs, cells or communities) as CSV, or a workbook with all of them.
    Raises NotFound, and writes nothing, where nothing answers.
    """
    sheets: dict[str, Sheet] = {}
    if format_ == "xlsx" or shown == "pairs":
        sheets["pairs"] = pairs_sheet(overlaps(store, pair_filter, limit))
    if format_ == "xlsx" or shown == "cells":
        matrix = overlap_matrix(store, pair_filter)
        sheets |= {"matrix": matrix_sheet(matrix), "cells": cells_sheet(matrix)}
    if format_ == "xlsx" or shown == "communities":
        groups = communities(store, pair_filter)
        sheets |= {"communities": communities_sheet(groups), "members": members_sheet(groups)}
    if not sheets[shown].rows:
        raise NotFound(why_none(store, pair_filter), None, "nothing was written")
    written = sheets if format_ == "xlsx" else {shown: sheets[shown]}
    data = (
        xlsx_bytes(list(written.values()))
        if format_ == "xlsx"
        else csv_bytes(sheets[shown].headings, sheets[shown].rows)
    )
    with replaced_file(out) as new:
        new.write_bytes(data)
    counts = [counted(len(sheet.rows), name) for name, sheet in written.items() if name != "matrix"]
    note(f"{out}: written ({', '.join(counts)})")
