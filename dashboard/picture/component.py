"""The Streamlit component that shows a network: vis-network as pyvis ships it, with a few lines of
ours behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Literal

import pyvis
import streamlit as st
from pyvis.network import Network

from dashboard.picture.network import as_data
from dashboard.text.words import Words

_HERE = Path(__file__).parent
NAME = "shisaku_picture"
# what Streamlit's theme gives in the dashboard, for a picture that stands alone
_COLOURS = (
    "--st-font: sans-serif; --st-border-color: #ccc; --st-text-color: #1f2933;"
    " --st-background-color: #fff; --st-primary-color: #0b5fa5;"
)
_HTML = """
<div class="picture">
  <div class="canvas" tabindex="0" role="application"></div>
  <div class="tools"></div>
  <div class="tip" role="status" aria-live="polite"></div>
</div>
"""


@cache
def vis_network() -> str:
    """The script of vis-network in the newest version that the installed pyvis carries."""
    scripts = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    return scripts[-1].read_text(encoding="utf-8")


@cache
def script() -> str:
    """What the browser runs: vis-network, then ours, as one module."""
    return f"{vis_network()}\n{(_HERE / 'picture.js').read_text(encoding='utf-8')}"


@cache
def _renderer() -> Callable[..., Any]:
    return st.components.v2.component(
        NAME, js=script(), html=_HTML, css=(_HERE / "picture.css").read_text(encoding="utf-8")
    )


@dataclass(frozen=True)
class Picked:
    """What a reader clicked in a picture, as `picture.js` reports it."""

    kind: Literal["node", "edge"]
    """Whether a node or an edge was clicked."""
    id: str
    """The id of the node or edge."""
    act: Literal["select", "expand"]
    """A click, or a double click (of a node alone)."""


def data(
    words: Words,
    drawn: Network,
    *,
    name: str,
    selected: str | None,
    root: str,
    file: str,
    title: str = "",
) -> dict[str, Any]:
    """A network as `picture.js` takes it.

    name : of what is drawn; nodes stay where they are until it is another one.
    selected : the node or edge that stands out.
    root : the node to look at first where all of it would be smaller than `least`, which the caller
        may add (of itself the scale at which labels can be read).
    file : what saved files are called, without an ending.
    title : what a screen reader calls the picture; of itself one for any picture.
    """
    return {
        **as_data(drawn),
        "picture": name,
        "selected": selected,
        "root": root,
        "file": file,
        "words": {
            "picture": title or words("picture.picture"),
            **{tool: words(f"picture.{tool}") for tool in ("nearer", "farther", "fit", "png")},
            "outside": words("picture.outside", n="{n}"),  # the browser fills in how many
        },
    }


def show(data: dict[str, Any], key: str, height: int, on_picked: Callable[[], None]) -> None:
    """Shows a picture, as `data` gives it, in so many pixels; the callback asks `picked` what was
    clicked.
    """
    _renderer()(data={**data, "height": height}, key=key, height=height, on_picked_change=on_picked)


def picked(key: str) -> Picked | None:
    """What was clicked just now in the picture shown under this key."""
    reported = st.session_state[key].picked
    return Picked(**reported) if reported else None


def page(data: dict[str, Any], title: str) -> str:
    """The picture as one HTML file that needs nothing else: no server, no network."""
    held = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    css = (_HERE / "picture.css").read_text(encoding="utf-8")
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>{escape(title)}</title>
<style>:root {{ {_COLOURS} }}
body {{ margin: 0; }} #place {{ height: 100vh; }} {css}</style></head>
<body><div id="place">{_HTML}</div>
<script type="module">{script().replace("export default function show", "function show")}
show({{ data: {held}, parentElement: document.getElementById("place"), setTriggerValue() {{}} }});
</script></body></html>
"""
