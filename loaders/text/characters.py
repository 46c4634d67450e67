"""The characters of a document: signs that show a character are that character, what shows nothing
is gone, and what nobody can read for certain is refused (characters.yaml).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from graph.language.fold import plain
from graph.language.signs import INVISIBLE

KINDS = Path(__file__).with_name("characters.yaml")
LOST = "\ufffd"  # stands where such a character stood
# signs of Word's symbol fonts (Symbol, Wingdings), with which it prints the marks before items
_SYMBOLS = re.compile("[\uf020-\uf0ff]")
_MARK = "•"
# what ends a line for some programs: a wrapped line is joined without a blank
_LINE_ENDS = dict.fromkeys(map(ord, "\x0b\x1c\x1d\x1e\x1f\x85\u2028\u2029"), "")
_LEFT_OUT = INVISIBLE | _LINE_ENDS
# radicals, which show a kanji, and kana with the voiced mark behind it (か゛), in any width
_SIGNS = re.compile(
    "[\u2e80-\u2fd5]|[\u3041-\u30ff][゛゜ﾞﾟ\u3099\u309a]|[\uff66-\uff9d][゛゜\u3099\u309a]"
)


class CharacterKind(BaseModel):
    """Characters that are refused for one reason."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """What they are called."""
    says: str
    """Why nobody can read them."""
    ranges: tuple[Annotated[str, Field(pattern=r"^[0-9A-F]{4,6}(-[0-9A-F]{4,6})?$")], ...]
    """Their codes, in hex."""
    example: str
    """One of them."""
    counterexample: str
    """A character that is near and is none of them."""

    @property
    def pattern(self) -> str:
        """A character class of them, without its brackets."""
        return "".join(
            "-".join(f"\\U{int(end, 16):08x}" for end in span.split("-")) for span in self.ranges
        )


@cache
def character_kinds() -> tuple[CharacterKind, ...]:
    """The kinds in the order of the file. Raises VocabularyError."""
    return read_yaml(KINDS, tuple[CharacterKind, ...])


@cache
def _unreadable() -> re.Pattern[str]:
    return re.compile("|".join(f"([{kind.pattern}])" for kind in character_kinds()))


def readable(line: str) -> tuple[str, str | None]:
    """The line as a reader sees it, with U+FFFD for every character that cannot be read, and what
    is wrong with the first of them (None where there is none).

    Signs of symbol fonts become the mark •, radicals the kanji that they show, か゛ becomes が;
    what ends a line elsewhere (a vertical tab) and what shows nothing (soft hyphens, zero width,
    variation selectors) is left out.
    """
    first = _unreadable().search(line)
    line = _SIGNS.sub(lambda sign: plain(sign[0]), _SYMBOLS.sub(_MARK, line))
    line = _unreadable().sub(LOST, line).translate(_LEFT_OUT)
    if first is None:
        return line, None
    kind = character_kinds()[(first.lastindex or 1) - 1]
    code = f"U+{ord(first[0]):04X}"
    return line, f"{code} cannot be read ({kind.name}): {kind.says}"
