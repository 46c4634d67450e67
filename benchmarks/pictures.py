"""Pictures in a browser: from a click to the card in the picture and to the server's full one, and
to the files of the whole picture, on the bundled catalogue; what others draw of the same graphs.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks.picture_rivals import drawn_anew, rivals
from benchmarks.results import Measured
from benchmarks.serving import served
from benchmarks.settings import CATALOGUE, Settings
from dashboard.picture.labels import PIXELS
from dashboard.serve import HOST, command, environment, free_port
from graph.opening import open_store
from loaders.catalogue.files import read_catalogue
from loaders.load import load
from tests.dashboard.picture.crossings import crossing

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NAMES = ("くるみん", "JETRO", "厚生労働省")
OTHERS = {
    "bonus paths": "bonus?lang=ja",
    "communities": "overlap?lang=ja&tab=communities",
    "one community": "overlap?lang=ja&tab=communities&community=1",
}
_AIM, _CLICKS, _PATIENCE = 0.1, 5, 60.0
# seconds from the end of a click to the card in the picture, and to another name in the full one
_WATCH = """
({ picture }) => {
  const full = () => document.querySelector(".card-name")?.textContent;
  window.clock = { full: full() };
  picture.canvas.addEventListener("pointerup", () => {
    window.clock = { up: performance.now(), full: full() };
  }, true);
  const note = (name) => { clock[name] ??= (performance.now() - clock.up) / 1000; };
  new MutationObserver(() => { if (!picture.card.root.hidden) note("card"); })
    .observe(picture.card.root, { attributes: true, childList: true });
  new MutationObserver(() => { if (full() && full() !== clock.full) note("answer"); })
    .observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
_THINGS = """
({ picture }) => [...picture.held.values()].map(({ node }) => node)
  .filter(({ id, role }) => !role && id !== picture.data.root).map(({ id }) => id)"""
_GRAPH = """
({ picture }) => {
  const nodes = picture.data.nodes.filter(({ role }) => !role);
  const known = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map(({ id, name, group, tip }) => (
      { id, name: name ?? tip.split("\\n")[0], group: group ?? "" })),
    edges: (picture.data.relations ?? [])
      .filter((edge) => known.has(edge.from) && known.has(edge.to))
      .map(({ from, to, said }, place) => ({ id: `e${place}`, from, to, said: said ?? "" })),
  };
}"""
_SPOT = "({ picture }, id) => picture.places().nodes[id]"
_SEEN = """
({ picture }) => [picture.network.getScale(), picture.view.outside(), picture.boxes().length]"""
_SHEETS = """
({ picture }) => {
  const from = performance.now(), sheet = picture.tools.sheet();
  const { canvas } = sheet.canvas(2);
  canvas.toDataURL("image/png");
  const drawn = performance.now();
  sheet.svg();
  return [(drawn - from) / 1000, (performance.now() - drawn) / 1000, canvas.width, canvas.height];
}"""


def pictures(settings: Settings) -> Iterator[Measured | str]:
    """Medians of five clicks in each of three pictures at 1280 × 900."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("pictures are not measured; needed: playwright", file=sys.stderr)
        return
    if not CHROMIUM.exists():
        print(f"pictures are not measured; needed: {CHROMIUM}", file=sys.stderr)
        return
    store = str(settings.folder / "pictures.lbug")
    with open_store(store) as opened:
        load(read_catalogue(CATALOGUE), opened)
    with _serving(store) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="ja-JP")
        page.set_default_timeout(_PATIENCE * 1000)
        graphs = {}
        for name in NAMES:
            yield from _of(page, server, name)
            graphs[name] = page.locator(".picture[data-updates]").evaluate(_GRAPH)
        for name, address in OTHERS.items():
            yield _first_sight(page, server, name, address)
        yield (
            "### The same graphs drawn by others\n\nThe things and relationships of the pictures"
            " above with each library's own settings; what it draws as a curve is counted as a"
            " straight line."
        )
        yield from rivals(browser, graphs, settings.folder)
        browser.close()


def _of(page: Any, server: str, name: str) -> Iterator[Measured]:
    picture = page.locator(".picture[data-updates]")

    def draw() -> None:
        page.goto(f"{server}/explorer?lang=ja&q={quote(name)}")
        picture.wait_for()

    taken = drawn_anew(draw)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    wrong, lines = crossing(picture.evaluate("({ picture }) => picture.data"))
    yield (
        f"{name}: from the address to the drawing",
        taken,
        f"{len(wrong)} of {lines} lines through boxes",
    )
    letters = picture.evaluate("({ picture }) => picture.network.getScale()") * PIXELS
    picture.evaluate(_WATCH)
    cards, answers = [], []
    for thing in picture.evaluate(_THINGS)[:_CLICKS]:
        page.locator(".picture .canvas").click(position=picture.evaluate(_SPOT, thing), force=True)
        card, answer = _clicked(page)
        cards.append(card)
        answers.append(answer)
        page.keyboard.press("Escape")
    card, answer = statistics.median(cards), statistics.median(answers)
    yield (
        f"{name}: click to the card in the picture",
        card,
        f"aim {_AIM * 1000:.0f} ms; labels {letters:.1f} px at first sight",
    )
    yield f"{name}: click to the server's full card", answer, f"{answer / card:.0f}×"
    png, svg, width, height = picture.evaluate(_SHEETS)
    yield f"{name}: the whole picture as PNG, 2×", png, f"{width} × {height}"
    yield f"{name}: the whole picture as SVG", svg, ""


def _clicked(page: Any) -> tuple[float, float]:
    """Seconds to the card in the picture and to the full one, as soon as both are there; asked from
    outside, since the pages' security policy lets no text be run in them.
    """
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        card, answer = page.evaluate("() => [clock.card, clock.answer]")
        if card and answer:
            return card, answer
        page.wait_for_timeout(50)
    raise TimeoutError("a click had no answer")


def _first_sight(page: Any, server: str, name: str, address: str) -> Measured:
    page.goto(f"{server}/{address}")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    picture = page.locator(".picture[data-updates]")
    picture.wait_for()
    letters, cut, boxes = picture.evaluate(_SEEN)
    return f"{name}: first sight", None, f"labels {letters * PIXELS:.1f} px; {cut} of {boxes} cut"


@contextmanager
def _serving(store: str) -> Iterator[str]:
    port = free_port(8650)
    address = f"http://{HOST}:{port}"
    with served(command(port), {**os.environ, **environment(store)}, address, _PATIENCE) as ours:
        yield ours
