"""A picture on a page of its own, as a reader saves it, with what the browser's files define at
hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.picture import component, network
from dashboard.text.words import Words
from tests.dashboard.browsing import until

WORDS = Words("ja")
BLUE = {"light": "#1D4ED8", "dark": "#7FA6F8"}
RED = {"light": "#B91C1C", "dark": "#F28B82"}
LEGEND = (
    component.Entry("Measure", "施策", BLUE),
    component.Entry("Ministry", "府省庁", RED, "pill"),
)
ABOUT = component.About("試しの図", "試しの資料 1 行", "2030-04-01")
DEFINED = "nearest hitsOf afterClick firstLook possible rowsOf byRelation PITCH"


def node(name: str, label: str, x: float, y: float, group: str = "Measure") -> dict[str, Any]:
    """A node as the browser takes it."""
    return {
        "id": name,
        "label": label,
        "tip": f"{label.replace(chr(10), '')}\n{group}",
        "colour": BLUE if group == "Measure" else RED,
        "shape": "box" if group == "Measure" else "pill",
        "x": x,
        "y": y,
        "group": group,
    }


def edge(source: str, target: str, label: str = "所管") -> dict[str, Any]:
    """A line as the browser takes it."""
    return {"id": f"{source}-{target}", "from": source, "to": target, "tip": label, "label": label}


def data(
    nodes: Sequence[dict[str, Any]], edges: Sequence[dict[str, Any]] = (), **more: Any
) -> dict[str, Any]:
    """A picture as the browser takes it."""
    drawn = component.data(
        WORDS,
        network.network([], []),
        name="made up",
        selected=None,
        root=nodes[0]["id"],
        file="made-up",
        legend=LEGEND,
        about=ABOUT,
        acts=("expand",),
        opened=("m",),
    )
    return drawn | {"nodes": list(nodes), "edges": list(edges)} | more


def page_of(held: dict[str, Any]) -> str:
    """The page of a picture: `defined` and what is reported, `acts`, are there for tests."""
    script = component.script().replace("export default function show", "function show")
    names = ", ".join(DEFINED.split())
    parts = {
        "LANG": "ja",
        "TITLE": "試しの図",
        "NONCE": "once",
        "DATA": json.dumps(held | {"alone": True}, ensure_ascii=False).replace("<", "\\u003c"),
        "SCRIPT": f"{script}\nwindow.defined = {{ {names} }}; window.acts = [];",
    }
    filled = re.sub(
        r"{{(LANG|TITLE|NONCE|DATA|SCRIPT)}}", lambda slot: parts[slot[1]], component.frame()
    )
    return filled.replace(
        "setTriggerValue() {}", "setTriggerValue: (name, said) => acts.push(said)"
    )


def open_alone(window: Any, folder: Path, held: dict[str, Any]) -> Any:
    """A page of the browser that shows a picture."""
    file = folder / "alone.html"
    file.write_text(page_of(held), encoding="utf-8")
    page = window.new_page()
    page.goto(file.as_uri())
    page.locator(".picture[data-updates]").wait_for()
    until(page, lambda: asked(page, "picture.view.scale > 0"), "a first drawing")
    return page


def asked(page: Any, what: str) -> Any:
    """What an expression gives of the `picture`."""
    return page.locator(".picture").evaluate(f"({{ picture }}) => {what}")
