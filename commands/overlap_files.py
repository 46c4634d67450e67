"""The files of the question `overlap`: CSV and workbooks."""

from __future__ import annotations

from pathlib import Path

from commands.printing import counted, note
from graph.errors import NotFound
from graph.files.replace import replaced_file
from graph.files.spreadsheets import Sheet, csv_bytes, xlsx_bytes
from graph.store import Store
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import Asked, why_none
from queries.overlap.tables import (
    cells_sheet,
    communities_sheet,
    matrix_sheet,
    members_sheet,
    pairs_sheet,
)

FORMATS = ("csv", "xlsx")


def write(
    store: Store, asked: Asked, limit: int | None, out: Path, format_: str, shown: str
) -> None:
    """One sheet (`shown`: pairs, cells or communities) as CSV, or a workbook with all of them.
    Raises NotFound, and writes nothing, where nothing answers.
    """
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
    data = (
        xlsx_bytes(list(told.values()))
        if format_ == "xlsx"
        else csv_bytes(sheets[shown].headings, sheets[shown].rows)
    )
    with replaced_file(out) as building:
        building.write_bytes(data)
    note(
        f"{out}: written"
        f" ({', '.join(counted(len(sheet.rows), name) for name, sheet in told.items() if name != 'matrix')})"
    )
