"""The parts of the benchmarks: name on the command line -> title in RESULTS.md, and what yields its
figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.companies import companies
from benchmarks.extraction import extraction
from benchmarks.loading import loading
from benchmarks.neo4j_load import neo4j_load
from benchmarks.overlap_programmes import overlap_programmes
from benchmarks.overlap_quality import overlap_quality
from benchmarks.overlap_scale import overlap_scale
from benchmarks.pictures import pictures
from benchmarks.questions import questions
from benchmarks.readers import readers
from benchmarks.results import Measured
from benchmarks.settings import Settings
from benchmarks.soak import soak, visitors
from benchmarks.start import start


@dataclass(frozen=True)
class Part:
    """A section of RESULTS.md."""

    title: str
    """its heading"""
    figures: Callable[[Settings], Iterator[Measured | str]]
    """yields (what, seconds or None, what is said of it), and strings: paragraphs between tables;
    nothing (because something is missing, which it says on stderr) leaves the section as it was"""


PARTS = {
    "start": Part("Start", start),
    "extraction": Part("Extraction", extraction),
    "load": Part("Load and open", loading),
    "questions": Part("Questions (warm)", questions),
    "readers": Part("Questions of eight readers at once", readers),
    "overlap-quality": Part("Overlap against readers", overlap_quality),
    "overlap": Part("Overlap at scale", overlap_scale),
    "overlap-programmes": Part("Overlap among budget programmes", overlap_programmes),
    "companies": Part("Bonuses of one company and of many", companies),
    "pictures": Part("Pictures in a browser", pictures),
    "neo4j": Part("Loading into Neo4j", neo4j_load),
    "visitors": Part("Twenty visitors of the dashboard", visitors),
    "soak": Part("Twenty visitors for minutes", soak),
}
