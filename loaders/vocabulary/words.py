"""The smaller vocabularies: instruments, beneficiaries, industries (told by the words that show
them), stop words.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from graph.errors import VocabularyError
from loaders.text.lines import fold
from loaders.vocabulary.reading import FOLDER, Entry, entries, one_owner


class Kind(Entry):
    """A kind that words show."""

    english: str
    """Its English name."""
    title: tuple[str, ...] = ()
    """Words that show it in the measure's name."""
    signs: tuple[str, ...] = ()
    """Words that show it wherever they stand once."""
    words: tuple[str, ...] = ()
    """Words that show it where they stand often."""
    traders: tuple[str, ...] = ()
    """Of a sector: what those are called, or do, who carry on its trade."""
    decoys: tuple[str, ...] = Field((), alias="not")
    """Longer words in which one of the others means something else."""


class StopWords(Entry):
    """Words that make a term count less."""

    weight: float = Field(ge=0, lt=1)
    """What a term of one of the words counts (0 to 1) of what it would count."""
    words: tuple[str, ...]
    """The words."""
    only_alone: bool = False
    """The words count so little only alone; within a longer term they count in full."""


def read_kinds(path: Path) -> tuple[Kind, ...]:
    """The kinds of a file; raises `VocabularyError` (also for one that no word can show)."""
    kinds = entries(path, Kind)
    for kind in kinds:
        if not (kind.title or kind.signs or kind.words):
            raise VocabularyError(
                f"{kind.name}: no word shows it", path.name, "add title, signs or words"
            )
        for group in (kind.title, kind.signs, kind.words, kind.traders):
            one_owner(path, ((word, kind.name) for word in group))
    return kinds


@cache
def instruments() -> tuple[Kind, ...]:
    """By what means a measure helps (補助金, 税制 …); raises `VocabularyError`."""
    return read_kinds(FOLDER / "instruments.yaml")


@cache
def beneficiaries() -> tuple[Kind, ...]:
    """Whom a measure helps (企業, 求職者 …); raises `VocabularyError`."""
    return read_kinds(FOLDER / "beneficiaries.yaml")


@cache
def industries() -> tuple[Kind, ...]:
    """To which sectors a measure is confined; raises `VocabularyError`."""
    return read_kinds(FOLDER / "industries.yaml")


def read_stop_words(path: Path, only_alone: bool = False) -> dict[str, float]:
    """Folded stop word -> weight, of the words that count little everywhere, or of those that do so
    only alone; raises `VocabularyError`.
    """
    groups = entries(path, StopWords)
    one_owner(path, ((word, group.name) for group in groups for word in group.words))
    return {
        fold(word): group.weight
        for group in groups
        if group.only_alone == only_alone
        for word in group.words
    }


@cache
def stop_words() -> dict[str, float]:
    """Folded stop word -> weight (0 to 1), read once; raises `VocabularyError`."""
    return read_stop_words(FOLDER / "stopwords.yaml")


@cache
def stop_alone() -> dict[str, float]:
    """The same of words that say nothing alone, but something within a longer term."""
    return read_stop_words(FOLDER / "stopwords.yaml", only_alone=True)
