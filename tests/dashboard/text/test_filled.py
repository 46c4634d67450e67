"""All that is filled into a page has been made text: no call beside `plain` and `escape`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from dashboard.text.links import web
from tests.dashboard.text.filled import Code, drawn, tagged
from tests.paths import ROOT

# functions that make labels of parts, each of which they make text, and mark what stands out
LABELS = {"_named", "_label", "listing.label", "label", "option_name"}
# parts of records that hold numbers, or what files of ours say
SAFE = {
    "colour['dark']", "colour['light']", "declared.colour.dark", "declared.colour.light",
    "tile.colour", "dots[access]", "numbers[access]", "card.grade", "card.score", "words.language",
}  # fmt: skip
# HTML by their own account, made of escaped parts
HTML = {"heading", "cell.below"}


@pytest.fixture(scope="module")
def code() -> Code:
    return Code.of(ROOT, "dashboard", "graph", "queries")


def _label(node: ast.expr) -> str:
    made = node.body if isinstance(node, ast.Lambda) else node
    return ast.unparse(made.func) if isinstance(made, ast.Call) else ""


def test_what_streamlit_reads_as_markdown_has_been_made_text(code: Code) -> None:
    found = list(drawn(code))
    assert len(found) > 150
    bare = [
        f"{place.module}:{node.lineno} {ast.unparse(node)[:80]}"
        for place, node, _ in found
        if not place.is_text(node) and _label(node) not in LABELS
    ]
    assert bare == [], "put it through dashboard.text.markdown.plain"


def test_what_stands_in_html_has_been_escaped(code: Code) -> None:
    bare = [
        f"{place.module}:{node.lineno} {ast.unparse(node)}"
        for place, node in tagged(code)
        if ast.unparse(node) not in SAFE | HTML
    ]
    assert bare == [], "put it through html.escape"


def test_no_html_stands_in_markdown_and_no_script_in_html(code: Code) -> None:
    unsafe = {
        f"{place.module}:{call.lineno}"
        for place, call in code.calls
        for given in call.keywords
        if given.arg and given.arg.startswith("unsafe_allow")
    }
    assert unsafe == set()


PAGE = """
import streamlit as st
from dashboard.text.markdown import plain

HINT = "hint"

def show(words, card, n: int):
    name = card.name
    {said}

def _title(words, text):
    st.header(text)

def all(words):
    _title(words, words("title"))
"""


def _told(tmp_path: Path, said: str) -> tuple[bool, bool]:
    """Whether the call is taken for bare, in Markdown and in HTML."""
    room = tmp_path / "dashboard"
    room.mkdir()
    (room / "page.py").write_text(PAGE.format(said=said), encoding="utf-8")
    code = Code.of(tmp_path, "dashboard")
    return (
        any(not place.is_text(node) for place, node, _ in drawn(code)),
        any(True for _ in tagged(code)),
    )


@pytest.mark.parametrize(
    "said",
    [
        'st.caption("as it is")',
        "st.caption(plain(card.name))",
        'st.caption(words("found", n=n))',
        'st.caption(words("found", n=len(card.all)))',
        'st.caption(words("found", name=plain(name)) + HINT)',
        'st.caption(f"{words(card.key)} · {card.n:,}")',
        'st.button(plain(name), key=name, args=(name,))',
        'st.pills(words("size"), card.names, format_func=lambda each: plain(each))',
        'st.selectbox(words("of"), card.names, format_func=card.names.get)',
        "st.html(f'<b>{escape(card.name)}</b> {card.n:,}')",
    ],
)  # fmt: skip
def test_what_is_text_passes(tmp_path: Path, said: str) -> None:
    assert _told(tmp_path, said) == (False, False)


@pytest.mark.parametrize(
    "said",
    [
        "st.caption(card.name)",
        "st.caption(name)",
        'st.caption(words("found", name=card.name))',
        "st.caption(f'{words(n)} {name}')",
        'st.caption(words("a") + name)',
        'st.button("a", help=name)',
        'st.pills(words("size"), card.names)',
        'st.pills(words("size"), ["a"], format_func=card.names.get)',
        'st.tabs([card.name for card in card.all])',
        "_title(words, name)",
        'column.warning(words("x") if n else name)',
    ],
)  # fmt: skip
def test_what_is_not_is_found(tmp_path: Path, said: str) -> None:
    assert _told(tmp_path, said) == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        "st.html(f'<b>{card.name}</b>')",
        "st.html(f'<b>{name}</b>')",
        "st.html(f'<a href=\"{card.urls[0]}\">x</a>')",
        "st.html(f'<b>{card.name or \"\"}</b>')",
    ],
)
def test_and_in_html_too(tmp_path: Path, said: str) -> None:
    assert _told(tmp_path, said) == (False, True)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://www.example.go.jp/a?b=c", "https://www.example.go.jp/a?b=c"),
        ("HTTP://example.jp", "HTTP://example.jp"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        (" https://example.jp", " https://example.jp"),
        ("data:text/html,x", ""),
        ("//example.jp/x", ""),
        ("/explorer", ""),
        ("https:///x", ""),
        ("http://[", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str | None, link: str) -> None:
    assert web(address) == link
