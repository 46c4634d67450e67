"""The frame for which a page's own support gets better: that of the rate or cap which it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.catalogue.records import Appearance, Benefit, Bonus, Cap, Rate
from loaders.text.lines import fold
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_ENDING = _PATTERNS["ending"]
_RATES = _PATTERNS["rates"]
_OF_NUMBERS: set[Benefit] = {"cap_uplift", "rate_uplift", "base"}
_NEAR = 1  # lines: a number and what it is for may be parted by a line's end


def framed(bonuses: Iterable[Bonus], appearance: Appearance) -> list[Bonus]:
    """The bonuses of an appearance's page; those that are one of its rates or caps with its frame,
    as far as they have none.

    A frame that the page writes in two ways (買手類型, 買い手類型) is called in the fuller one.
    """
    numbers: list[Rate | Cap] = [*appearance.rates, *appearance.caps]
    return [_framed(bonus, appearance, numbers) for bonus in bonuses]


def _framed(bonus: Bonus, appearance: Appearance, numbers: Sequence[Rate | Cap]) -> Bonus:
    raises = bonus.raises
    if (
        bonus.benefit not in _OF_NUMBERS
        or raises is None
        or raises.frame
        or raises.measure != appearance.measure
    ):
        return bonus
    frames = {
        _in_full(number.frame, numbers)
        for number in numbers
        if number.frame and abs(number.line - bonus.line) <= _NEAR and _is_one(bonus, number)
    }
    if len(frames) != 1:
        return bonus
    [frame] = frames
    printed = f"{raises.printed} {frame}"
    return bonus.model_copy(
        update={
            "applies_to": printed,
            "raises": raises.model_copy(update={"frame": frame, "printed": printed}),
        }
    )


def _is_one(bonus: Bonus, number: Rate | Cap) -> bool:
    """Whether the number is the value of the bonus; of a base that has a rate for each part of the
    costs, one of these.
    """
    value, printed = fold(bonus.value or "\n"), fold(number.printed)
    return value in printed or (bonus.benefit == "base" and printed in _RATES.findall(value))


def _in_full(frame: str, numbers: Sequence[Rate | Cap]) -> str:
    kanji = _ENDING.sub("", fold(frame))
    written = [n.frame for n in numbers if n.frame and _ENDING.sub("", fold(n.frame)) == kanji]
    return max(written, key=len)
