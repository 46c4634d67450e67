"""The doors of the product, each as a function that takes one input and comes back, or fails where
the input did what none may do.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from graph.errors import ShisakuError
from graph.opening import open_store
from graph.store import Store
from loaders.extract import extract
from loaders.load import load
from loaders.text.source import read_source
from queries.bonus.companies.answers import ask_companies
from queries.bonus.profile import read_profile
from tests.fuzz import inputs
from tests.made_up import booklet, catalogue, leaflets, pdf, slides

PATIENCE = 60  # seconds: what takes longer has run away, whatever the machine
PAGES = ("overlap", "theme", "bonus", "explorer", "measure", "programmes", "recipients", "overview")


class RanAwayError(AssertionError):
    """An input that did not end."""


@dataclass(frozen=True)
class Door:
    """Where something comes in."""

    given: st.SearchStrategy[Any]
    """What may come."""
    take: Callable[[Any], object]
    """Takes one; raises for what none may do."""
    few: int
    """So many are tried by an ordinary test run."""


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise RanAwayError(f"not done after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _written(name: str, content: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def graph() -> Store:
    """The made-up graph, for as long as the process runs."""
    path = Path(tempfile.mkdtemp(prefix="shisaku-fuzz-")) / "graph.lbug"
    with open_store(path) as store:
        load(catalogue.catalogue(), store)
    return open_store(path)


@cache
def _a_pdf() -> bytes:
    return pdf.pdf(*(pdf.booklet_page(page.replace("⚫", pdf.LEAD)) for page in booklet.PAGES[:2]))


def take_document(text: str) -> None:
    """A document as text: records and problems, each of a line that is there, or a refusal."""
    with _in_time(), _written("document.txt", _bytes(text)) as path, suppress(ShisakuError):
        lines = text.count("\n") + 1
        found = extract([path]).problems
        assert all(0 <= problem.line <= lines for problem in found)


def take_pdf(data: bytes) -> None:
    """A PDF: lines of text, or a refusal."""
    with _in_time(), _written("document.pdf", data) as path, suppress(ShisakuError):
        assert all(line.number > 0 for line in read_source(path).lines)


def take_profile(text: str) -> None:
    """A company's profile in YAML."""
    with _in_time(), _written("company.yaml", _bytes(text)) as path, suppress(ShisakuError):
        read_profile(path)


def take_table(text: str) -> None:
    """A table of companies: the answers in one file, or none at all."""
    with _in_time(), _written("companies.csv", _bytes(text)) as path:
        out = path.with_name("out.csv")
        try:
            ask_companies(graph(), path, out)
        except ShisakuError:
            assert sorted(each.name for each in path.parent.iterdir()) == [path.name]
        else:
            assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def take_query(text: str) -> None:
    """A question in Cypher: rows, or a refusal; the graph stays as it was."""
    count = "MATCH (n) RETURN count(n) AS n"
    before = graph().read(count)
    with _in_time(), suppress(ShisakuError):
        graph().read_first(10, text)
    assert graph().read(count) == before


def _page(name: str) -> None:
    """The page as the dashboard shows it, its refusals as sentences."""
    from dashboard.app import _guarded
    from dashboard.text.words import Words

    _guarded(name, Words("ja"))


def take_address(asked: tuple[str, dict[str, list[str]]]) -> None:
    """An address of a page: the page, or a sentence, never an exception."""
    page, values = asked
    with _in_time(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHISAKU_STORE", graph().uri)
        # the page would stay the main module, which child processes of later tests would run
        patch.setitem(sys.modules, "__main__", sys.modules["__main__"])
        app = AppTest.from_function(_page, kwargs={"name": page}, default_timeout=PATIENCE)
        for key, value in values.items():
            app.query_params[key] = value
        app.run()
    assert not app.exception, app.exception[0].message


DOORS: dict[str, Door] = {
    "text": Door(
        st.one_of(
            inputs.spoilt(booklet.booklet(*booklet.PAGES)),
            inputs.spoilt(slides.HARBOUR + slides.FISHING + slides.PART),
            inputs.spoilt(f"{leaflets.LOGO}\n\n{leaflets.SHOP}\n\n{leaflets.TABLE}"),
            inputs.pieces(
                "施策", "予算額", "億円", "\n", "【", "】", "①", "補助率", "1/2", "令和7年度"
            ),
        ),
        take_document,
        5,
    ),
    "pdf": Door(st.deferred(lambda: inputs.spoilt_bytes(_a_pdf())), take_pdf, 2),
    "yaml": Door(inputs.YAML, take_profile, 30),
    "csv": Door(inputs.CSV, take_table, 20),
    "cypher": Door(inputs.CYPHER, take_query, 30),
    "address": Door(st.tuples(st.sampled_from(PAGES), inputs.ADDRESS), take_address, 5),
}
