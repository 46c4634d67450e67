"""Laws: their formal and short names (laws.yaml), and the words that show a law's name
(law_words.yaml).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from loaders.vocabulary.reading import Entry


class Renamed(BaseModel):
    """The name that a law has from a day on."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """The later formal name."""
    since: date
    """The first day on which it holds."""


class Law(Entry):
    """A law by its formal name."""

    number: str | None = None
    """Its number as printed in the gazette (平成25年法律第98号), where a source gives it."""
    egov: str | None = None
    """Its id in e-Gov, the state's database of laws, where a source gives it."""
    renamed: Renamed | None = None
    """Its later name, which is found as this law; ids and records keep the one under which the
    documents know it."""
    short_names: tuple[str, ...] = ()
    """Other ways to write it."""


class LawWords(Entry):
    """Words that show whether a word is the name of a law that is not listed."""

    name: Literal["law", "no_law", "lead"]
    """What the words are: endings that only a law's name has, words in 法 that are no law's name,
    or words before a name that are no part of it."""
    words: tuple[str, ...]
    """The words."""
