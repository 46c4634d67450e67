"""The Streamlit component that shows a network: vis-network as pyvis ships it, with our own files
(`browser/`) behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pyvis
import streamlit as st
from pyvis.network import Network

from dashboard.picture.network import Colour, as_data
from dashboard.picture.pinned import Pins, places, written
from dashboard.text.words import TEXTS, Words, read_texts

_BROWSER = Path(__file__).parent / "browser"
# in the order in which they stand in one module: the last one uses all of them
_FILES = (
    "looks",
    "drawing",
    "svg",
    "view",
    "gestures",
    "keyboard",
    "tips",
    "pins",
    "legend",
    "find",
    "card",
    "sheet",
    "tools",
    "picture",
)
NAME = "shisaku_picture"
BARS = 86  # pixels that the tools above a picture and the legend below it take
_TEXTS = TEXTS.with_name("picture_texts.yaml")
_BLANKS = {name: f"{{{name}}}" for name in ("n", "names")}  # the browser fills them in
# what Streamlit's theme gives in the dashboard, for a picture that stands alone
_COLOURS = (
    "--st-font: sans-serif; --st-border-color: #ccc; --st-text-color: #1f2933;"
    " --st-background-color: #fff; --st-primary-color: #0b5fa5;"
)
_HTML = """
<div class="picture">
  <div class="tools" role="toolbar"></div>
  <div class="stage">
    <div class="canvas" tabindex="0" role="application"></div>
    <div class="card" role="region" hidden></div>
    <div class="hint" aria-hidden="true"></div>
    <div class="tip" role="status" aria-live="polite"></div>
  </div>
  <div class="legend" role="group" hidden></div>
  <div class="said" role="status"></div>
</div>
"""
# of a picture that stands alone: its own script runs, and nothing is fetched from anywhere
_POLICY = (
    "default-src 'none'; script-src 'nonce-{{NONCE}}'; style-src 'unsafe-inline';"
    " img-src data: blob:; base-uri 'none'; form-action 'none'"
)
Act = Literal["select", "expand", "collapse", "more", "pin"]


@cache
def vis_network() -> str:
    """The script of vis-network in the newest version that the installed pyvis carries."""
    scripts = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    return scripts[-1].read_text(encoding="utf-8")


@cache
def script() -> str:
    """What the browser runs: vis-network, the frame of a page that stands alone, then ours, as one
    module.
    """
    held = json.dumps(frame(), ensure_ascii=False).replace("<", "\\u003c")
    ours = [(_BROWSER / f"{name}.js").read_text(encoding="utf-8") for name in _FILES]
    return "\n".join((vis_network(), f"const FRAME = {held};", *ours))


@cache
def _said() -> tuple[str, ...]:
    """The keys of all that the browser says."""
    return tuple(read_texts(_TEXTS))


@cache
def _css() -> str:
    return (_BROWSER / "picture.css").read_text(encoding="utf-8")


@cache
def _renderer() -> Callable[..., Any]:
    return st.components.v2.component(NAME, js=script(), html=_HTML, css=_css())


@dataclass(frozen=True)
class Picked:
    """What a reader did in a picture, as `picture.js` reports it."""

    kind: Literal["node", "edge"]
    """Whether it was a node or an edge."""
    id: str
    """The id of the node or edge."""
    act: Act
    """A click; of a node also a double click or + (expand), or what its card in the picture offers:
    to fold up again what it brought in, and more of what is around it. A node that was moved, or
    let go again, is a pin.
    """
    places: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Of a pin where all pinned nodes are, {id: {x, y}}."""

    @property
    def pins(self) -> Pins:
        """These, as an address holds them."""
        return written(self.places)


@dataclass(frozen=True)
class About:
    """What a saved picture says of itself."""

    title: str = ""
    """What is drawn; of itself what a screen reader calls the picture."""
    source: str = ""
    """Where it is from, in a line."""
    date: str = ""
    """The day, as YYYY-MM-DD; of itself the day on which it is saved."""


@dataclass(frozen=True)
class Entry:
    """An entry of a picture's legend, which hides and shows the nodes of its group."""

    group: str
    """The group, as the nodes have it."""
    name: str
    """What it is called."""
    colour: Colour
    """The colour of its nodes."""
    shape: str = "box"
    """The shape of its nodes."""


def data(
    words: Words,
    drawn: Network,
    *,
    name: str,
    selected: str | None,
    root: str,
    file: str,
    title: str = "",
    groups: Mapping[str, str] | None = None,
    legend: Sequence[Entry] = (),
    about: About | None = None,
    acts: Sequence[Act] = (),
    opened: Collection[str] = (),
    pins: Pins = (),
) -> dict[str, Any]:
    """A network as `picture.js` takes it.

    name : of what is drawn; nodes stay where they are until it is another one.
    selected : the node or edge that stands out.
    root : the node to look at first where labels could not be read if all of it were seen.
    file : what saved files are called, without an ending.
    title : what a screen reader calls the picture; of itself one for any picture.
    groups : id of a node → its group, where the network does not say it.
    legend : what of the nodes' groups can be hidden; those without a node are left out.
    about : what a saved picture says of itself.
    acts : what the card of any node in the picture offers; a node's own `acts` stand instead.
    opened : the nodes that brought others in, which can be collapsed, too.
    pins : the nodes that stay where a reader put them, as an address holds them.
    """
    about = about or About()
    held = as_data(drawn)
    for node in held["nodes"]:
        if group := (groups or {}).get(node["id"]):
            node["group"] = group
    return {
        **held,
        "picture": name,
        "selected": selected,
        "root": root,
        "file": file,
        "legend": [asdict(entry) for entry in legend],
        "about": {key: said for key, said in asdict(about).items() if said},
        "acts": list(acts),
        "opened": sorted(opened),
        "pinned": places(pins),
        "words": {key.removeprefix("picture."): words(key, **_BLANKS) for key in _said()}
        | ({"picture": title} if title else {}),
    }


def show(data: dict[str, Any], key: str, height: int, on_picked: Callable[[], None]) -> None:
    """Shows a picture, as `data` gives it, in so many pixels besides its tools and legend; the
    callback asks `picked` what was done in it.
    """
    whole = height + BARS
    _renderer()(data={**data, "height": whole}, key=key, height=whole, on_picked_change=on_picked)


def picked(key: str) -> Picked | None:
    """What was done just now in the picture shown under this key."""
    reported = st.session_state[key].picked
    return Picked(**reported) if reported else None


@cache
def frame() -> str:
    """The page of a picture that stands alone, with slots for its language, title, data and script,
    and for a nonce without which none runs, which the browser fills in when a reader saves it.
    """
    return f"""<!doctype html>
<html lang="{{{{LANG}}}}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width">
<title>{{{{TITLE}}}}</title>
<style>:root {{ {_COLOURS} }}
body {{ margin: 0; }} #place {{ height: 100vh; }} {_css()}</style></head>
<body><div id="place">{_HTML}</div>
<script type="module" nonce="{{{{NONCE}}}}">{{{{SCRIPT}}}}
const parentElement = document.getElementById("place");
show({{ data: {{{{DATA}}}}, parentElement, setTriggerValue() {{}} }});
</script></body></html>
"""
