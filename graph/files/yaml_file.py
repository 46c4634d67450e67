"""A YAML file read into a type: what is wrong is said with the file and the place in it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from graph.errors import VocabularyError

T = TypeVar("T")


class _UniqueKeys(yaml.CSafeLoader):
    """YAML that refuses a key given twice (YAML itself keeps the last one without a word)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=deep)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, of: type[T], todo: str = "mend the entry") -> T:
    """What the file holds, as a value of type `of` (a pydantic model, or any type that pydantic
    validates; `object` takes all).

    Raises `VocabularyError` for a file that cannot be read, is no YAML, or holds what `of` refuses;
    `todo` says what the entries have to be.
    """
    try:
        return TypeAdapter(of).validate_python(
            yaml.load(path.read_text(encoding="utf-8"), Loader=_UniqueKeys)
        )
    except OSError as error:
        raise VocabularyError(
            f"cannot be read ({error.strerror})", str(path), "restore the file"
        ) from error
    except UnicodeDecodeError as error:
        raise VocabularyError("is not UTF-8", str(path), "save the file as UTF-8") from error
    except yaml.YAMLError as error:
        raise VocabularyError(f"is no YAML ({error})", str(path), "mend the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise VocabularyError(
            f"{place}: {first['msg']}" if place else first["msg"], str(path), todo
        ) from error
