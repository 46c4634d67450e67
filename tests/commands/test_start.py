"""The front door imports what is asked for and no more, and every error that reaches it is one
line.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

import shisaku
from commands.group import COMMANDS
from graph.errors import StoreError
from graph.store import Store
from tests.paths import ROOT

HEAVY = {
    "altair",
    "importlib.metadata",
    "neo4j",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "pyarrow",
    "pydantic",
    "pypdfium2",
    "pyvis",
    "scipy",
    "sparse_dot_topn",
    "streamlit",
    "sudachipy",
}
OTHER_ROOMS = {"dashboard", "loaders"}
ASKED = """
import json, sys
import shisaku
sys.argv[1:] = json.loads(sys.argv[1])
try:
    shisaku.main()
except SystemExit as ended:
    assert not ended.code, ended.code
print(json.dumps(sorted(sys.modules)))
"""


def modules_after(*arguments: str) -> set[str]:
    """The modules that a run of the command line has imported."""
    run = subprocess.run(
        [sys.executable, "-c", ASKED, json.dumps(arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.processes
def test_help_imports_no_command() -> None:
    imported = modules_after("--help")
    assert imported & (HEAVY | OTHER_ROOMS | {"ladybug", "queries", "yaml"}) == set()
    assert {name for name in imported if name.startswith("commands.")} == {
        "commands.group",
        "commands.interrupts",
        "commands.last_resort",
        "commands.plain_text",
        "commands.printing",
        "commands.spoken_help",
    }


@pytest.mark.processes
def test_the_version_imports_neither_store_nor_question() -> None:
    imported = modules_after("--version")
    assert imported & (HEAVY - {"importlib.metadata"}) == set()
    assert imported & {"ladybug", "yaml", "queries", "graph.store", *OTHER_ROOMS} == set()


@pytest.mark.processes
def test_find_imports_the_embedded_store_and_the_search_alone(made_up_store: Store) -> None:
    imported = modules_after("find", "経済産業省", "--store", made_up_store.uri)
    assert {"ladybug", "queries.search.search"} <= imported
    assert imported & (HEAVY | OTHER_ROOMS) == set()
    assert {name for name in imported if name.startswith("commands.")} == {
        "commands.codes",
        "commands.things",
        "commands.things.find",
        "commands.group",
        "commands.interrupts",
        "commands.last_resort",
        "commands.opening",
        "commands.options",
        "commands.plain_text",
        "commands.printing",
        "commands.spoken_help",
    }


# --- names ----------------------------------------------------------------------------------------


def test_every_module_with_a_command_stands_in_the_table_in_order() -> None:
    with_command = sorted(
        (path.stem, path.parent.name)
        for path in (ROOT / "commands").rglob("*.py")
        if f"def {path.stem}_command(" in path.read_text(encoding="utf-8")
    )
    assert [(name, listed.room) for name, listed in COMMANDS.items()] == with_command


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_of_a_command_what_it_says_of_itself(name: str) -> None:
    context = click.Context(shisaku.cli)
    command = shisaku.cli.get_command(context, name)
    assert command is not None and command.name == name
    says = " ".join((command.help or "").split())
    listed = COMMANDS[name].says
    assert says.startswith(listed) and says[len(listed)] in ".,:;( "


def test_a_command_that_is_none_is_refused_as_used_wrongly() -> None:
    assert shisaku.cli.get_command(click.Context(shisaku.cli), "sing") is None


def test_what_a_notebook_imports_is_there_by_the_type_that_a_checker_sees() -> None:
    tree = ast.parse((ROOT / "shisaku.py").read_text(encoding="utf-8"))
    checked = next(
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    imported = {
        alias.name: statement.module
        for statement in checked.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    assert sorted(imported) == shisaku.__all__
    for name, module in imported.items():
        assert getattr(shisaku, name).__module__ == module


def test_a_name_that_is_none_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'sing'"):
        shisaku.sing  # noqa: B018  # to look it up is what fails
    assert shisaku.__version__[0].isdigit()


# --- errors ---------------------------------------------------------------------------------------


def ended(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    *options: str,
) -> tuple[object, str]:
    """The exit code and stderr of a run in which a command raises the error."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("loaders.text.source.read_source", fail)
    monkeypatch.setattr("commands.making.text.read_source", fail)
    monkeypatch.setattr(sys, "argv", ["shisaku", *options, "text", str(Path(__file__))])
    with pytest.raises(SystemExit) as exit_:
        shisaku.main()
    return exit_.value.code, capsys.readouterr().err


def test_an_error_of_ours_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = StoreError("is broken", "a.lbug", "mend it")
    assert ended(monkeypatch, capsys, error) == (1, "shisaku: a.lbug: is broken — mend it\n")


def test_an_error_that_nobody_expected_is_one_line_that_says_how_to_see_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = (
        "shisaku: TypeError: no such thing — a fault of this program: see where with"
        " `shisaku --debug …` and report it\n"
    )
    assert ended(monkeypatch, capsys, TypeError("no such\nthing")) == (1, line)


@pytest.mark.parametrize("error", [TypeError("no such thing"), StoreError("is broken")])
def test_debug_shows_the_traceback_of_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    code, shown = ended(monkeypatch, capsys, error, "--debug")
    assert code == 1
    assert shown.startswith("Traceback") and "in fail\n" in shown
    assert shown.splitlines()[-1].startswith("shisaku: ")
