"""What a run of the benchmarks is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CATALOGUE = Path(__file__).parent.parent / "catalogue"


@dataclass(frozen=True)
class Settings:
    """What a run has at hand."""

    sources: Path
    """the folder of the source documents (need not be there)"""
    folder: Path
    """room for files, removed after the run"""
    size: int
    """how many of a thing the generated inputs hold (measures, companies)"""
    minutes: float = 10.0
    """how long the soak goes on"""
