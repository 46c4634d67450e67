"""The phrases that the code can say, read out of it: each with the places that say it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter

from tests.paths import ROOT

ROOMS = ("commands", "dashboard", "graph", "loaders", "queries")
# what is made with a message that is printed: our errors, those of click, and what doctor finds
_MESSAGES = {"UsageError", "BadParameter", "ClickException", "Finding", "refuse"}
_NO_PHRASE = re.compile(r"--?[a-z-]+|chromium|python|\S+\.(yaml|jsonl)|\{\}\.jsonl \{\}")
_WORD = re.compile(r"[A-Za-z]{2}")
Places = dict[str, list[str]]


def said_phrases() -> Places:
    """What `say`, `counted` and Phrases are given."""
    found: Places = defaultdict(list)
    for path, tree in _trees(["commands", "dashboard"]):
        named = _named(tree)
        for node in _nodes(tree):
            for text in _of_call(node, named) if isinstance(node, ast.Call) else ():
                if _WORD.search(_own(text)):
                    found[text].append(f"{path}:{getattr(node, 'lineno', 0)}")
    return found


def messages() -> Places:
    """What errors say: the words of each f-string with {} for what it fills in."""
    found: Places = defaultdict(list)
    trees = list(_trees(ROOMS))
    makers = _MESSAGES | _errors(tree for _, tree in trees)
    for path, tree in trees:
        named = _named(tree)
        here = makers | _passing_on(tree, makers)
        for node in [*_calls(tree), *_returned(tree, path, here)]:
            for given in _given(node, path, here):
                for text in _texts(given, named):
                    if _WORD.search(_own(text)) and not _NO_PHRASE.fullmatch(text):
                        found[text].append(f"{path}:{given.lineno}")
    return found


def _calls(tree: ast.Module) -> Iterator[ast.AST]:
    return (node for node in _nodes(tree) if not isinstance(node, ast.Return))


def _returned(tree: ast.Module, path: str, makers: set[str]) -> Iterator[ast.Return]:
    """What functions of the file give back that an error is made with."""
    functions = {
        _name(given.func)
        for node in _nodes(tree)
        if isinstance(node, ast.Call)
        for given in _given(node, path, makers)
        if isinstance(given, ast.Call) and isinstance(given.func, ast.Name)
    }
    for function in _nodes(tree):
        if isinstance(function, ast.FunctionDef) and function.name in functions:
            yield from (node for node in _nodes(function) if isinstance(node, ast.Return))


def _passing_on(tree: ast.Module, makers: set[str]) -> set[str]:
    """The functions of a file that make an error with what they are given, and the names under
    which they are given the error's type itself.
    """
    found = set()
    for function in _nodes(tree):
        if isinstance(function, ast.FunctionDef):
            given = {argument.arg for argument in function.args.args}
            types = {
                argument.arg
                for argument in function.args.args
                if argument.annotation
                and "type[" in ast.unparse(argument.annotation)
                and "Error" in ast.unparse(argument.annotation)
            }
            found |= types
            for node in _nodes(function):
                if isinstance(node, ast.Call) and _name(node.func) in makers | types:
                    passed = {arg.id for arg in node.args if isinstance(arg, ast.Name)}
                    if passed & given:
                        found.add(function.name)
    return found


def _errors(trees: Iterable[ast.Module]) -> set[str]:
    """The names of ShisakuError and of what is derived from it."""
    bases = {
        node.name: {_name(base) for base in node.bases}
        for tree in trees
        for node in _nodes(tree)
        if isinstance(node, ast.ClassDef)
    }
    errors, more = {"ShisakuError"}, {"ShisakuError"}
    while more:
        more = {name for name, of in bases.items() if of & errors} - errors
        errors |= more
    return errors


def _given(node: ast.AST, path: str, makers: set[str]) -> Iterator[ast.expr]:
    """What an error is made with; of commands also the keys of a table of what is wrong."""
    if isinstance(node, ast.Return) and node.value is not None:
        yield node.value
    if isinstance(node, ast.Call) and _name(node.func) in makers:
        yield from (*node.args, *(keyword.value for keyword in node.keywords))
    if isinstance(node, ast.Dict) and path.startswith("commands/"):
        for key in node.keys:
            if isinstance(key, ast.Constant | ast.JoinedStr) and " " in ast.unparse(key):
                yield key


def _trees(rooms: Iterable[str]) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        yield from _of_room(room)


@cache
def _of_room(room: str) -> tuple[tuple[str, ast.Module], ...]:
    """Its files, read once."""
    return tuple(
        (str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted((ROOT / room).rglob("*.py"))
    )


@cache
def _nodes(node: ast.AST) -> tuple[ast.AST, ...]:
    """The node and all below it: walking takes longest here, and several look at the same."""
    return tuple(ast.walk(node))


def _named(tree: ast.Module) -> dict[str, ast.expr]:
    """What stands at the top of a file under a name in capitals."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _of_call(node: ast.Call, named: dict[str, ast.expr]) -> Iterator[str]:
    match _name(node.func), node.args:
        case "say", [given, *_]:
            yield from _constants(given, named)
        case "counted", [_, given]:
            yield from (f"{{number}} {things}" for things in _constants(given, named))
        case "Phrases", [ast.Dict(values=values)]:
            for value in values:
                yield from _constants(value, named)


def _constants(given: ast.expr, named: dict[str, ast.expr]) -> Iterator[str]:
    match given:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) if name in named:
            yield from _constants(named[name], {})
        case ast.IfExp(body=body, orelse=other):
            yield from _constants(body, named)
            yield from _constants(other, named)


def _texts(given: ast.expr, named: dict[str, ast.expr]) -> Iterator[str]:
    """The texts that an argument may be, with {} where something is filled in."""
    match given:
        case ast.Constant(value=str(text)):
            yield text.replace("{", "{{").replace("}", "}}")
        case ast.JoinedStr(values=values):
            yield "".join(
                "{}"
                if not isinstance(value, ast.Constant)
                else str(value.value).replace("{", "{{").replace("}", "}}")
                for value in values
            )
        case ast.Name(id=name) if name in named:
            yield from _texts(named[name], {})
        case ast.IfExp(body=body, orelse=other):
            yield from _texts(body, named)
            yield from _texts(other, named)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _texts(value, named)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            for first in list(_texts(left, named)) or ["{}"]:
                yield from (first + last for last in list(_texts(right, named)) or ["{}"])


def _own(text: str) -> str:
    """A phrase without its blanks."""
    return "".join(own for own, *_ in Formatter().parse(text))


def unnamed(phrase: str) -> str:
    """The phrase with {} for each of its blanks."""
    return "".join(
        own.replace("{", "{{").replace("}", "}}") + ("" if name is None else "{}")
        for own, name, _, _ in Formatter().parse(phrase)
    )
