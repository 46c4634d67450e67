"""Every question with eight readers at once, as the dashboard has them: threads of one process,
a connection each; on a graph of 20,000 generated measures and on the whole government's sheets.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.generated import generated
from benchmarks.results import Measured, readable
from benchmarks.settings import CATALOGUE, Settings
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.files import read_catalogue
from loaders.extract import extract
from loaders.load import rows_of
from queries.bonus.for_company import bonuses_for
from queries.bonus.next import next_certifications
from queries.bonus.of_certification import bonuses_of
from queries.bonus.profile import Profile
from queries.changes.diff import diff
from queries.documents import documents
from queries.measure.card import measure_card
from queries.measure.listing import all_measures
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.matrix import overlap_matrix
from queries.overlap.shared_bodies import shared_bodies
from queries.overview.overview import overview
from queries.overview.pillars import measures_of_cell, ministries_by_pillar
from queries.policy_item.card import item_card
from queries.programmes.card import programme_card
from queries.programmes.law import under_law
from queries.programmes.paid import paid
from queries.search.nodes import neighbourhood, node_card
from queries.search.paths import paths
from queries.search.search import find, resolve

READERS = 8
_ROUNDS = 4  # how often each reader asks each question
_MEASURES = 20_000
_MEDIAN, _P95, _PATH = 0.1, 0.3, 0.5  # seconds: the aims; of a path the last
_SEED = 20250221
_LEAST = "RETURN 1"
_COMPARED = "followup-2024", "package-2025"

Asked = Callable[[Store, random.Random], Any]


def readers(settings: Settings) -> Iterator[Measured | str]:
    """Latencies of each question while all readers ask, in an order of their own each."""
    rows = generated(rows_of(read_catalogue(CATALOGUE)), _MEASURES)
    path = settings.folder / "generated.lbug"
    with open_store(path) as store:
        store.replace(rows)
    size = f"{len(rows.nodes):,} nodes, {len(rows.relationships):,} relationships"
    del rows
    yield f"### {_MEASURES:,} generated measures ({size})"
    yield from asked_at_once(path)
    sheets = settings.sources.parent / "rs-2024"
    if not sheets.is_dir():
        print(f"no review sheets in {sheets}", file=sys.stderr)
        return
    path = settings.folder / "government.lbug"
    with open_store(path) as store:
        store.replace(rows_of(extract([settings.sources, sheets]).catalogue))
    yield "### The five documents and the sheets of the whole government"
    yield from asked_at_once(path)


def asked_at_once(path: Path) -> Iterator[Measured]:
    """For each question the median wall time, the worst of twenty, and how that stands to the
    smallest question asked at the same time.
    """
    with open_store(path) as store:
        asked = questions(store)
        for question in asked.values():
            question(store, random.Random(_SEED))
        taken: defaultdict[str, list[float]] = defaultdict(list)
        with ThreadPoolExecutor(READERS) as pool:
            for times in pool.map(lambda nth: _reader(store, asked, nth), range(READERS)):
                for name, one in times:
                    taken[name].append(one)
    least = statistics.median(taken[_LEAST])
    for name, times_ in taken.items():
        median, worst = statistics.median(times_), _p95(times_)
        aim = (_PATH, _PATH) if name.startswith("path") else (_MEDIAN, _P95)
        missed = "" if median <= aim[0] and worst <= aim[1] else "; aim missed"
        yield name, median, f"{median / least:,.0f}×; p95 {readable(worst)}{missed}"


def _reader(store: Store, asked: dict[str, Asked], nth: int) -> list[tuple[str, float]]:
    draw, times = random.Random(nth), []
    for _ in range(_ROUNDS):
        for name in draw.sample(list(asked), len(asked)):
            start = time.perf_counter()
            asked[name](store, draw)
            times.append((name, time.perf_counter() - start))
    return sorted(times, key=lambda one: list(asked).index(one[0]))


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def questions(store: Store) -> dict[str, Asked]:
    """Every question that this graph can answer, each of things drawn anew."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read("MATCH (n:Shisaku) RETURN n.type AS type, n.id AS id ORDER BY id"):
        ids[row["type"]].append(row["id"])
    cells = [cell for cell in ministries_by_pillar(store) if cell.measures]
    profile = Profile(("中小企業",), ("くるみん",))

    def of(kind: str, question: Callable[[Store, str], Any]) -> Asked:
        return lambda store, draw: question(store, draw.choice(ids[kind]))

    def cell(store: Store, draw: random.Random) -> Any:
        drawn = draw.choice(cells)
        return measures_of_cell(store, drawn.ministry, drawn.pillar)

    def between(one: str, other: str) -> Asked:
        return lambda store, draw: paths(store, draw.choice(ids[one]), draw.choice(ids[other]))

    asked: dict[str, Asked] = {
        _LEAST: lambda store, _: store.read("RETURN 1 AS one"),
        "overview": lambda store, _: overview(store),
        "ministries × pillars": lambda store, _: ministries_by_pillar(store),
        "measures of a cell": cell,
        "all measures": lambda store, _: all_measures(store),
        "documents": lambda store, _: documents(store),
        "money by ministry": lambda store, _: money_by_ministry(store),
        "all money": lambda store, _: total_money(store),
        "measure card": of("Measure", measure_card),
        "item card": of("PolicyItem", item_card),
        "node card": of("Body", node_card),
        "find くるみん": lambda store, _: find(store, "くるみん"),
        "find 支援 事業": lambda store, _: find(store, "支援 事業"),
        "resolve くるみん": lambda store, _: resolve(store, "くるみん"),
        "neighbourhood of a measure, 1 step": of("Measure", neighbourhood),
        "neighbourhood of a measure, 2 steps": of("Measure", lambda s, i: neighbourhood(s, i, 2)),
        "path measure – measure": between("Measure", "Measure"),
        "path certification – ministry": between("Certification", "Ministry"),
        "shared bodies": lambda store, _: shared_bodies(store),
        "overlaps": lambda store, _: overlaps(store),
        "overlaps of a measure": of("Measure", lambda s, i: overlaps(s, PairFilter(measure=i))),
        "overlap matrix": lambda store, _: overlap_matrix(store),
        "communities": lambda store, _: communities(store),
        "bonuses of a certification": of("Certification", bonuses_of),
        "bonuses of a company": lambda store, _: bonuses_for(store, profile),
        "next certifications": lambda store, _: next_certifications(store, profile),
        "diff": lambda store, _: diff(store, *_COMPARED),
    }
    if ids["BudgetProgramme"]:
        asked |= {
            "programme card": of("BudgetProgramme", programme_card),
            "programmes and measures under a law": of("Law", under_law),
            "recipients paid by several ministries": lambda store, _: paid(store),
            "path programme – measure": between("BudgetProgramme", "Measure"),
        }
    return asked
