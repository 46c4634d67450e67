"""The Streamlit component that shows a network: vis-network as pyvis ships it, with a few lines of
ours behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
import streamlit as st

_HERE = Path(__file__).parent
NAME = "shisaku_picture"
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


def show(data: dict[str, Any], key: str, height: int, on_picked: Callable[[], None]) -> Any:
    """Shows a picture; its `picked` is {kind node|edge, id, act select|expand} right after a click,
    else None.

    data : nodes, edges, options (see network.as_data), `picture` (another name: drawn anew),
    `selected` (an id or None), `root` (the node to look at first where all of it would be smaller
    than `least`, of itself the scale at which labels can be read), `file` (name for saving),
    `words` (picture, nearer, farther, fit, png, outside).
    """
    return _renderer()(
        data={**data, "height": height}, key=key, height=height, on_picked_change=on_picked
    )


def page(data: dict[str, Any], title: str) -> str:
    """The picture as one HTML file that needs nothing else: no server, no network."""
    from html import escape

    held = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>{escape(title)}</title>
<style>:root {{ --st-font: sans-serif; --st-border-color: #ccc; --st-text-color: #1f2933; --st-background-color: #fff; --st-primary-color: #0b5fa5; }}
body {{ margin: 0; }} #place {{ height: 100vh; }} {(_HERE / "picture.css").read_text(encoding="utf-8")}</style></head>
<body><div id="place">{_HTML}</div>
<script type="module">{script().replace("export default function show", "function show")}
show({{ data: {held}, parentElement: document.getElementById("place"), setTriggerValue() {{}} }});
</script></body></html>
"""
