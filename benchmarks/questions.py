"""Every question, warm, on the bundled catalogue in an embedded graph, against the smallest
question that there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from benchmarks.timing import seconds
from graph.export.network import as_networkx
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.files import read_catalogue
from loaders.load import load
from queries.bonus.of_certification import bonus_tiers
from queries.measure.card import measure_card
from queries.money.all_money import total_money
from queries.money.by_ministry import money_by_ministry
from queries.overlap.shared_bodies import shared_bodies
from queries.overview.overview import overview
from queries.overview.pillars import measures_of_cell, ministries_by_pillar
from queries.search.nodes import neighbourhood, node_card
from queries.search.paths import paths
from queries.search.search import find, resolve


def questions(settings: Settings) -> Iterator[Measured | str]:
    """Medians of 7 calls after one that is not counted."""
    with open_store(settings.folder / "questions.lbug") as store:
        load(read_catalogue(CATALOGUE), store)
        least = seconds(lambda: store.read("RETURN 1 AS one"), 15)
        yield "RETURN 1", least, "1×"
        for name, call in _asked(store):
            call()
            taken = seconds(call, 7)
            yield name, taken, f"{taken / least:,.0f}×"


def _asked(store: Store) -> tuple[tuple[str, Callable[[], Any]], ...]:
    cell = max(ministries_by_pillar(store), key=lambda c: c.measures)
    measure = measures_of_cell(store, cell.ministry, cell.pillar)[0].id
    return (
        ("overview", lambda: overview(store)),
        ("ministries × pillars", lambda: ministries_by_pillar(store)),
        ("measures of a cell", lambda: measures_of_cell(store, cell.ministry, cell.pillar)),
        ("money by ministry", lambda: money_by_ministry(store)),
        ("all money", lambda: total_money(store)),
        ("measure card", lambda: measure_card(store, measure)),
        ("node card", lambda: node_card(store, cell.ministry)),
        ("find くるみん", lambda: find(store, "くるみん")),
        ("resolve くるみん", lambda: resolve(store, "くるみん")),
        ("neighbourhood, 1 step", lambda: neighbourhood(store, measure)),
        ("neighbourhood, 2 steps", lambda: neighbourhood(store, measure, 2)),
        ("path くるみん – DX認定", lambda: paths(store, "くるみん", "DX認定")),
        ("shared bodies", lambda: shared_bodies(store)),
        ("bonuses of くるみん, all tiers", lambda: bonus_tiers(store, "くるみん")),
        ("whole graph to networkx", lambda: as_networkx(store)),
    )
