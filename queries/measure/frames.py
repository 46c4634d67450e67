"""The numbers that a page prints, by the frame of the measure that they are for."""

from __future__ import annotations

from dataclasses import dataclass

from queries.measure.appearance import AppearanceCard, CapFact, RateFact, ThresholdFact


@dataclass(frozen=True)
class FrameNumbers:
    """What one frame of a measure asks for and gives."""

    frame: str | None
    """The frame, course or part, as printed; None: the measure as a whole."""
    thresholds: tuple[ThresholdFact, ...]
    """The numbers that an applicant must meet."""
    rates: tuple[RateFact, ...]
    """The shares of the cost that are paid."""
    caps: tuple[CapFact, ...]
    """The most that one applicant can get."""


def by_frame(card: AppearanceCard) -> tuple[FrameNumbers, ...]:
    """The page's thresholds, rates and caps, frame by frame in the order of its lines; first what
    holds for the measure as a whole.
    """
    numbers: list[ThresholdFact | RateFact | CapFact]
    numbers = [*card.thresholds, *card.rates, *card.caps]
    numbers.sort(key=lambda fact: fact.source.line or 0)
    frames = dict.fromkeys(fact.frame for fact in numbers)
    return tuple(
        FrameNumbers(
            frame,
            tuple(fact for fact in card.thresholds if fact.frame == frame),
            tuple(fact for fact in card.rates if fact.frame == frame),
            tuple(fact for fact in card.caps if fact.frame == frame),
        )
        for frame in sorted(frames, key=lambda frame: frame is not None)
    )
