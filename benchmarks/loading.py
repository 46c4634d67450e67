"""Load and open: the bundled catalogue into a new embedded graph, against the reading
of its JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from benchmarks.timing import seconds
from graph.opening import open_store
from loaders.catalogue.files import read_catalogue
from loaders.load import load, rows_of


def loading(settings: Settings) -> Iterator[Measured | str]:
    """Medians of 5 calls (of the load 3)."""
    store = settings.folder / "loading.lbug"
    plain = seconds(
        lambda: [
            json.loads(line)
            for p in CATALOGUE.glob("*.jsonl")
            for line in p.read_text(encoding="utf-8").splitlines()
        ]
    )
    catalogue = read_catalogue(CATALOGUE)

    def whole() -> None:
        with open_store(store) as opened:
            load(catalogue, opened)

    def opening() -> None:
        with open_store(store) as opened:
            opened.read("MATCH (m:Measure) RETURN COUNT(*) AS n")

    yield "one pass of json.loads over the catalogue", plain, "1×"
    for name, call, times in (
        ("reading the catalogue, checked", lambda: read_catalogue(CATALOGUE), 5),
        ("catalogue to rows, checked", lambda: rows_of(catalogue), 5),
        ("load (rows, COPY, swap)", whole, 3),
        ("open the graph and count the measures", opening, 5),
    ):
        taken = seconds(call, times)
        yield name, taken, f"{taken / plain:,.1f}× the pass"
