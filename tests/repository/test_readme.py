"""Both READMEs tell the truth: their answers are what the bundled catalogue gives, and the Japanese
one has all that the English one has.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.opening import open_store
from graph.phrases.language import speak
from queries.overlap.shared_bodies import shared_bodies
from shisaku import cli
from tests.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
JAPANESE = (ROOT / "README.ja.md").read_text(encoding="utf-8")
BOTH = pytest.mark.parametrize("readme", [README, JAPANESE], ids=["en", "ja"])


def told(readme: str) -> list[tuple[str, str]]:
    """The commands with their answers."""
    return re.findall(r"```\n\$ \.venv/bin/shisaku (.*?)\n(.*?)\n```", readme, re.DOTALL)


def named(readme: str) -> list[str]:
    """The files that it links to."""
    return [name for name in re.findall(r"\]\(([^)#]+)\)", readme) if not name.startswith("http")]


TOLD = [("en", *each) for each in told(README)] + [("ja", *each) for each in told(JAPANESE)]


@pytest.fixture(scope="module")
def graph(bundled_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of its own: one of the commands loads into it."""
    copy = tmp_path_factory.mktemp("readme") / "copy"
    shutil.copytree(bundled_graph.parent, copy)
    return copy / bundled_graph.name


def answered(command: str, graph: Path, language: str) -> Result:
    store = ["--store", str(graph)]
    catalogue = ["--catalogue", str(ROOT / "catalogue")] if command == "load" else []
    return CliRunner().invoke(
        cli,
        ["--lang", language, *shlex.split(command), *store, *catalogue],
        catch_exceptions=False,
    )


@pytest.mark.parametrize(
    ("language", "command", "answer"),
    TOLD,
    ids=[f"{language} {command}" for language, command, _ in TOLD],
)
def test_every_answer_is_the_real_one(graph: Path, language: str, command: str, answer: str):
    real = answered(command, graph, language)
    speak("en")
    lines = real.stdout.splitlines()
    assert real.exit_code == 0 and [line for line in answer.splitlines() if line not in lines] == []


@BOTH
def test_it_answers_questions_in_the_shell_and_in_a_notebook(readme: str):
    assert len(told(readme)) == 6 and readme.count("shared_bodies(graph)") == 1


@BOTH
def test_no_mark_of_something_left_to_fill_in_stands_in_it(readme: str):
    assert "@@" not in readme


@BOTH
def test_the_notebook_prints_what_it_says(graph: Path, readme: str):
    with open_store(graph) as store:
        printed = [f"# {body.name} {dict(body.ministries)}" for body in shared_bodies(store)[:4]]
    assert [
        line for line in readme.splitlines() if line.startswith("# ") and "{" in line
    ] == printed


@BOTH
def test_every_picture_and_file_that_it_names_is_there(readme: str):
    assert [name for name in named(readme) if not (ROOT / name).exists()] == []


# --- the Japanese one is the twin of the English one ----------------------------------------------


def test_both_have_the_same_commands_sections_pictures_rows_and_files():
    assert [command for command, _ in told(JAPANESE)] == [command for command, _ in told(README)]
    for pattern in (r"^(#+) ", r"^!\[.*\]\((.*)\)", r"^(\|)", r"^(```\w*)$"):
        english, japanese = (re.findall(pattern, each, re.MULTILINE) for each in (README, JAPANESE))
        assert english == japanese, pattern
    twins = {"README.md", "README.ja.md"}
    assert set(named(JAPANESE)) - twins == set(named(README)) - twins
    assert twins <= {*named(README), *named(JAPANESE)}


def test_both_type_the_same_in_every_block():
    english, japanese = (
        [
            line.split("#")[0].rstrip()
            for block in re.findall(r"```\n((?:make|\.venv|export).*?)\n```", each, re.DOTALL)
            for line in block.splitlines()
        ]
        for each in (README, JAPANESE)
    )
    assert english == japanese and len(english) >= 9
