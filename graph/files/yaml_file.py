"""A YAML file read into a type: what is wrong is said with the file and the place in it."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any, TypeVar

import yaml

from graph.errors import ShisakuError, VocabularyError

T = TypeVar("T")


class _UniqueKeys(yaml.CSafeLoader):
    """YAML that refuses a key given twice (YAML itself keeps the last one without a word)."""

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
                    None, None, f"key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def parse_yaml(path: Path, refusal: type[ShisakuError] = VocabularyError) -> object:
    """What the file holds, as YAML's own kinds of values. Raises `refusal` for a file that cannot
    be read or is no YAML.
    """
    try:
        return yaml.load(
            path.read_text(encoding="utf-8"),
            Loader=_UniqueKeys,  # noqa: S506  # a safe loader that refuses more than its base
        )
    except OSError as error:
        raise refusal(
            f"cannot be read ({error.strerror})", str(path), "restore the file"
        ) from error
    except UnicodeDecodeError as error:
        raise refusal("is not UTF-8", str(path), "save the file as UTF-8") from error
    except yaml.YAMLError as error:
        raise refusal(f"is no YAML ({error})", str(path), "mend the file") from error
    except ValueError as error:  # YAML took it for a date or a number, and it is none
        raise refusal(f"is no YAML ({error})", str(path), "put the value in quotes") from error


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
