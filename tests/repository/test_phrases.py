"""What the command line says is there in Japanese, with the same blanks, and is no English."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from commands.group import COMMANDS
from graph.files.yaml_file import read_yaml
from graph.phrases.phrases import FOLDER, MESSAGES, SYSTEMS, blanks, phrases, said
from shisaku import cli
from tests.repository.phrases_in_code import messages, said_phrases, unnamed

# what click says to who writes a program, not to who uses one
_TO_DEVELOPERS = re.compile(
    r"DeprecationWarning.*|.*declaration.*|.*decls.*|.*defined twice|.*same flag.*|Choice\(.*"
    r"|.*iterable.*|.*valid UUID.*|.*format.*|Do you want.*|Confirm the action.*|%\(prog\).*"
    r"|Invalid start.*|No options defined.*"
)
# of these others' words are left out
_FEWER_BLANKS = {"{value!r} is not a valid {number_type}."}
_FEWER_BLANKS |= set(read_yaml(SYSTEMS, dict[str, str], ""))  # what helps nobody is left out
_FEWER_BLANKS |= {text for text in phrases() if text.startswith("Invalid JSON")}
# Latin words that a Japanese phrase may have: names of programs, files, formats, languages,
# variables, options and what is typed
_NAMES = (
    "admin agency all API apt apt-get AS auth Authlib Body bolt bureau by_field carried "
    "catalogue Certification certification checked checking chmod Chromium chromium cjk "
    "Claude co_issuers Code Connect Context cookie_secret count cp932 CR CSV csv Ctrl "
    "Cypher cypher cypher-shell Desktop E09 en Excel execution extract false fetch file "
    "finish.cypher fonts fonts-noto-cjk gbizinfo get grades held HOST https ID install IP "
    "ja jGrants jgrants JSON json KiB kind LF LIMIT load localhost LTS make MATCH mcp "
    "Measure measure MiB ministry Model monthly NAME name names Neo4j neo4j NFC not_held "
    "noto NPO NUL NULL OpenID OPTIONAL PDF pip plain playwright PolicyItem Protocol "
    "py2neo Python PYTHONIOENCODING R8 redirect_uri RETURN rows RS rs serve setup SHA sha "
    "sha256 shell shisaku shisaku-graph signs size stdin support system test title TLS "
    "true unchecked UNWIND URI URL UTC UTF utf VS WITH words YAML yaml ZIP"
)
_KNOWN = frozenset(_NAMES.split())
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_]+")
_TYPED = re.compile(
    r"`[^`]*`|\{[^}]*\}|--[a-z-]+|[\w./*-]+\.(?:yaml|jsonl|md|csv|xlsx|py|json|cypher|pdf|txt|zip)"
    r"|SHISAKU_\w+|NEO4J_\w+|\b\w+://\S*|'[^']*'|\"[^\"]*\"|(?:measure|programme):…"
    r"|[a-z]+-20\d\d(?::\S)?|[a-z.]+\.go\.jp|\dT\d\d:|\.shisaku/\S+|\.(?:csv|xlsx|jsonl|pdf|txt|zip)"
)


# --- all of it is there ---------------------------------------------------------------------------


def test_every_phrase_that_commands_print_has_its_japanese() -> None:
    assert {text: places for text, places in said_phrases().items() if text not in phrases()} == {}


def test_every_message_of_an_error_has_its_japanese() -> None:
    known = {unnamed(phrase) for phrase in phrases()}
    assert {text: places for text, places in messages().items() if text not in known} == {}


def test_every_text_of_help_has_its_japanese() -> None:
    assert [text for text in dict.fromkeys(_helps(cli)) if text not in phrases()] == []


def _helps(group: click.Group) -> Iterator[str]:
    context = click.Context(group, info_name="shisaku")
    commands = [group, *(group.get_command(context, name) for name in group.list_commands(context))]
    for command in filter(None, commands):
        for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(command.help or "")):
            yield " ".join(paragraph.split())
        for param in command.params:
            if isinstance(param, click.Option) and param.help:
                yield " ".join(param.help.split())
    yield from (f"{listed.says}." for listed in COMMANDS.values())


@pytest.mark.parametrize("name", ["core", "decorators", "exceptions", "formatting", "types"])
def test_what_click_says_itself_has_its_japanese(name: str) -> None:
    source = Path(click.__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    texts = {
        argument.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert texts
    ours = phrases()
    assert {text for text in texts if text not in ours and not _TO_DEVELOPERS.fullmatch(text)} == (
        set()
    )


# --- it is Japanese, and of the same blanks -------------------------------------------------------


def test_the_japanese_has_the_blanks_of_the_english() -> None:
    other = {
        english: japanese
        for english, japanese in phrases().items()
        if set(blanks(english)) != set(blanks(japanese)) and english not in _FEWER_BLANKS
    }
    assert other == {}


def test_what_a_system_says_is_passed_on_in_japanese() -> None:
    """Reasons stand within messages of ours, an engine's own kind of error before them."""
    told = said("cannot be read ([Errno 111] Connection refused)", "ja")
    assert told == "読めません（接続を断られました（番号111））"
    assert said("Binder exception: Table Hut does not exist.", "ja") == (
        "問いの誤り：型 Hut はありません"
    )
    yaml = "is no YAML (line 3: while parsing a flow mapping expected ',' or '}', but got '?')"
    told = said(yaml, "ja")
    assert told == (
        "YAML として読めません（3行目：{ } の中：カンマか閉じる波括弧がなく、'?' があります）"
    )


def test_the_japanese_of_a_system_fills_in_what_its_english_has() -> None:
    other = {
        english: japanese
        for english, japanese in read_yaml(SYSTEMS, dict[str, str], "").items()
        if set(blanks(japanese)) - set(blanks(english))
    }
    assert other == {}


def test_no_english_word_stands_in_the_japanese_but_names() -> None:
    left = {
        japanese: words
        for japanese in phrases().values()
        if (words := set(_LATIN.findall(_TYPED.sub(" ", japanese))) - _KNOWN)
    }
    assert left == {}


def test_no_phrase_stands_in_two_files() -> None:
    files = sorted(FOLDER.glob("*.yaml"))
    counts = [len(read_yaml(path, dict[str, str], "")) for path in files]
    assert len(phrases()) == sum(counts) > 1000


def test_a_message_is_told_from_all_others() -> None:
    """Each, filled in with what stands in no phrase, comes out as its own Japanese."""
    mistaken = {}
    for english, japanese in read_yaml(MESSAGES, dict[str, str], "").items():
        filled = {name: f"«{place}»" for place, name in enumerate(dict.fromkeys(blanks(english)))}
        if said(english.format(**filled), "ja") != japanese.format(**filled):
            mistaken[english] = said(english.format(**filled), "ja")
    assert mistaken == {}
