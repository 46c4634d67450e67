"""Whether what is filled into a page's texts has been made text before: read from the code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# what Streamlit draws from Markdown: the arguments of each that it reads so
LABELLED = (
    "button", "checkbox", "date_input", "download_button", "expander", "feedback", "file_uploader",
    "link_button", "metric", "multiselect", "number_input", "page_link", "popover", "selectbox",
    "slider", "status", "text_area", "text_input", "toggle",
)  # fmt: skip
CHOSEN = ("pills", "radio", "segmented_control")  # their options are Markdown, too
SAID = (
    "caption", "error", "header", "info", "latex", "markdown", "subheader", "success", "tabs",
    "title", "toast", "warning", "write",
)  # fmt: skip
_MADE_TEXT = {"plain", "quiet"}
_TAG = re.compile(r"<\w|</\w|^ [a-z-]+=")
_NUMBERS = {"len", "sum", "int", "round", "max", "min"}
_OURS = {"type_name", "relation"}  # what graph/schema/schema.yaml calls things


@dataclass(frozen=True)
class Code:
    """The modules in which functions are looked up."""

    modules: dict[str, ast.Module]
    """Each by its dotted name."""
    pages: str = ""
    """The package whose calls are looked at."""

    @staticmethod
    def of(root: Path, *packages: str) -> Code:
        """Of the packages below `root`; the first one holds the pages."""
        return Code(
            {
                ".".join(path.relative_to(root).with_suffix("").parts): ast.parse(path.read_text())
                for package in packages
                for path in sorted((root / package).rglob("*.py"))
            },
            packages[0],
        )

    @cached_property
    def functions(self) -> dict[tuple[str, str], ast.FunctionDef]:
        """The functions by module and name."""
        return {
            (module, node.name): node
            for module, tree in self.modules.items()
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
        }

    @cached_property
    def calls(self) -> list[tuple[Place, ast.Call]]:
        """All calls of the pages, each with its place."""
        return [(place, each) for place, each in self._placed if isinstance(each, ast.Call)]

    @cached_property
    def strings(self) -> list[tuple[Place, ast.JoinedStr]]:
        """All f-strings of the pages, each with its place."""
        return [(place, each) for place, each in self._placed if isinstance(each, ast.JoinedStr)]

    @cached_property
    def _placed(self) -> list[tuple[Place, ast.AST]]:
        """What of the pages is looked at, each with the innermost function in which it stands."""
        found: list[tuple[Place, ast.AST]] = []
        for module, tree in self.modules.items():
            if not module.startswith(self.pages):
                continue
            inside: dict[int, ast.FunctionDef] = {}
            for function in ast.walk(tree):
                if isinstance(function, ast.FunctionDef):
                    inside |= {id(each): function for each in ast.walk(function)}
            found += [
                (Place(self, module, inside.get(id(node), tree)), node)
                for node in ast.walk(tree)
                if isinstance(node, ast.Call | ast.JoinedStr)
            ]
        return found

    def is_of_streamlit(self, place: Place, owner: ast.expr) -> bool:
        """Whether what a method is called of may be Streamlit or a container of its."""
        if not isinstance(owner, ast.Name) or owner.id in ("self", "state"):
            return False
        return owner.id not in self._imported[place.module]

    def constant(self, module: str, node: ast.expr) -> tuple[str, list[ast.expr]]:
        """What a name of a module, ours or one that it imports, is set to, with that module."""
        found, _, name = self._place(module, node).rpartition(".")
        if found not in self.modules:
            return found, []
        if given := list(_given(self.modules[found], name)):
            return found, given
        again = name in self._imported[found]
        return self.constant(found, ast.Name(name)) if again else (found, [])

    def called(self, module: str, function: ast.expr) -> tuple[str, ast.FunctionDef] | None:
        """The function of ours that a call names, with its module."""
        found, _, name = self._place(module, function).rpartition(".")
        node = self.functions.get((found, name))
        return (found, node) if node else None

    def _place(self, module: str, node: ast.expr) -> str:
        """The dotted name of what a name, or a name of a module, stands for."""
        match node:
            case ast.Name(id=name):
                return self._imported[module].get(name, f"{module}.{name}")
            case ast.Attribute(value=ast.Name(id=room), attr=name):
                return f"{self._imported[module].get(room, room)}.{name}"
        return ""

    @cached_property
    def _imported(self) -> dict[str, dict[str, str]]:
        """What each module imports by name: what stands for it, by its dotted name."""
        return {
            module: {
                alias.asname or alias.name: f"{node.module}.{alias.name}"
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            }
            for module, tree in self.modules.items()
        }

    @cached_property
    def callers(self) -> dict[int, list[tuple[Place, ast.Call]]]:
        """The calls of each function of ours (by its identity)."""
        found: dict[int, list[tuple[Place, ast.Call]]] = defaultdict(list)
        for there, call in self.calls:
            if called := self.called(there.module, call.func):
                found[id(called[1])].append((there, call))
        return found


@dataclass(frozen=True)
class Place:
    """A function in whose body an expression stands."""

    code: Code
    """Where functions are looked up."""
    module: str
    """The module's dotted name."""
    function: ast.FunctionDef | ast.Module
    """The function; the module where it stands in none."""

    def is_text(self, node: ast.AST | None, depth: int = 6) -> bool:
        """Whether an expression holds nothing that has not been made text: constants, words of the
        interface, numbers, and what `plain` gives.
        """
        if depth == 0:
            return False
        match node:
            case None | ast.Constant():
                return True
            case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
                return all(self.is_text(part, depth) for part in parts)
            case ast.FormattedValue(value=value, format_spec=form):
                return _is_number(form) or self.is_text(value, depth)
            case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=int())):
                return True
            case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
                return self.is_text(one, depth) and self.is_text(other, depth)
            case ast.BoolOp(values=parts):
                return all(self.is_text(part, depth) for part in parts)
            case ast.ListComp(elt=each) | ast.GeneratorExp(elt=each) | ast.Lambda(body=each):
                return self.is_text(each, depth)
            case ast.DictComp(value=each):
                return self.is_text(each, depth)
            case ast.Dict(values=parts):
                return all(self.is_text(part, depth) for part in parts)
            case ast.Attribute(value=each, attr="__getitem__") | ast.Subscript(value=each):
                return self.is_text(each, depth)
            case ast.Call():
                return self._call_is_text(node, depth)
            case ast.Name(id=name):
                return self._name_is_text(name, depth)
            case ast.Attribute():
                return self._constant_is_text(node, depth)
        return False

    def _constant_is_text(self, node: ast.expr, depth: int) -> bool:
        module, given = self.code.constant(self.module, node)
        there = Place(self.code, module, self.code.modules.get(module, self.function))
        return bool(given) and all(there.is_text(each, depth - 1) for each in given)

    def is_raw(self, node: ast.AST, depth: int = 3) -> bool:
        """Whether an expression is a part of a record, or a variable that is set to one."""
        match node:
            case ast.Attribute() | ast.Subscript():
                return not self._constant_is_text(node, depth) if depth else True
            case ast.Name(id=name) if depth:
                return any(self.is_raw(each, depth - 1) for each in _given(self.function, name))
            case ast.IfExp(body=one, orelse=other):
                return self.is_raw(one, depth) or self.is_raw(other, depth)
            case ast.BoolOp(values=parts):
                return any(self.is_raw(part, depth) for part in parts)
        return False

    def _call_is_text(self, node: ast.Call, depth: int) -> bool:
        filled = [*node.args, *(each.value for each in node.keywords)]
        match node.func:
            case ast.Name(id=name) if name in _MADE_TEXT | _NUMBERS:
                return True
            case ast.Attribute(attr=name) if name in _OURS:
                return True
            case ast.Name(id="words"):
                return all(self.is_text(each.value, depth) for each in node.keywords)
            case ast.Attribute(attr="join" | "listed"):
                return all(self.is_text(each, depth) for each in filled)
            case ast.Name(id="list" | "map" | "sorted" | "filter" | "partial"):
                return all(self.is_text(each, depth) for each in filled)
        if found := self.code.called(self.module, node.func):
            module, function = found
            inside = Place(self.code, module, function)
            return all(inside.is_text(each.value, depth - 1) for each in _returns(function))
        return False

    def _name_is_text(self, name: str, depth: int) -> bool:
        if isinstance(self.function, ast.FunctionDef):
            arguments = [*self.function.args.args, *self.function.args.kwonlyargs]
            for place, argument in enumerate(arguments):
                if argument.arg == name:
                    kind = ast.unparse(argument.annotation) if argument.annotation else ""
                    return kind in ("int", "bool") or self._given_text(place, name, depth)
        if given := list(_given(self.function, name)):
            return all(self.is_text(each, depth - 1) for each in given)
        return self._constant_is_text(ast.Name(name), depth)

    def _given_text(self, place: int, name: str, depth: int) -> bool:
        """Whether all who call this function give it text for this argument."""
        given = []
        for there, call in self.code.callers[id(self.function)]:
            named = [each.value for each in call.keywords if each.arg == name]
            given += [(there, each) for each in (named or call.args[place : place + 1])]
        return bool(given) and all(there.is_text(each, depth - 1) for there, each in given)


