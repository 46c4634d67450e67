"""Every regular expression of the product with how it is used, and texts that are hard for it."""

from __future__ import annotations

import ast
import importlib
import re
import re._constants as signs  # the only way to what an expression is made of
import re._parser as parser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.paths import ROOT

PACKAGES = ("graph", "loaders", "queries", "dashboard", "commands")
_LOOKS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
# what people type and documents print in long runs
_RUNS = ("1", " ", "　", "\n", "一", "あ", "a", "1,", "、", "(", "- ")
_MOST_WAYS = 8  # alternatives of which the beginnings are tried
_OF_KIND = {
    signs.CATEGORY_DIGIT: "1",
    signs.CATEGORY_SPACE: " ",
    signs.CATEGORY_WORD: "a",
    signs.CATEGORY_NOT_DIGIT: "a",
    signs.CATEGORY_NOT_SPACE: "a",
    signs.CATEGORY_NOT_WORD: "-",
}


@dataclass(frozen=True)
class Expression:
    """A regular expression as the product uses it."""

    where: str
    """The file, and its name or line there."""
    pattern: re.Pattern[str]
    """The expression."""
    looks: tuple[str, ...]
    """The methods that it is used by: search, fullmatch …"""

    def look(self, how: str, text: str) -> None:
        """Uses it on a text as the product does."""
        if how in ("sub", "subn"):
            self.pattern.sub("", text)
        elif how == "finditer":
            list(self.pattern.finditer(text))
        else:
            getattr(self.pattern, how)(text)

    def hard_texts(self) -> list[str]:
        """What to repeat to make it work: its own characters, and beginnings of what it finds."""
        tree = parser.parse(self.pattern.pattern, self.pattern.flags)
        path = "".join(_path(tree))
        parts = [path[: len(path) * part // 4] for part in (1, 2, 3)] + [path[:-1], path]
        own = list(dict.fromkeys(_path(tree, every=True)))
        begun = [
            beginning + more
            for way in list(_ways(tree))[:_MOST_WAYS]
            for beginning in dict.fromkeys((way[:1], way[:2], way[:3]))
            for more in ("", "x")
        ]
        return [text for text in dict.fromkeys((*_RUNS, *own[:12], *parts, *begun)) if text]


def _ways(tree: Any) -> Iterator[str]:
    """A text for each alternative, wherever in the expression it stands."""
    for kind, value in tree:
        if kind == signs.BRANCH:
            for branch in value[1]:
                yield "".join(_path(branch))
                yield from _ways(branch)
        elif kind in (signs.SUBPATTERN, signs.ATOMIC_GROUP):
            yield from _ways(value[3] if kind == signs.SUBPATTERN else value)
        elif kind in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
            yield from _ways(value[2])


def _path(tree: Any, every: bool = False) -> Iterator[str]:
    """A text that the expression finds, or nearly; with `every` one of all its alternatives."""
    for kind, value in tree:
        if kind == signs.LITERAL:
            yield chr(value)
        elif kind in (signs.ANY, signs.NOT_LITERAL):
            yield "一"
        elif kind == signs.IN:
            yield _one_of(value)
        elif kind == signs.BRANCH:
            for branch in value[1] if every else value[1][:1]:
                yield from _path(branch, every)
        elif kind in (signs.SUBPATTERN, signs.ATOMIC_GROUP):
            yield from _path(value[3] if kind == signs.SUBPATTERN else value, every)
        elif kind in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
            yield from _path(value[2], every)
        elif kind in (signs.ASSERT, signs.ASSERT_NOT) and every:
            yield from _path(value[1], every)


def _one_of(members: Any) -> str:
    kind, value = members[0]
    if kind == signs.LITERAL:
        return chr(value)
    if kind == signs.RANGE:
        return chr(value[0])
    return _OF_KIND.get(value, "一") if kind == signs.CATEGORY else "一"


@cache
def expressions(package: str) -> tuple[Expression, ...]:
    """The expressions that the modules below a folder hold or write."""
    found = [each for module in _modules(package) for each in (*_held(module), *_written(module))]
    return tuple(
        {(each.pattern.pattern, each.pattern.flags, each.looks): each for each in found}.values()
    )


def _modules(package: str) -> Iterator[ModuleType]:
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield importlib.import_module(".".join(parts).removesuffix(".__init__"))


def _held(module: ModuleType) -> Iterator[Expression]:
    """What the names of the module hold."""
    path = Path(str(module.__file__))
    source = path.read_text(encoding="utf-8")
    for name, value in vars(module).items():
        if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
            held, looks = list(value.values()), {"search", "fullmatch"}  # of a file of patterns
        else:
            held, looks = value if isinstance(value, list | tuple) else [value], {"search"}
        for pattern in held:
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                used = set(re.findall(rf"\b{name}\.(\w+)\(", source)) & set(_LOOKS)
                where = f"{path.relative_to(ROOT)}:{name}"
                yield Expression(where, pattern, tuple(sorted(used or looks)))


def _written(module: ModuleType) -> Iterator[Expression]:
    """What stands in a call of `re`, where the names of the module are enough to know it."""
    path = Path(str(module.__file__))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _LOOKS
        ):
            continue
        try:
            pattern = eval(compile(ast.Expression(node.args[0]), str(path), "eval"), vars(module))
        except NameError:
            continue  # of what a function is given: it stands elsewhere
        if isinstance(pattern, str):
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            yield Expression(where, re.compile(pattern), (node.func.attr,))
