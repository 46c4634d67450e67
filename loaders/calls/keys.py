"""What each thing that is read of a call is called in answers (keys.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from loaders.vocabulary.reading import Entry, entries


class Key(Entry):
    """Something that is read of a call."""

    needed: bool = False
    """Whether an entry without it is no call."""
    names: tuple[str, ...]
    """What it is called, by the portal and in collected answers."""


@cache
def keys() -> tuple[Key, ...]:
    """What keys.yaml holds, read once."""
    return entries(Path(__file__).with_name("keys.yaml"), Key)


def named(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry's values by our names, those that are there; null is there."""
    return {
        key.name: entry[name]
        for key in keys()
        for name in [next((n for n in key.names if n in entry), None)]
        if name is not None
    }


def missing(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """What an entry must have to be a call and has not, by the portal's names."""
    return tuple(
        key.names[0] for key in keys() if key.needed and not any(n in entry for n in key.names)
    )
