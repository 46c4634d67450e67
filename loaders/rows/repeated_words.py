"""What a text says more than once: the words by which a theme finds what no name tells."""

from __future__ import annotations

import math
from collections.abc import Mapping

from graph.language.search_key import search_key

_AGAIN = round(1 + math.log(2), 2)  # the weight of a word that a text says twice, or a name once


def repeated_words(words: Mapping[str, float]) -> list[str]:
    """The words of a measure or programme (as `Programme.words` weighs them) that its text says
    twice or more, or its name once, as a search compares them; each once, sorted.
    """
    return sorted({search_key(word) for word, weight in words.items() if weight >= _AGAIN})
