"""Any number of measures to compare, in the shape of those of the bundled catalogue."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from benchmarks.generated import GROWTH
from loaders.overlap.profiles import Profile

# these come from a stock that grows with a power of the measures, the first of it drawn far more
# often; the others are the same few everywhere
_FROM_A_STOCK = ("term", "body", "item")
_SEED = 20250221


def generated_measures(real: Sequence[Profile], count: int) -> list[Profile]:
    """`count` measures: the real ones again and again, each time with other terms, bodies and items
    and with weights up to a third off. The same arguments give the same measures.
    """
    draw = random.Random(_SEED)
    stock = range(max(1, round(ceil(count / len(real)) ** GROWTH)))
    often = [1 / (nth + 1) for nth in stock]
    made: list[Profile] = []
    while len(made) < count:
        for profile in real[: count - len(made)]:
            names = {
                aspect: _again(draw, weights, aspect in _FROM_A_STOCK, stock, often)
                for aspect, weights in profile.names.items()
            }
            made.append(
                replace(profile, id=f"{profile.id}-{len(made)}", relatives=frozenset(), names=names)
            )
    return made


def _again(
    draw: random.Random,
    weights: Mapping[str, float],
    from_stock: bool,
    stock: range,
    often: Sequence[float],
) -> dict[str, float]:
    if from_stock:
        return {
            f"{name} {nth}": weight
            for (name, weight), nth in zip(
                weights.items(), draw.choices(stock, often, k=len(weights)), strict=True
            )
        }
    return {name: weight * draw.uniform(2 / 3, 4 / 3) for name, weight in weights.items()}
