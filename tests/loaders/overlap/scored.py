"""The pair of two made-up measures, and its score."""

from __future__ import annotations

from loaders.catalogue.records import Overlap
from loaders.overlap.score import overlaps
from tests.made_up.measures import MHLW, catalogue, others

A = "measure:a"
B = "measure:b"


def pair(found: tuple[Overlap, ...], a: str = A, b: str = B) -> Overlap | None:
    return next((o for o in found if (o.a, o.b) == (a, b)), None)


def score(first: dict, second: dict, *more: dict) -> float:
    found = pair(overlaps(catalogue(first, second, *others(6, MHLW), *more)))
    return found.score if found else 0.0
