"""What a theme means: its own words, and the policy problems and activities that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import NotFound, VocabularyError
from graph.files.yaml_file import read_yaml
from graph.language.fold import plain
from graph.language.search_key import search_key
from queries.english import in_english

THEMES = Path(__file__).with_suffix(".yaml")
_APART = re.compile(r"[・、]")
_SHORTEST = 2  # letters of a part of a problem's name that says something
_ONE_KANA = re.compile(r"[ぁ-ゖァ-ヺー]")


class TooCommon(NotFound):
    """A word of which so much speaks that it asks for no theme."""


class Theme(BaseModel):
    """A theme that can be asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """Its name."""
    english: str = ""
    """Its English name."""
    also: tuple[str, ...] = ()
    """Other words that ask for it."""
    why: str = ""
    """The reason for its words."""
    problems: tuple[str, ...] = ()
    """The policy problems that belong to it."""
    activities: tuple[str, ...] = ()
    """The activities that belong to it."""
    words: tuple[str, ...] = Field(min_length=1)
    """Words that are enough: in a name, as a key term, or said more than once."""
    with_problem: tuple[str, ...] = ()
    """Words that are enough where one of the problems or activities is told of, too."""
    decoys: tuple[str, ...] = Field((), alias="not")
    """Longer words in which one of the words means something else (`not` in the file)."""


def read_themes(path: Path) -> tuple[Theme, ...]:
    """The themes of a file; raises VocabularyError, also for a name that two of them answer to."""
    themes = read_yaml(path, tuple[Theme, ...], "give it a name and words")
    owners: dict[str, str] = {}
    for theme in themes:
        for name in {search_key(name) for name in _names(theme)}:
            if owners.setdefault(name, theme.name) != theme.name:
                raise VocabularyError(
                    f"{owners[name]} and {theme.name} both answer to {name}", str(path), "keep one"
                )
    return themes


@cache
def themes() -> tuple[Theme, ...]:
    """The themes of themes.yaml."""
    return read_themes(THEMES)


def of_topic(name: str, *, activity: bool = False) -> Theme:
    """A problem or activity as a theme: its words are the parts of its name."""
    parts = [part for part in _APART.split(name) if len(part) >= _SHORTEST]
    return Theme(
        name=name,
        english=_uncapitalised(in_english(name)) if in_english(name) != name else "",
        problems=() if activity else (name,),
        activities=(name,) if activity else (),
        words=tuple(parts or [name]),
    )


def _uncapitalised(english: str) -> str:
    """Use of facilities -> use of facilities; abbreviations (DX) stay."""
    return f"{english[:1].lower()}{english[1:]}" if english[1:2].islower() else english


def meant(text: str, problems: Iterable[str], activities: Iterable[str]) -> tuple[Theme, ...]:
    """What is asked for: the theme, problem or activity of that name, else for each of the
    blank-separated words the one of its name, or the word itself with the problems and activities
    in whose names it stands; all of them must hold. Raises NotFound where nothing is asked for,
    TooCommon for a single kana.
    """
    words = plain(text).split()
    if not "".join(map(search_key, words)).strip():
        raise NotFound("no theme to look for", todo="say which, e.g. 人材育成")
    known = known_themes(problems, activities)
    if (whole := known.get(search_key(text))) is not None:
        return (whole,)
    if single := next(filter(_ONE_KANA.fullmatch, words), None):
        raise TooCommon(f"{single!r} is a single kana, no theme", todo="say a word, e.g. 人材育成")
    return tuple(known.get(search_key(word)) or _free(word, problems, activities) for word in words)


def known_themes(problems: Iterable[str], activities: Iterable[str]) -> dict[str, Theme]:
    """Every name that asks for a theme, as a search compares it -> the theme; those of themes.yaml
    before problems, these before activities.
    """
    known: dict[str, Theme] = {}
    for theme in (
        *themes(),
        *map(of_topic, problems),
        *(of_topic(name, activity=True) for name in activities),
    ):
        for name in _names(theme):
            known.setdefault(search_key(name), theme)
    return known


def _names(theme: Theme) -> tuple[str, ...]:
    return tuple(filter(None, (theme.name, theme.english, *theme.also)))


def _free(word: str, problems: Iterable[str], activities: Iterable[str]) -> Theme:
    key = search_key(word)
    return Theme(
        name=word,
        problems=tuple(name for name in problems if key in search_key(name)),
        activities=tuple(name for name in activities if key in search_key(name)),
        words=(word,),
    )
