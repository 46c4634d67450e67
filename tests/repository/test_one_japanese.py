"""The dashboard and the command line say the same English in the same Japanese."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from dashboard.text.words import all_texts
from graph.files.yaml_file import read_yaml
from graph.phrases.phrases import FOLDER, phrases
from tests.repository.phrases_in_code import unnamed

TWO_MEANINGS = Path(__file__).with_name("two_meanings.yaml")
_WORD = re.compile(r"[A-Za-z]{2}")
_AT_THE_END = " .:。：、"


def _english(text: str) -> str:
    """The words, whatever their first letter, the names of their blanks, and the mark behind; what
    stands for an argument (NUMBER) is another text than its word.
    """
    words = " ".join(unnamed(text).split()).rstrip(_AT_THE_END)
    return words if words.isupper() else words[:1].lower() + words[1:]


def _japanese(text: str) -> str:
    """The words as `_english` has them; blanks around what is filled in are a matter of fonts."""
    return re.sub(r"\s", "", unnamed(text)).rstrip(_AT_THE_END)


def _with_several() -> dict[str, dict[str, list[str]]]:
    """English → Japanese → where it is said, for English that has more than one."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for english, japanese in phrases().items():
        said[_english(english)][_japanese(japanese)].append(f"{FOLDER.name}: {english}")
    for key, text in all_texts().items():
        said[_english(text["en"])][_japanese(text["ja"])].append(key)
    return {
        english: {japanese: sorted(places) for japanese, places in several.items()}
        for english, several in said.items()
        if len(several) > 1 and _WORD.search(english)
    }


def test_the_same_english_has_one_japanese_save_where_it_means_two_things() -> None:
    allowed = read_yaml(TWO_MEANINGS, dict[str, str], "give each English its reason")
    several = _with_several()
    assert {english: of for english, of in several.items() if english not in allowed} == {}
    assert sorted(set(allowed) - set(several)) == [], "these have one Japanese now"
