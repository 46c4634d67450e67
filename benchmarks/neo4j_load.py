"""Loading into Neo4j: ours beside what people use today and beside the cheapest statements that there are; loading again; sweeping; bulk import."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generated import changed, generated
from benchmarks.neo4j_server import VERSION, missing
from benchmarks.results import Measured, readable
from benchmarks.rivals.arena import HEAP, PAGE_CACHE, Contender, Failed, arena, counted, empty, run
from benchmarks.rivals.bulk_import import bulk_import
from benchmarks.rivals.contest import taken, write_rows
from benchmarks.rivals.rows_of_a_graph import plain_rows
from benchmarks.settings import CATALOGUE, Settings
from graph.neo4j.bulk import write_import
from graph.rows import GraphRows
from loaders.catalogue import read_catalogue
from loaders.load import rows_of

OURS, BARE, NEOMODEL = "shisaku load", "bare UNWIND … CREATE, no keys", "neomodel"
CONTENDERS = (
    Contender(OURS, "ours_load"),
    Contender(BARE, "bare_load"),
    Contender("py2neo.bulk, merge", "py2neo_load", "py2neo"),
    Contender("py2neo.bulk, create (not twice)", "py2neo_load", "py2neo", ("--create",)),
    Contender("Cartography load()", "cartography_load", "cartography"),
    Contender(NEOMODEL, "neomodel_load", "neomodel"),
)
A_MEASURE = 15  # relationships of a generated measure, so that there are 1.5 million in all; the bundled catalogue's have more
TIMES = 3  # loads of the bundled catalogue; the median counts, and the server is warm then


@dataclass(frozen=True)
class Files:
    """A graph as the contenders read it: whole, a little changed, and as an export for neo4j-admin, with the seconds that that took to write;
    how many nodes and relationships it has."""

    rows: Path
    changed: Path
    exported: Path
    export_took: float
    nodes: int
    relationships: int

    @property
    def total(self) -> int:
        return self.nodes + self.relationships


@dataclass(frozen=True)
class Outcome:
    """What a contender measured on the bundled catalogue and on the generated graph (or how it failed), and how many relationships it had loaded then."""

    bundled: dict[str, float]
    large: dict[str, float]
    relationships: int
    failed: str = ""


def neo4j_load(settings: Settings) -> Iterator[Measured | str]:
    """Each contender on a new server, which it warms by loading the bundled catalogue TIMES times; then the generated graph, once."""
    if lacks := missing():
        print(f"Neo4j is not measured; needed: {', '.join(lacks)}", file=sys.stderr)
        return
    rows = rows_of(read_catalogue(CATALOGUE))
    measures = sum(node.type == "Measure" for node in rows.nodes)
    bundled, large = _files(rows, settings.folder / "bundled"), _files(generated(rows, settings.size, A_MEASURE * settings.size), settings.folder / "large")
    outcomes = {contender.says: _outcome(contender, bundled, large, settings.folder) for contender in CONTENDERS}
    yield (f"Neo4j Community {VERSION} with {HEAP} of heap and {PAGE_CACHE} of page cache, all else as it comes; a new server for each contender, warmed by loads of the bundled catalogue "
           f"({TIMES}, the median counts; neomodel 1). Counted from rows in memory to the last commit, keys made on the way; rows are nodes and relationships. Bare: `CREATE` of nodes without key, "
           "constraint or index, which gives their internal numbers, and of relationships between these numbers, 10,000 a transaction.")
    yield f"### First load of the bundled catalogue: {bundled.nodes:,} nodes, {bundled.relationships:,} relationships"
    yield from _table({name: outcome.bundled for name, outcome in outcomes.items()}, outcomes, bundled)
    yield f"### First load of a generated graph of {settings.size:,} measures: {large.nodes:,} nodes, {large.relationships:,} relationships; single runs"
    yield (f"It has the types, properties and hubs of the bundled catalogue, laid down again and again; of its {bundled.relationships / measures:,.0f} relationships a measure "
           f"{large.relationships / settings.size:,.0f} are kept, of each type the same share.")
    yield from _table({name: outcome.large for name, outcome in outcomes.items()}, outcomes, large)
    for name, outcome in outcomes.items():
        if not outcome.failed and outcome.relationships < large.relationships and name != NEOMODEL:
            yield f"{name} left {outcome.relationships:,} of the {large.relationships:,} relationships: parallel ones became one."
    if sample := outcomes[NEOMODEL].large:
        yield (f"neomodel loaded a sample of {sample['nodes']:,.0f} nodes and {sample['relationships']:,.0f} relationships ({readable(sample['a relationship'])} each); "
               "the time of the whole is reckoned from it.")
    yield "### Loading again"
    yield from _again(outcomes[OURS], bundled, large)
    imported, there = bulk_import(large.exported, settings.folder)
    first = outcomes[OURS].large["load"]
    yield f"### neo4j-admin import of the generated graph ({there[0]:,} nodes, {there[1]:,} relationships there afterwards)"
    yield "first load over bolt", first, "1×"
    yield "writing the files", large.export_took, f"{large.export_took / first:.2f}×"
    yield "neo4j-admin database import full", imported["import"], f"{imported['import'] / first:.2f}×"
    yield "finish.cypher, until the constraints are online", imported["finish"], f"{imported['finish'] / first:.2f}×"
    yield "### Aims on the generated graph"
    yield from _aims(outcomes, imported)


def _files(rows: GraphRows, path: Path) -> Files:
    exporting = taken(lambda: write_import(rows, path.with_suffix(".exported")))
    files = Files(path.with_suffix(".rows"), path.with_suffix(".changed"), path.with_suffix(".exported"), exporting, len(rows.nodes), len(rows.relationships))
    write_rows(plain_rows(rows), files.rows)
    write_rows(plain_rows(changed(rows)), files.changed)
    return files


def _outcome(contender: Contender, bundled: Files, large: Files, folder: Path) -> Outcome:
    print(f"… {contender.says}", file=sys.stderr, flush=True)
    ours = contender.says == OURS
    medians: dict[str, float] = {}
    with arena(folder) as server:
        try:
            runs = []
            for _ in range(1 if contender.says == NEOMODEL else TIMES):
                runs.append(run(contender, server, bundled.rows, *([bundled.changed] if ours else [])))
                empty(server)
            medians = {what: statistics.median(each[what] for each in runs) for what in runs[0]}
            loaded = run(contender, server, large.rows, *([large.changed, bundled.rows] if ours else []))
        except Failed as failed:
            if contender.library is None:
                raise
            return Outcome(medians, {}, 0, str(failed))
        return Outcome(medians, loaded, int(loaded.get("relationships", counted(server)[1])))


def _table(measured: dict[str, dict[str, float]], outcomes: dict[str, Outcome], files: Files) -> Iterator[Measured]:
    ours = measured[OURS]["load"]
    for name, own in measured.items():
        if own:
            yield name, own["load"], f"{files.total / own['load']:,.0f} rows/s" + ("" if name == OURS else f"; ours takes {ours / own['load']:.2f}×")
        else:
            yield name, None, f"failed: {outcomes[name].failed}"


def _again(ours: Outcome, bundled: Files, large: Files) -> Iterator[Measured]:
    for files, own in ((bundled, ours.bundled), (large, ours.large)):
        which = f"{files.total:,} rows"
        yield f"{which}: first load", own["load"], "1×"
        for what, name in (("again", "nothing changed"), ("changed", "1 % of the measures changed"), ("sweep", f"all but the bundled catalogue gone ({large.nodes - bundled.nodes:,} nodes)")):
            if what in own:
                yield f"{which}: {name}", own[what], f"the first load takes {own['load'] / own[what]:.1f}×"


def _aims(outcomes: dict[str, Outcome], imported: dict[str, float]) -> Iterator[Measured]:
    ours = outcomes[OURS].large
    rivals = {name: outcome.large["load"] for name, outcome in outcomes.items() if name not in (OURS, BARE) and outcome.large}
    fastest = min(rivals, key=lambda name: rivals[name])
    for what, ratio, aim, most in (
            (f"first load against the fastest of the libraries ({fastest})", ours["load"] / rivals[fastest], "≤ 0.7×", 0.7),
            ("first load against bare CREATE", ours["load"] / outcomes[BARE].large["load"], "≤ 0.9×", 0.9),
            ("loading again, nothing changed, against the first load", ours["again"] / ours["load"], "≤ 0.05× (20 times faster)", 0.05),
            ("loading again, 1 % changed, against the first load", ours["changed"] / ours["load"], "≤ 0.1× (10 times faster)", 0.1),
            ("sweep against the first load", ours["sweep"] / ours["load"], "≤ 1×", 1),
            ("import of the export against the first load", imported["import"] / ours["load"], "≤ 0.2× (5 times faster)", 0.2),
            ("the same with finish.cypher", sum(imported.values()) / ours["load"], "the same", 0.2)):
        yield what, None, f"{ratio:.3f}×; aim {aim}: {'reached' if ratio <= most else 'missed'}"
