"""Loading into Neo4j: ours beside what people use today and beside the cheapest statements that
there are; loading again; sweeping; bulk import.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generated import changed, generated
from benchmarks.results import Measured, readable
from benchmarks.rivals.arena import (
    HEAP,
    PAGE_CACHE,
    Contender,
    ContenderFailedError,
    arena,
    counted,
    forget_plans,
    run,
)
from benchmarks.rivals.bulk_import import bulk_import
from benchmarks.rivals.contest import taken, write_rows
from benchmarks.rivals.rows_of_a_graph import plain_rows
from benchmarks.settings import CATALOGUE, Settings
from graph.neo4j.bulk import write_import
from graph.schema.rows import GraphRows
from loaders.catalogue.files import read_catalogue
from loaders.load import rows_of
from tests.neo4j_server import VERSION, empty, missing

OURS = Contender("shisaku load", "ours_load")
BARE = Contender("bare UNWIND … CREATE, no keys", "bare_load")
LIBRARIES = (
    Contender("py2neo.bulk, merge", "py2neo_load", "py2neo"),
    Contender("Cartography load()", "cartography_load", "cartography"),
    Contender("neomodel", "neomodel_load", "neomodel", sampled=True),
    Contender("py2neo.bulk, create (not twice)", "py2neo_load", "py2neo", ("--create",)),
)
# relationships of a generated measure, so that there are 1.5 million in all; the bundled
# catalogue's have more
A_MEASURE = 15
TIMES = 3  # loads of the bundled catalogue; the median counts, and the server is warm then


@dataclass(frozen=True)
class Files:
    """A graph as the contenders read it."""

    rows: Path
    """all of it"""
    changed: Path
    """a little changed"""
    exported: Path
    """as an export for neo4j-admin"""
    export_took: float
    """seconds that the export took to write"""
    nodes: int
    """how many nodes it has"""
    relationships: int
    """how many relationships it has"""

    @property
    def total(self) -> int:
        return self.nodes + self.relationships


@dataclass(frozen=True)
class Outcome:
    """What a contender measured."""

    bundled: Mapping[str, float]
    """on the bundled catalogue: seconds by what took them"""
    large: Mapping[str, float]
    """likewise on the generated graph; empty where it failed"""
    loaded: tuple[int, int] = (0, 0)
    """the nodes and relationships that it had loaded of the generated graph"""
    failed: str = ""
    """how it failed"""


def neo4j_load(settings: Settings) -> Iterator[Measured | str]:
    """Each contender on a new server, which it warms by loading the bundled catalogue TIMES times;
    then the generated graph, once.
    """
    if lacks := missing():
        print(f"Neo4j is not measured; needed: {', '.join(lacks)}", file=sys.stderr)
        return
    rows = rows_of(read_catalogue(CATALOGUE))
    measures = sum(node.type == "Measure" for node in rows.nodes)
    bundled, large = (
        _files(rows, settings.folder / "bundled"),
        _files(
            generated(rows, settings.size, A_MEASURE * settings.size), settings.folder / "large"
        ),
    )
    del rows
    yield (
        f"Neo4j Community {VERSION} with {HEAP} of heap and {PAGE_CACHE} of page cache, all else as"
        " it comes; a new server for each contender, warmed by loads of the bundled catalogue"
        f" ({TIMES}, the median counts; of a sample 1), whose plans it forgets before each load."
        " Counted from rows in memory to the last commit, keys made on the way; rows are nodes and"
        " relationships. Bare: `CREATE` of nodes with all their properties but without key,"
        " constraint or index, which gives their internal numbers, and of relationships between"
        " these numbers, 10,000 a transaction."
    )
    yield (
        f"### First load of the bundled catalogue ({bundled.nodes:,} nodes,"
        f" {bundled.relationships:,} relationships) and of a generated graph ({large.nodes:,} and"
        f" {large.relationships:,})"
    )
    yield (
        f"The generated graph is of {settings.size:,} measures. It has the types, properties and"
        " hubs of the bundled catalogue, laid down again and again; of its"
        f" {bundled.relationships / measures:,.0f} relationships a measure"
        f" {large.relationships / settings.size:,.0f} are kept, of each type the same share. Its"
        " loads are single runs."
    )
    ours = yield from _contest(OURS, None, bundled, large, settings.folder)
    bare = yield from _contest(BARE, ours, bundled, large, settings.folder)
    libraries: dict[Contender, Outcome] = {}
    for contender in LIBRARIES:
        libraries[contender] = yield from _contest(contender, ours, bundled, large, settings.folder)
    yield "### Loading again"
    yield from _again(ours, bundled, large)
    imported, counts = bulk_import(large.exported, settings.folder)
    first = ours.large["load"]
    yield (
        f"### neo4j-admin import of the generated graph ({counts[0]:,} nodes, {counts[1]:,}"
        " relationships there afterwards)"
    )
    yield "first load over bolt", first, "1×"
    yield "writing the files", large.export_took, f"{large.export_took / first:.2f}×"
    yield (
        "neo4j-admin database import full",
        imported["import"],
        f"{imported['import'] / first:.2f}×",
    )
    yield (
        "finish.cypher, until the constraints are online",
        imported["finish"],
        f"{imported['finish'] / first:.2f}×",
    )
    yield "### Aims on the generated graph"
    yield from _aims(
        ours,
        bare,
        {contender.says: outcome for contender, outcome in libraries.items() if outcome.large},
        imported,
    )


def _files(rows: GraphRows, path: Path) -> Files:
    exporting = taken(lambda: write_import(rows, path.with_suffix(".exported")))
    files = Files(
        path.with_suffix(".rows"),
        path.with_suffix(".changed"),
        path.with_suffix(".exported"),
        exporting,
        len(rows.nodes),
        len(rows.relationships),
    )
    write_rows(plain_rows(rows), files.rows)
    write_rows(plain_rows(changed(rows)), files.changed)
    return files


def _contest(
    contender: Contender, ours: Outcome | None, bundled: Files, large: Files, folder: Path
) -> Generator[Measured | str, None, Outcome]:
    """Yields what a contender measured, held against ours (None: it is ours), and gives it back."""
    print(f"… {contender.says}", file=sys.stderr, flush=True)
    outcome = _outcome(contender, bundled, large, folder)
    for which, files, seconds, our in (
        ("bundled", bundled, outcome.bundled, ours and ours.bundled),
        ("generated", large, outcome.large, ours and ours.large),
    ):
        if not seconds:
            yield f"{contender.says}: {which}", None, f"failed: {outcome.failed}"
            continue
        remarks = [f"{files.total / seconds['load']:,.0f} rows/s"]
        if our:
            remarks.append(f"ours takes {our['load'] / seconds['load']:.2f}×")
        if contender.sampled:
            remarks.append(
                f"reckoned from a sample, {readable(seconds['a relationship'])} a relationship"
            )
        elif which == "generated" and outcome.loaded[1] < large.relationships:
            remarks.append(f"left {outcome.loaded[1]:,} relationships, parallel ones became one")
        yield f"{contender.says}: {which}", seconds["load"], "; ".join(remarks)
    return outcome


def _outcome(contender: Contender, bundled: Files, large: Files, folder: Path) -> Outcome:
    medians: dict[str, float] = {}
    further = contender is OURS
    with arena(folder) as server:
        try:
            runs = []
            for _ in range(1 if contender.sampled else TIMES):
                forget_plans(server)
                runs.append(
                    run(
                        contender, server, bundled.rows, *([bundled.changed] if further else [])
                    ).seconds
                )
                empty(server)
            medians = {
                what: statistics.median(seconds[what] for seconds in runs) for what in runs[0]
            }
            forget_plans(server)
            report = run(
                contender, server, large.rows, *([large.changed, bundled.rows] if further else [])
            )
        except ContenderFailedError as failed:
            if contender.library is None:
                raise
            return Outcome(medians, {}, failed=str(failed))
        return Outcome(medians, report.seconds, report.loaded or counted(server))


def _again(ours: Outcome, bundled: Files, large: Files) -> Iterator[Measured]:
    for files, seconds in ((bundled, ours.bundled), (large, ours.large)):
        which = f"{files.total:,} rows"
        yield f"{which}: first load", seconds["load"], "1×"
        for what, name in (
            ("again", "nothing changed"),
            ("changed", "1 % of the measures changed"),
            (
                "sweep",
                f"all but the bundled catalogue gone ({large.nodes - bundled.nodes:,} nodes)",
            ),
        ):
            if what in seconds:
                yield (
                    f"{which}: {name}",
                    seconds[what],
                    f"the first load takes {seconds['load'] / seconds[what]:.1f}×",
                )


def _aims(
    ours: Outcome, bare: Outcome, libraries: Mapping[str, Outcome], imported: Mapping[str, float]
) -> Iterator[Measured]:
    seconds = ours.large
    fastest = min(libraries, key=lambda name: libraries[name].large["load"], default=None)
    held = (
        [
            (
                f"first load against the fastest of the libraries ({fastest})",
                seconds["load"] / libraries[fastest].large["load"],
                "≤ 0.7×",
                0.7,
            )
        ]
        if fastest
        else []
    )
    for what, ratio, aim, most in (
        *held,
        ("first load against bare CREATE", seconds["load"] / bare.large["load"], "≤ 0.9×", 0.9),
        (
            "loading again, nothing changed, against the first load",
            seconds["again"] / seconds["load"],
            "≤ 0.05× (20 times faster)",
            0.05,
        ),
        (
            "loading again, 1 % changed, against the first load",
            seconds["changed"] / seconds["load"],
            "≤ 0.1× (10 times faster)",
            0.1,
        ),
        ("sweep against the first load", seconds["sweep"] / seconds["load"], "≤ 1×", 1),
        (
            "import of the export against the first load",
            imported["import"] / seconds["load"],
            "≤ 0.2× (5 times faster)",
            0.2,
        ),
        ("the same with finish.cypher", sum(imported.values()) / seconds["load"], "the same", 0.2),
    ):
        yield what, None, f"{ratio:.3f}×; aim {aim}: {'reached' if ratio <= most else 'missed'}"
