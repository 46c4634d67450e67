"""docs/notebook.ipynb runs on the bundled catalogue and shows what it promises."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import nbformat
import pytest

import shisaku
from docs.notebook import NOTEBOOK, run, written
from tests.paths import ROOT

KEPT = nbformat.read(NOTEBOOK, as_version=4)
CODE = "\n".join(cell.source for cell in KEPT.cells if cell.cell_type == "code")


@pytest.mark.bundled
def test_it_runs_and_prints_tables_and_a_picture(
    bundled_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(bundled_graph))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("MPLBACKEND", "Agg")  # as Streamlit sets it where it is imported
    told = run(nbformat.read(NOTEBOOK, as_version=4), ROOT)
    outputs = [output for cell in told.cells for output in cell.get("outputs", ())]
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert {"image/png", "text/html", "text/plain"} <= kinds
    assert not [output for output in outputs if output.output_type == "error"]
    shapes = outputs[-1]["data"]["text/plain"].splitlines()[1:]
    assert [line for line in shapes if int(line.split()[1]) == 0] == []


def test_it_takes_a_table_of_every_question() -> None:
    questions = {
        name
        for name in shisaku.__all__
        if inspect.isfunction(getattr(shisaku, name))
        and name not in {"open_store", "to_frame", "as_networkx"}
    }
    table_of = set(re.findall(r'^    "(\w+)": ', CODE, re.MULTILINE))
    assert table_of == questions
    assert "as_networkx(graph)" in CODE


def test_what_is_kept_of_a_run_has_no_times_and_no_machine() -> None:
    assert NOTEBOOK.read_text(encoding="utf-8") == written(nbformat.read(NOTEBOOK, as_version=4))
    kept = NOTEBOOK.read_text(encoding="utf-8")
    assert not re.search(r"/tmp/|/home/|/root/|\"iopub", kept)


def test_every_cell_of_code_shows_what_it_printed() -> None:
    shown = [bool(cell.outputs) for cell in KEPT.cells if cell.cell_type == "code"]
    assert shown.count(False) == 2  # it loads, and closes
