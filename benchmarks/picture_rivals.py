"""The libraries that people draw graphs with in Streamlit, on the graphs of our pictures: how soon
they are drawn, from a click to what is said of a node, and how many lines run through boxes.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.results import Measured
from benchmarks.rivals.environments import python_of
from benchmarks.rivals.graph_given import FOLDER
from benchmarks.serving import served
from dashboard.serve import HOST, free_port
from tests.dashboard.picture.crossings import runs_through

PATIENCE = 60.0  # seconds that anything may take
FIRST_TIMES = 3  # how often a picture is drawn anew
_CLICKS, _STILL = 5, 0.3
_PACKAGES = "pictures"
_PAGES = Path(__file__).with_name("rivals")
# both give {scale, letters, nodes: {id: {x, y, spot, box: [left, top, right, bottom]}}}, or null
_AGRAPH = """() => {
  const root = document.querySelector(".vis-network")?.parentElement;
  const key = root && Object.keys(root).find((name) => name.startsWith("__reactInternalInstance"));
  const holds = (held) => [held, held?.current].find((each) => each?.getPositions);
  let network;
  for (let at = key && root[key]; at && !network; at = at.return) {
    for (let hook = at.memoizedState; hook && !network; hook = hook.next) {
      network = holds(hook.memoizedState);
    }
  }
  if (!network) return null;
  const nodes = Object.entries(network.getPositions()).map(([id, { x, y }]) => {
    const { left, top, right, bottom } = network.getBoundingBox(id);
    return [id, { x, y, spot: network.canvasToDOM({ x, y }), box: [left, top, right, bottom] }];
  });
  return { letters: 14 * network.getScale(), nodes: Object.fromEntries(nodes) };
}"""
_LINK_ANALYSIS = """() => {
  const cy = [...document.querySelectorAll("div")].find((each) => each._cyreg)?._cyreg.cy;
  if (!cy?.nodes().length) return null;
  const nodes = cy.nodes().map((node) => {
    const { x1, y1, x2, y2 } = node.boundingBox({ includeLabels: true, includeOverlays: false });
    const { x, y } = node.position();
    return [node.id(), { x, y, spot: node.renderedPosition(), box: [x1, y1, x2, y2] }];
  });
  const letters = parseFloat(cy.nodes()[0].style("font-size")) * cy.zoom();
  return { letters, nodes: Object.fromEntries(nodes) };
}"""
_CLOCK = """() => {
  window.up = null;
  for (const name of ["pointerup", "mouseup"]) {
    addEventListener(name, () => {
      window.up ??= performance.timeOrigin + performance.now();
    }, { capture: true });
  }
}"""
_CARD = """(name) => {
  window.seen = null;
  window.watching?.disconnect();
  window.watching = new MutationObserver(() => {
    if (!document.body.innerText.includes(name)) return;
    window.seen ??= performance.timeOrigin + performance.now();
  });
  watching.observe(document.body,
    { attributes: true, childList: true, subtree: true, characterData: true });
}"""


@dataclass(frozen=True)
class Rival:
    """A library."""

    name: str
    """What it is called."""
    page: str
    """The page in `rivals/` that draws with it."""
    state: str
    """JavaScript that gives where its nodes are, in its frame."""
    canvas: str
    """What is clicked in its frame."""
    says_within: bool
    """Whether it says what is chosen in its own frame; else the page does."""


RIVALS = (
    Rival("streamlit-agraph", "agraph_page.py", _AGRAPH, ".vis-network canvas", False),
    Rival("st-link-analysis", "link_analysis_page.py", _LINK_ANALYSIS, "canvas >> nth=-1", True),
)


def drawn_anew(draw: Callable[[], object]) -> float:
    """The median of the seconds that a picture takes from its address until it is drawn."""
    taken = []
    for _ in range(FIRST_TIMES):
        begun = time.perf_counter()
        draw()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def rivals(
    browser: Any, graphs: Mapping[str, dict[str, Any]], folder: Path
) -> Iterator[Measured | str]:
    """What each library takes for each graph (by what it is called); a paragraph that says which
    are absent.
    """
    try:
        python = python_of(_PACKAGES)
    except subprocess.CalledProcessError:
        names = " and ".join(rival.name for rival in RIVALS)
        yield f"Absent, since their packages could not be installed: {names}."
        return
    for place, graph in enumerate(graphs.values()):
        text = json.dumps(graph, ensure_ascii=False)
        (folder / f"{place}.json").write_text(text, encoding="utf-8")
    for rival in RIVALS:
        with _serving(python, rival, folder) as server:
            for place, (name, graph) in enumerate(graphs.items()):
                yield from _of(browser, rival, f"{server}/?graph={place}", name, graph)


def _of(
    browser: Any, rival: Rival, address: str, name: str, graph: Mapping[str, Any]
) -> Iterator[Measured]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="ja-JP")

    def draw() -> None:
        page.goto(address)
        _state(page, rival)

    taken = drawn_anew(draw)
    state = _at_rest(page, rival)
    lines = graph["edges"]
    wrong = sum(_runs_through_a_box(edge, state["nodes"]) for edge in lines)
    yield (
        f"{name}, {rival.name}: from the address to the drawing",
        taken,
        f"labels {state['letters']:.1f} px; {wrong} of {len(lines)} lines through boxes",
    )
    named = {node["id"]: node["name"] for node in graph["nodes"]}
    cards = [_clicked(page, rival, node, named[node]) for node in list(named)[:_CLICKS]]
    seen = [card for card in cards if card is not None]
    yield (
        f"{name}, {rival.name}: click to what is said of it",
        statistics.median(seen) if seen else None,
        f"{len(seen)} of {len(cards)} clicks answered",
    )
    page.close()


def _frame(page: Any) -> Any:
    return page.frames[-1]


def _state(page: Any, rival: Rival) -> Any:
    """Where its nodes are, once they are drawn. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        frame = _frame(page)
        if frame is not page.main_frame and (state := frame.evaluate(rival.state)):
            return state
        page.wait_for_timeout(20)
    raise TimeoutError(f"{rival.name} has drawn nothing")


