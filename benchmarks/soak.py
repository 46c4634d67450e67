"""The dashboard under load: twenty visitors at once over all pages, its memory over 2,000 views,
others beside a slow visitor; and for as many minutes as are asked for.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.results import Measured, readable
from benchmarks.settings import CATALOGUE, Settings
from benchmarks.visitors import Dashboard, Seen, View, dashboard, visits
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.files import read_catalogue
from loaders.load import load

VISITORS = 20
_VIEWS = 2_000
_ROUNDS = 4
_PAUSE = 10.0  # seconds that a reader looks at a page
_GROWTH = 1.05  # how much memory at the end there may be of what there was half-way
_AIM = 2.0  # seconds: 95 of 100 views of twenty visitors who read
_SEED = 20250221
_PAGES = (
    View("overview"),
    View("overview", "scope=all"),
    View("overlap"),
    View("overlap", "tab=communities"),
    View("theme", "q=輸出"),
    View("bonus"),
    View("programmes"),
    View("recipients"),
)
_CARDS = {"measure": "Measure", "programmes": "BudgetProgramme", "explorer": "Certification"}
_SLOW = View("explorer", "hubs=1&hops=2&id=ministry:経済産業省")


def visitors(settings: Settings) -> Iterator[Measured | str]:
    """Twenty at once, with a pause after each page and without; memory; and a slow one."""
    with dashboard(_loaded(settings)) as served:
        walk = list(islice(_endless(settings), _VIEWS // VISITORS))
        first = visits(served.port, [[*_PAGES, *walk[:3]]])
        yield f"{len(_PAGES) + 3} pages and cards, each once, by one visitor, then by {VISITORS}."
        yield _figure("one visitor, nothing kept yet", first, served, 0.0)
        yield "### They read: a page every ten seconds"
        before = served.processor_seconds
        reading = visits(served.port, _shuffled(walk[:12]), _PAUSE)
        yield _figure(f"{VISITORS} visitors", reading, served, before, f"aim {_AIM:g} s")
        yield f"### They do not wait: {_VIEWS:,} views as fast as they come"
        held = []
        for part in range(_ROUNDS):
            size, before = len(walk) // _ROUNDS, served.processor_seconds
            seen = visits(served.port, _shuffled(walk[part * size : (part + 1) * size]))
            yield _figure(f"views {(part + 1) * size * VISITORS:,}", seen, served, before)
            held.append(served.megabytes)
        yield grown(held)
        yield "### Beside a slow visitor"
        yield from _beside_a_slow_one(served, walk[:4])


def soak(settings: Settings) -> Iterator[Measured | str]:
    """A round a minute of twenty visitors who do not wait, for as long as is asked for."""
    yield f"{VISITORS} visitors who do not wait, for {settings.minutes:g} minutes."
    with dashboard(_loaded(settings)) as served:
        until, minute, held = time.monotonic() + 60 * settings.minutes, 0, list[float]()
        views = _endless(settings)
        while time.monotonic() < until:
            minute, before, seen = minute + 1, served.processor_seconds, Seen()
            ends = min(until, time.monotonic() + 60)
            while time.monotonic() < ends:
                seen += visits(served.port, _shuffled(list(islice(views, 4))))
            yield _figure(f"minute {minute}", seen, served, before)
            held.append(served.megabytes)
        yield grown(held)


def grown(held: Sequence[float]) -> Measured:
    """Whether memory is flat: what is held at the end, of what was held half-way, in megabytes."""
    half, end = held[(len(held) - 1) // 2], held[-1]
    missed = "" if end <= half * _GROWTH else "; aim missed"
    said = f"{half:,.0f} → {end:,.0f} MB, {end / half:.2f}×; aim {_GROWTH:g}×{missed}"
    return "memory, half-way and at the end", None, said


def _beside_a_slow_one(served: Dashboard, walk: Sequence[View]) -> Iterator[Measured]:
    """What a page takes alone, and while somebody asks for a large picture again and again."""
    alone = visits(served.port, [walk] * 2)
    slow = [View(_SLOW.page, f"{_SLOW.query}&q={turn}") for turn in range(3)]
    beside = visits(served.port, [slow, walk, walk])
    others = sorted(
        each for view, times in beside.seconds.items() if view in walk for each in times
    )
    theirs = max(each for view, times in beside.seconds.items() if view in slow for each in times)
    times = statistics.median(others) / statistics.median(alone.all)
    yield "two visitors alone, median", statistics.median(alone.all), ""
    yield "beside a slow one, median", statistics.median(others), f"{times:,.1f}×"
    yield "the slow one's slowest view", theirs, ""


def _loaded(settings: Settings) -> str:
    store = settings.folder / "visited.lbug"
    with open_store(store) as opened:
        load(read_catalogue(CATALOGUE), opened)
    return str(store)


def _endless(settings: Settings) -> Iterator[View]:
    """Pages and cards in a chance order that is the same in every run."""
    chance = random.Random(_SEED)
    with open_store(settings.folder / "visited.lbug") as store:
        cards = {page: _ids(store, kind) for page, kind in _CARDS.items()}
    while True:
        pages = [*_PAGES, *(View(page, f"id={chance.choice(ids)}") for page, ids in cards.items())]
        chance.shuffle(pages)
        yield from pages


def _ids(store: Store, kind: str) -> list[str]:
    asked = f"MATCH (n:{kind}) RETURN n.id AS id ORDER BY id"
    return [row["id"] for row in store.read_first(500, asked)]


def _shuffled(walk: Sequence[View]) -> list[list[View]]:
    """The walks of all visitors: the same views, each in an order of their own."""
    return [random.Random(number).sample(walk, len(walk)) for number in range(VISITORS)]


def _figure(what: str, seen: Seen, served: Dashboard, before: float, aim: str = "") -> Measured:
    """Of many views the time that 95 of 100 stay below; the median, processor time and memory."""
    for failed in seen.failed:
        print(f"a visitor failed: {failed}", file=sys.stderr)
    times = seen.all
    late = times[int(len(times) * 0.95)] if times else None
    said = [
        f"95 of 100; median {readable(statistics.median(times))}" if times else "nothing",
        f"{(served.processor_seconds - before) / max(len(times), 1):.3f} s of processor a view",
        f"{served.megabytes:,.0f} MB",
        f"{len(seen.failed)} failed",
    ]
    return what, late, "; ".join([*said, *filter(None, [aim])])
