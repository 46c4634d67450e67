"""Names that look like HTML, Markdown or scripts are shown as they are, on every page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from graph.opening import open_store
from tests.dashboard.pages import html, run_page
from tests.made_up.hostile import HOST, MARK, NAMES

MARKDOWN = {"label", "help", "body", "content", "caption"}  # fields of what Streamlit draws
ACTIVE = re.compile(
    r"<\w|</|!\[|\]\(|:red\[|\*" + MARK + r"|`c`|\$x|(^|\n) {0,3}#|\n {0,3}(---|===|1\.)|\n {4}"
)  # what a name would do in Markdown
LINKED = re.compile(
    r"https?://|www(?=\.)|[-.\w+]@[-\w]|:(material/)?\w+:(?!\[)"
)  # what Streamlit looks for after that


class Active(HTMLParser):
    """What of a hostile name has become more than text in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("script", "img", "style", "iframe") or told.get("class") == MARK:
            self.found.append(f"<{tag} {told}>")
        for name, value in told.items():
            if name.startswith("on") or not re.fullmatch(r"[a-z-]+", name):
                self.found.append(f"<{tag} {name}=…>")
            elif name in ("href", "src", "action") and _leads_away(value or ""):
                self.found.append(f"<{tag} {name}={value}>")


def _leads_away(address: str) -> bool:
    split = urlsplit(address.strip())
    return split.scheme not in ("", "http", "https") or HOST in split.netloc


def _drawn(app: AppTest) -> Iterator[tuple[str, str]]:
    """The texts of a page that Streamlit reads as Markdown, each with the kind of what shows it."""
    waiting = [app._tree]
    while waiting:
        node = waiting.pop()
        waiting += getattr(node, "children", {}).values()
        if node.type not in ("html", "code", "bidi_component", "arrow_vega_lite_chart"):
            drawn = getattr(node, "proto", None)
            yield from _texts(node.type, MessageToDict(drawn) if drawn else {})


def _texts(kind: str, message: object) -> Iterator[tuple[str, str]]:
    if isinstance(message, list):
        for each in message:
            yield from _texts(kind, each)
    elif isinstance(message, dict):
        for name, value in message.items():
            if isinstance(value, str) and name in MARKDOWN:
                yield kind, value
            elif name != "id":
                yield from _texts(kind, value)


def _active(markdown: str) -> list[str]:
    """What of a hostile name has become more than text in Markdown."""
    rest = re.sub(r"\\[!-/:-@\[-`{-~]", "·", markdown)
    seen = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)
    return [each.group() for each in (*ACTIVE.finditer(rest), *LINKED.finditer(seen))]


def _held(app: AppTest) -> None:
    """Fails where a name on the page is more than text."""
    assert not app.exception
    parser = Active()
    told = [json.loads(each.proto.json) for each in app.get("bidi_component")]
    shown = "\n".join([html(app), *(each["html"] for each in told if "html" in each)])
    parser.feed(shown)
    assert parser.found == []
    texts = list(_drawn(app))
    assert [(kind, text, found) for kind, text in texts if (found := _active(text))] == []
    assert any(MARK in text or HOST in text for text in (shown, *(text for _, text in texts)))


def ids(store: str, kind: str, most: int) -> list[str]:
    """The first ids of nodes of a type."""
    with open_store(store) as opened:
        return [row["id"] for row in opened.read_first(most, f"MATCH (n:{kind}) RETURN n.id AS id")]


@pytest.mark.parametrize("name", NAMES)
def test_the_test_sees_what_it_is_there_for(name: str) -> None:
    parser = Active()
    parser.feed(name)
    assert parser.found or _active(name)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("graph", "page", "addresses"),
    [
        ("programmes", "overview", [{}, {"scope": "all"}]),
        ("programmes", "programmes", [{}, {"words": NAMES[0]}]),
        ("programmes", "recipients", [{}]),
        ("programmes", "explorer", [{}, {"q": NAMES[1]}, {"q": NAMES[3]}]),
        ("overlaps", "overview", [{}]),
        ("overlaps", "overlap", [{}, {"tab": "communities"}, {"tab": "connectors"},
                                 {"tab": "remarks"}, {"things": "all"}]),
        ("compared", "overlap", [{}, {"tab": "communities"}, {"tab": "connectors"},
                                 {"things": "all"}]),
        ("bonuses", "bonus", [{}, {"view": "list"}, {"size": NAMES[1]}, {"hold": NAMES[1]}]),
        ("themes", "theme", [{}, {"q": "輸出"}, {"q": NAMES[1]}]),
        ("themes", "recipients", [{}]),
    ],
)  # fmt: skip
def test_on_every_page_names_are_text(
    hostile_graphs: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    graph: str,
    page: str,
    addresses: list[dict[str, str]],
    language: str,
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", hostile_graphs[graph])
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)
    for address in addresses:
        _held(run_page(page, language, **address))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("graph", "page", "kind"),
    [
        ("programmes", "measure", "Measure"),
        ("programmes", "programmes", "BudgetProgramme"),
        ("programmes", "recipients", "Recipient"),
        ("programmes", "explorer", "Ministry"),
        ("programmes", "explorer", "BudgetProgramme"),
        ("bonuses", "explorer", "Certification"),
        ("bonuses", "measure", "Measure"),
        ("overlaps", "measure", "Measure"),
        ("compared", "measure", "Measure"),
        ("compared", "explorer", "Measure"),
    ],
)
def test_on_every_card_names_are_text(
    hostile_graphs: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    graph: str,
    page: str,
    kind: str,
    language: str,
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", hostile_graphs[graph])
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)
    found = ids(hostile_graphs[graph], kind, 3)
    assert found
    for each in found:
        _held(run_page(page, language, id=each))
