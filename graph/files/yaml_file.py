"""A YAML file read into a type: what is wrong is said with the file and the place in it.

What is written is what is meant: of the words that YAML 1.1 takes for something else, 0100 (an
octal), 1_000, 1:30 (in sixties), yes, no, on, off and dates stay text, as in YAML 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml

from graph.bounds import YAML_BYTES, YAML_DEPTH, YAML_VALUES, quoted
from graph.errors import ShisakuError, VocabularyError
from graph.files.regular import regular_bytes

T = TypeVar("T")


# what a word without quotes is, and the characters that it begins with; all else is text
_NO_TEXT = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    "float": (r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?", list("-+0123456789")),
    "merge": (r"<<", ["<"]),
}


class _Strict(yaml.CSafeLoader):
    """YAML of _NO_TEXT that refuses a key given twice (YAML itself keeps the last one without a
    word).
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # PyYAML declares it so
    yaml_constructors: ClassVar[
        dict[Any, Any]
    ] = {  # of others a wrong value ends in an error of Python
        tag: constructor
        for tag, constructor in yaml.CSafeLoader.yaml_constructors.items()
        if tag is None or tag.rpartition(":")[2] in {"null", "str", "seq", "map"}
    }
    _depth = 0

    # both are called around each node while nothing is built yet; the parser itself goes as deep
    # as the file does and would end the process
    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        self._depth += 1
        if self._depth > YAML_DEPTH:
            raise yaml.composer.ComposerError(
                None,
                None,
                f"more than {YAML_DEPTH} lists and mappings in one another",
                current_node.start_mark if current_node else None,
            )
        super().descend_resolver(current_node, current_index)

    def ascend_resolver(self) -> None:
        self._depth -= 1
        super().ascend_resolver()

    def get_single_node(self) -> yaml.Node | None:
        node: yaml.Node | None = super().get_single_node()
        if node is not None:
            _check_values(node)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=deep)
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(
                    None, None, "a list or a mapping is no key", key_node.start_mark
                )
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"key {quoted(key)} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def _check_values(root: yaml.Node) -> None:
    """Raises ComposerError for a file that comes to more than YAML_VALUES values, its aliases
    unfolded, and for one that names what it stands in.
    """
    sizes: dict[int, int] = {}
    within: set[int] = set()

    def size(node: yaml.Node) -> int:
        if isinstance(node, yaml.ScalarNode):
            return 1
        if id(node) in within:
            raise yaml.composer.ComposerError(
                None, None, "an alias of what it stands in", node.start_mark
            )
        if id(node) not in sizes:
            within.add(id(node))
            parts = (
                node.value
                if isinstance(node, yaml.SequenceNode)
                else (each for pair in node.value for each in pair)
            )
            sizes[id(node)] = 1 + sum(map(size, parts))
            within.remove(id(node))
        return sizes[id(node)]

    if (values := size(root)) > YAML_VALUES:
        raise yaml.composer.ComposerError(
            None, None, f"more than {YAML_VALUES:,} values ({values:,})", root.start_mark
        )


for _kind, (_written, _first) in _NO_TEXT.items():
    _Strict.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(f"^(?:{_written})$"), _first
    )


def _whole(loader: _Strict, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))  # also of what is marked as one: !!int 0100


def _decimal(loader: _Strict, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


def _truth(loader: _Strict, node: yaml.ScalarNode) -> bool:
    word = loader.construct_scalar(node).lower()
    if word not in ("true", "false"):
        raise yaml.constructor.ConstructorError(
            None, None, f"{quoted(word)} is neither true nor false", node.start_mark
        )
    return bool(word == "true")


_Strict.add_constructor("tag:yaml.org,2002:bool", _truth)
_Strict.add_constructor("tag:yaml.org,2002:int", _whole)
_Strict.add_constructor("tag:yaml.org,2002:float", _decimal)


def parse_yaml(path: Path, refusal: type[ShisakuError] = VocabularyError) -> object:
    """What the file holds, as YAML's own kinds of values. Raises `refusal` for a file that cannot
    be read or is no YAML.
    """
    try:
        text = regular_bytes(path, YAML_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise refusal(
            f"cannot be read ({error.strerror})", str(path), "restore the file"
        ) from error
    except UnicodeDecodeError as error:
        raise refusal("is not UTF-8", str(path), "save the file as UTF-8") from error
    try:
        return yaml.load(
            text,
            Loader=_Strict,  # noqa: S506  # a safe loader that refuses more than its base
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = text.rstrip("\n").count("\n")  # YAML may miss something only after it
        line = f"line {min(mark.line, last) + 1}: " if mark else ""
        what = " ".join(filter(None, (error.context, error.problem)))
        raise refusal(f"is no YAML ({line}{what})", str(path), "mend the file") from error
    except yaml.reader.ReaderError as error:
        raise refusal(
            f"is no YAML (line {_line_of_control(text)}: {error.reason})",
            str(path),
            "mend the file",
        ) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise refusal(f"is no YAML ({error})", str(path), "put the value in quotes") from error


def _line_of_control(text: str) -> int:
    """The line (from 1) of the first character that YAML takes for none of a text."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def read_yaml(
    path: Path,
    of: type[T],
    todo: str = "mend the entry",
    refusal: type[ShisakuError] = VocabularyError,
) -> T:
    """What the file holds, as a value of type `of` (a pydantic model, or any type that pydantic
    validates; `object` takes all).

    Raises `refusal` as `parse_yaml` does, and for a file that holds what `of` refuses; `todo` says
    what the entries have to be.
    """
    # the declaration of the graph is read without it: pydantic would be half the time of `find`
    from pydantic import TypeAdapter, ValidationError

    parsed = parse_yaml(path, refusal)
    try:
        return TypeAdapter(of).validate_python(parsed)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise refusal(what, str(path), todo) from error


def yaml_text(value: object) -> str:
    """Lists, mappings, texts and numbers as YAML that `read_yaml` gives back; what holds no list or
    mapping in one line.
    """
    text: str = yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000
    )
    return text
