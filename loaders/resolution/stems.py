"""What is left of a name without the words that say of what sort the thing is."""

from __future__ import annotations

from functools import cache

from loaders.resolution.names import bare, words


def stem_of(name: str) -> str:
    """The bare name without the words at its end that say of what sort the thing is (事業, 支援,
    交付金, タイプ …), as often as they stand there.
    """
    rest = name
    while word := next((w for w in _ends() if rest.endswith(w) and len(rest) > len(w)), None):
        rest = rest.removesuffix(word)
    return rest


@cache
def _ends() -> tuple[str, ...]:
    """Bare words of two letters and more that end a name and name nothing in particular, the
    longest first.
    """
    lists = words().sorts_of_money, words().programmes, words().courses, words().unspecific
    found = {bare(word) for one in lists for word in one}
    return tuple(sorted((w for w in found if len(w) > 1), key=lambda w: (-len(w), w)))
