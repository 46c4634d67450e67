"""One word for one thing: what the texts of the interface say, and what they do not say instead."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml

PREFERRED = Path(__file__).with_name("preferred_words.yaml")


class PreferredWord(BaseModel):
    """A word, and another that would say the same."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    preferred: str
    """What is said."""
    avoided: str
    """A pattern (Python's `re`) of what is not said instead."""
    example: str
    """What the pattern finds."""
    counterexample: str
    """What it does not."""


def preferred_words() -> dict[str, list[PreferredWord]]:
    """Language → its words. Raises VocabularyError for a file that does not hold them."""
    return read_yaml(
        PREFERRED, dict[str, list[PreferredWord]], "give each preferred, avoided and examples"
    )
