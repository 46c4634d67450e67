"""How alike texts are: pairs of letters, weighed by how few of the texts have them (TF-IDF; Salton
& Buckley 1988), compared by cosine.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

from loaders.text.lines import fold

Vector = Mapping[str, float]
_WORD = re.compile(r"[一-龥々ァ-ヶa-z0-9-]{2,}")


def letter_pairs(text: str) -> Counter[str]:
    """Pairs of letters within words; hiragana, which every text has, is left out."""
    return Counter(
        [word[at : at + 2] for word in _WORD.findall(fold(text)) for at in range(len(word) - 1)]
    )


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of length one (0 to 1)."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(weight * large.get(pair, 0.0) for pair, weight in small.items())


class Vectors:
    """A vector of length one for each text, by its key."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        counted = {key: letter_pairs(text) for key, text in texts.items()}
        having = Counter(pair for counts in counted.values() for pair in counts)
        self._rare = {pair: math.log((len(texts) + 1) / (n + 0.5)) for pair, n in having.items()}
        self._unseen = math.log(len(texts) + 1)
        self._of = {
            key: self.unit({pair: 1 + math.log(n) for pair, n in counts.items()})
            for key, counts in counted.items()
        }

    def __getitem__(self, key: str) -> Vector:
        return self._of[key]

    def unit(self, counts: Mapping[str, float]) -> Vector:
        """Counts of pairs weighed by the texts' rarity, brought to length one."""
        weighed = {
            pair: n * self._rare.get(pair, self._unseen) for pair, n in sorted(counts.items())
        }
        length = math.sqrt(sum(w * w for w in weighed.values())) or 1.0
        return {pair: w / length for pair, w in weighed.items()}

    def alike(self, a: str, b: str) -> float:
        return cosine(self._of[a], self._of[b])
