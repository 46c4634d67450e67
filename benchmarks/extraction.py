"""Extraction: the booklet, and all documents, against one plain NFKC pass over their text."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator

from benchmarks.results import Measured
from benchmarks.settings import Settings
from benchmarks.timing import seconds
from loaders.extract import extract


def extraction(settings: Settings) -> Iterator[Measured | str]:
    """The first run also reads the dictionary of the tokenizer. Without the documents nothing is
    measured.
    """
    sources = settings.sources
    path = next(iter(sorted(sources.glob("000_*.txt"))), None) if sources.is_dir() else sources
    if path is None or not path.exists():
        print(
            f"no source documents at {sources}: extraction is not measured (set SHISAKU_SOURCES)",
            file=sys.stderr,
        )
        return
    text = path.read_text(encoding="utf-8")
    plain = seconds(lambda: unicodedata.normalize("NFKC", text))
    first = seconds(lambda: extract([path]), 1)
    again = seconds(lambda: extract([path]), 3)
    yield "one NFKC pass over the booklet", plain, "1×"
    yield (
        "extraction of the booklet, first in the process",
        first,
        f"{first / plain:,.0f}× the pass",
    )
    yield "extraction of the booklet, again", again, f"{again / plain:,.0f}× the pass"
    if sources.is_dir():
        every = sorted(sources.glob("*.txt"))
        texts = [each.read_text(encoding="utf-8") for each in every]
        passes = seconds(lambda: [unicodedata.normalize("NFKC", each) for each in texts])
        whole = seconds(lambda: extract([sources]), 1)
        yield f"one NFKC pass over all {len(every)} documents", passes, "1×"
        yield (
            f"extraction of all {len(every)} documents, one measure over years",
            whole,
            f"{whole / passes:,.0f}× the pass",
        )
