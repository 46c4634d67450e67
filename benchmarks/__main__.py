"""`python -m benchmarks --sources DIR`: extraction, load and open, and every question on the real catalogue."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.timing import seconds
from graph.network import as_networkx
from graph.store import Store, open_store
from loaders.catalogue import read_catalogue
from loaders.extract import extract
from loaders.load import load, rows_of
from queries.bodies import shared_bodies
from queries.bonuses import bonuses_of
from queries.budgets import money_by_ministry, total_money
from queries.measure import measure_card
from queries.nodes import neighbourhood, node_card
from queries.overview import measures_of_cell, ministries_by_pillar, overview
from queries.paths import paths
from queries.search import find, resolve

RESULTS = Path(__file__).with_name("RESULTS.md")
CATALOGUE = Path(__file__).parent.parent / "catalogue"


def extraction(sources: Path) -> Iterator[tuple[str, float, str]]:
    """The booklet, and all documents, against one plain NFKC pass over their text; the first run also reads the dictionary of the tokenizer."""
    path = next(iter(sorted(sources.glob("000_*.txt"))), None) if sources.is_dir() else sources
    if path is None or not path.exists():
        print(f"no source documents at {sources}: extraction is not measured (set SHISAKU_SOURCES)", file=sys.stderr)
        return
    text = path.read_text(encoding="utf-8")
    plain = seconds(lambda: unicodedata.normalize("NFKC", text))
    first = seconds(lambda: extract([path]), 1)
    again = seconds(lambda: extract([path]), 3)
    yield "one NFKC pass over the booklet", plain, "1×"
    yield "extraction of the booklet, first in the process", first, f"{first / plain:,.0f}× the pass"
    yield "extraction of the booklet, again", again, f"{again / plain:,.0f}× the pass"
    if sources.is_dir():
        every = sorted(sources.glob("*.txt"))
        texts = [each.read_text(encoding="utf-8") for each in every]
        passes = seconds(lambda: [unicodedata.normalize("NFKC", each) for each in texts])
        whole = seconds(lambda: extract([sources]), 1)
        yield f"one NFKC pass over all {len(every)} documents", passes, "1×"
        yield f"extraction of all {len(every)} documents, one measure over years", whole, f"{whole / passes:,.0f}× the pass"


def loading(folder: Path) -> Iterator[tuple[str, float, str]]:
    """The bundled catalogue into a new file, against the reading of its JSON."""
    store = folder / "graph.lbug"
    plain = seconds(lambda: [json.loads(line) for p in CATALOGUE.glob("*.jsonl") for line in p.read_text(encoding="utf-8").splitlines()])
    catalogue = read_catalogue(CATALOGUE)

    def whole() -> None:
        with open_store(store) as opened:
            load(catalogue, opened)

    def opening() -> None:
        with open_store(store) as opened:
            opened.read("MATCH (m:Measure) RETURN COUNT(*) AS n")

    yield "one pass of json.loads over the catalogue", plain, "1×"
    for name, call, times in (("reading the catalogue, checked", lambda: read_catalogue(CATALOGUE), 5), ("catalogue to rows, checked", lambda: rows_of(catalogue), 5),
                              ("load (rows, COPY, swap)", whole, 3), ("open the graph and count the measures", opening, 5)):
        taken = seconds(call, times)
        yield name, taken, f"{taken / plain:,.1f}× the pass"


def questions(store: Store) -> Iterator[tuple[str, float, str]]:
    """Every question, warm, against the smallest one there is."""
    cells = ministries_by_pillar(store)
    cell = max(cells, key=lambda c: c.measures)
    measure = measures_of_cell(store, cell.ministry, cell.pillar)[0].id
    asked: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("overview", lambda: overview(store)), ("ministries × pillars", lambda: ministries_by_pillar(store)),
        ("measures of a cell", lambda: measures_of_cell(store, cell.ministry, cell.pillar)), ("money by ministry", lambda: money_by_ministry(store)),
        ("all money", lambda: total_money(store)), ("measure card", lambda: measure_card(store, measure)), ("node card", lambda: node_card(store, cell.ministry)),
        ("find くるみん", lambda: find(store, "くるみん")), ("resolve くるみん", lambda: resolve(store, "くるみん")),
        ("neighbourhood, 1 step", lambda: neighbourhood(store, measure)), ("neighbourhood, 2 steps", lambda: neighbourhood(store, measure, 2)),
        ("path くるみん – DX認定", lambda: paths(store, "くるみん", "DX認定")), ("shared bodies", lambda: shared_bodies(store)),
        ("bonuses of くるみん, all tiers", lambda: bonuses_of(store, "くるみん", all_tiers=True)), ("whole graph to networkx", lambda: as_networkx(store)))
    least = seconds(lambda: store.read("RETURN 1 AS one"), 15)
    yield "RETURN 1", least, "1×"
    for name, call in asked:
        call()
        taken = seconds(call, 7)
        yield name, taken, f"{taken / least:,.0f}×"


def _table(title: str, rows: Iterator[tuple[str, float, str]]) -> list[str]:
    lines = [f"## {title}", "", "| what | median | ratio |", "|---|---:|---:|"]
    for name, taken, ratio in rows:
        lines.append(f"| {name} | {taken * 1000:,.1f} ms | {ratio} |")
        print(f"{name:55} {taken * 1000:10,.1f} ms  {ratio}")
    return [*lines, ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, default=Path(os.environ.get("SHISAKU_SOURCES", "../shared/seeds")))
    sources = parser.parse_args().sources
    with tempfile.TemporaryDirectory() as folder:
        parts = [f"# Speed\n\nWritten by `make bench` on {os.cpu_count()} cores, Python {platform.python_version()}; medians of one run, side by side. Ratios carry over to other machines, times do not.", ""]
        parts += _table("Extraction", extraction(sources))
        parts += _table("Load and open", loading(Path(folder)))
        with open_store(Path(folder) / "graph.lbug") as store:
            parts += _table("Questions (warm)", questions(store))
    RESULTS.write_text("\n".join(parts), encoding="utf-8")
    print(f"written to {RESULTS}")


if __name__ == "__main__":
    main()
