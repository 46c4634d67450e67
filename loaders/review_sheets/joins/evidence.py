"""What speaks for a programme paying for a measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from loaders.catalogue.records.programmes import PaysForKind


@dataclass(frozen=True)
class Evidence:
    """One reason to join a programme and a measure."""

    programme: str
    """The programme's id."""
    measure: str
    """The measure's id."""
    kind: PaysForKind
    """What the programme would be to the measure."""
    score: float
    """How surely, above 0 to 1."""
    why: str
    """The sort of evidence, as PaysFor.why prints it."""

    @property
    def pair(self) -> tuple[str, str]:
        return self.programme, self.measure


def dice(a: str, b: str) -> float:
    """How much two bare names share: twice the pairs of neighbouring letters in both over those of
    each (Dice's coefficient), 0 to 1.
    """
    of_a, of_b = _neighbours(a), _neighbours(b)
    return 2 * len(of_a & of_b) / (len(of_a) + len(of_b)) if of_a and of_b else 0.0


@lru_cache(maxsize=2**13)
def _neighbours(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1))
