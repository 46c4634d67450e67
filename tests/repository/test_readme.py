"""The README tells the truth: its answers are what the bundled catalogue gives."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.opening import open_store
from queries.overlap.shared_bodies import shared_bodies
from shisaku import cli
from tests.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TOLD = re.findall(r"```\n\$ \.venv/bin/shisaku (.*?)\n(.*?)\n```", README, re.DOTALL)


@pytest.fixture(scope="module")
def graph(bundled_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of its own: one of the commands loads into it."""
    copy = tmp_path_factory.mktemp("readme") / "copy"
    shutil.copytree(bundled_graph.parent, copy)
    return copy / bundled_graph.name


def answered(command: str, graph: Path) -> Result:
    store = ["--store", str(graph)]
    catalogue = ["--catalogue", str(ROOT / "catalogue")] if command == "load" else []
    return CliRunner().invoke(
        cli, [*shlex.split(command), *store, *catalogue], catch_exceptions=False
    )


@pytest.mark.parametrize(("command", "answer"), TOLD, ids=[command for command, _ in TOLD])
def test_every_answer_is_the_real_one(graph: Path, command: str, answer: str):
    real = answered(command, graph)
    lines = real.stdout.splitlines()
    assert real.exit_code == 0 and [line for line in answer.splitlines() if line not in lines] == []


def test_it_answers_questions_in_the_shell_and_in_a_notebook():
    assert len(TOLD) == 6 and README.count("shared_bodies(graph)") == 1


def test_no_mark_of_something_left_to_fill_in_stands_in_it():
    assert "@@" not in README


def test_the_notebook_prints_what_it_says(graph: Path):
    with open_store(graph) as store:
        printed = [f"# {body.name} {dict(body.ministries)}" for body in shared_bodies(store)[:4]]
    assert [
        line for line in README.splitlines() if line.startswith("# ") and "{" in line
    ] == printed


def test_every_picture_and_file_that_it_names_is_there():
    named = [name for name in re.findall(r"\]\(([^)#]+)\)", README) if not name.startswith("http")]
    assert [name for name in named if not (ROOT / name).exists()] == []
