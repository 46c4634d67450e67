"""A graph whose names are written to be taken for something else: for HTML, Markdown, scripts,
links, Streamlit's own signs. What pages show of them has to be text.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from graph.schema.rows import GraphRows, NodeRow, RelationshipRow

MARK = "hostile"
HOST = "evil.example"
_ID = re.compile(r"[a-z]+:")  # what stands before the name in an id
NAMES = (
    f"<b class={MARK}>b</b><img src=http://{HOST}/i.png onerror={MARK}()><script>{MARK}()</script>",
    f"![m](http://{HOST}/m.png)[l](http://{HOST}/l) *{MARK}* `c` :red[{MARK}] $x^2$",
    f"\"'><a href=javascript:{MARK}() onclick={MARK}()>{MARK}</a>&lt;b&gt;${{{MARK}()}}",
    f"http://{HOST}/auto www.{HOST} a@{HOST} :material/home: :smile: {{{MARK}}} {{{{0}}}}",
    f"\n\n# {MARK}\n\n---\n1. a\n\n    code\n\n</div></script></style><style>*{{display:none}}",
)


def hostile(rows: GraphRows) -> GraphRows:
    """The same graph, with something hostile at the end of every name and text in Japanese and
    every English name; ids that hold names change with them, alike wherever they stand.
    """
    return replace(
        rows,
        nodes=tuple(NodeRow(row.type, _properties(row.properties)) for row in rows.nodes),
        relationships=tuple(
            RelationshipRow(row.type, _text(row.start), _text(row.end), _properties(row.properties))
            for row in rows.relationships
        ),
    )


def _properties(held: Any) -> dict[str, Any]:
    return {
        name: value
        if name in ("type", "folded", "known_as", "words")
        else _changed(value, always=name in ("english", "name", "title"))
        for name, value in held.items()
    }


def _changed(value: Any, *, always: bool = False) -> Any:
    if isinstance(value, str):
        return _json(value) if value[:1] in ("[", "{") else _text(value, always=always)
    if isinstance(value, list | tuple):
        return [_changed(each) for each in value]
    if isinstance(value, dict):
        return {key: _changed(each) for key, each in value.items()}
    return value


def _json(value: str) -> str:
    try:
        return json.dumps(_changed(json.loads(value)), ensure_ascii=False)
    except ValueError:
        return _text(value)


def _text(value: str, *, always: bool = False) -> str:
    """The same text always gets the same end, an id that of the name in it; an address becomes
    that of a script.
    """
    if value.startswith("http"):
        return f"javascript:{MARK}()//{value}"
    if value and (always or not value.isascii()):
        return value + NAMES[sum(_ID.sub("", value, count=1).encode()) % len(NAMES)]
    return value