def _at_rest(page: Any, rival: Rival) -> Any:
    """Where its nodes are once they move no more, or when patience is at its end."""
    until = time.monotonic() + PATIENCE
    before, state = None, _state(page, rival)
    while before != state and time.monotonic() < until:
        page.wait_for_timeout(_STILL * 1000)
        before, state = state, _state(page, rival)
    return state


def _runs_through_a_box(edge: Mapping[str, Any], nodes: Mapping[str, Any]) -> bool:
    """Whether the straight line from node to node has a part in the box of another."""
    a, b = ((nodes[edge[end]]["x"], nodes[edge[end]]["y"]) for end in ("from", "to"))
    return any(
        runs_through(a, b, tuple(node["box"]))
        for id_, node in nodes.items()
        if id_ not in (edge["from"], edge["to"])
    )


def _clicked(page: Any, rival: Rival, node: str, name: str) -> float | None:
    """Seconds from a click on a node to its name; None where nothing came of it."""
    spot = _at_rest(page, rival)["nodes"][node]["spot"]
    frame = _frame(page)
    said_in = frame if rival.says_within else page.main_frame
    said_in.evaluate(_CARD, name)
    frame.evaluate(_CLOCK)
    frame.locator(rival.canvas).click(position=spot, force=True)
    until = time.monotonic() + PATIENCE / 10
    while time.monotonic() < until:
        seen, up = said_in.evaluate("() => window.seen"), frame.evaluate("() => window.up")
        if seen and up:
            return float(seen - up) / 1000
        page.wait_for_timeout(20)
    return None


@contextmanager
def _serving(python: Path, rival: Rival, folder: Path) -> Iterator[str]:
    port = free_port(8670)
    asked: Sequence[str] = (
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        "--server.fileWatcherType=none",
        f"--server.address={HOST}",
        f"--server.port={port}",
    )
    command: list[str | Path] = [python, "-m", "streamlit", "run", _PAGES / rival.page, *asked]
    environment = {**os.environ, FOLDER: str(folder)}
    with served(command, environment, f"http://{HOST}:{port}", PATIENCE) as theirs:
        yield theirs