def _is_number(form: ast.expr | None) -> bool:
    """Whether a format of an f-string takes numbers alone."""
    return form is not None and ast.unparse(form).strip("f'\"").endswith((",", "f", "d", "%"))


def _returns(function: ast.FunctionDef) -> Iterator[ast.Return | ast.Yield]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            yield node


def _given(inside: ast.AST, name: str) -> Iterator[ast.expr]:
    """What a variable is set to; a variable of a loop is set to what cannot be told."""
    for node in ast.walk(inside):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                yield value
            case (
                ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value)
                | ast.NamedExpr(target=ast.Name(id=found), value=value)
                | ast.AugAssign(target=ast.Name(id=found), value=value)
            ) if found == name:
                yield value


def drawn(code: Code) -> Iterator[tuple[Place, ast.expr, str]]:
    """Every expression that Streamlit reads as Markdown, with its place and what draws it."""
    for place, call in code.calls:
        if isinstance(call.func, ast.Attribute):
            if code.is_of_streamlit(place, call.func.value):
                for each in _read_as_markdown(call, call.func.attr):
                    yield place, each, call.func.attr


def _read_as_markdown(node: ast.Call, name: str) -> Iterator[ast.expr]:
    if name not in (*LABELLED, *CHOSEN, *SAID):
        return
    yield from node.args[:1]
    if name in CHOSEN and not any(each.arg == "format_func" for each in node.keywords):
        yield from node.args[1:2]
    for each in node.keywords:
        if each.arg in ("label", "body", "help") or (
            name in CHOSEN and each.arg in ("format_func", "options")
        ):
            yield each.value


def tagged(code: Code) -> Iterator[tuple[Place, ast.expr]]:
    """Every value that is filled into HTML as it comes from elsewhere: a part of a record, or a
    variable that is set to one.
    """
    for place, each in code.strings:
        told = "".join(str(part.value) for part in each.values if isinstance(part, ast.Constant))
        if _TAG.search(told):
            for part in each.values:
                if isinstance(part, ast.FormattedValue) and not _is_number(part.format_spec):
                    if place.is_raw(part.value):
                        yield place, part.value
