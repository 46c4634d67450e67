"""Words that say nothing of what two things do, not shown among those of both; they stand in
empty_words.yaml.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml

EMPTY_WORDS = Path(__file__).with_suffix(".yaml")


class EmptyGroup(BaseModel):
    """Words that say nothing for one reason."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    why: str = Field(min_length=1)
    """Why they say nothing."""
    words: tuple[str, ...] = Field(min_length=1)
    """The words, in the form that a dictionary lists."""


class EmptyWords(BaseModel):
    """All of them."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    groups: tuple[EmptyGroup, ...] = Field(min_length=1)
    """The words by reason."""


def read_empty_words(path: Path) -> EmptyWords:
    """The words of a file; raises VocabularyError for a group without words or a reason."""
    return read_yaml(path, EmptyWords, "list words and why under `groups`")


@cache
def empty_words() -> frozenset[str]:
    """All of them, read once."""
    return frozenset(word for group in read_empty_words(EMPTY_WORDS).groups for word in group.words)
