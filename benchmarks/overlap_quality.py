"""Scores of pairs against pairs that readers graded: as weighed, cross-validated over measures, and
beside two baselines on the pages' text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ranking import Figures, Graded, best_cuts, figures
from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from loaders.catalogue.files import Catalogue, read_catalogue
from loaders.overlap.learning.agreement import average_precision, folds, graded
from loaders.overlap.profiles import profiles
from loaders.overlap.space import scores, space_of
from loaders.overlap.weights import Weights, weights
from loaders.text.readings import tokenizer
from loaders.text.source import read_source

_GROUPS, _DEALS = 5, 10
# how much of problem, activity and terms, and how much of what differences take, is tried; the
# other signals keep what they have
_TRIED = {
    "problem": (0.15, 0.25, 0.35),
    "activity": (0.3, 0.4, 0.5, 0.6),
    "term": (0.05, 0.1, 0.2),
    "differences": (0.0, 0.5, 1.0, 1.4),
}


def overlap_quality(settings: Settings) -> Iterator[Measured | str]:
    """Needs the graded pairs beside the folder of the documents, and for the baselines the
    documents and scikit-learn.
    """
    graded_pairs = settings.sources.parent / "overlap" / "pairs.jsonl"
    if not graded_pairs.exists():
        print(
            f"no graded pairs at {graded_pairs}: the quality of overlap is not measured",
            file=sys.stderr,
        )
        return
    catalogue = read_catalogue(CATALOGUE)
    pairs = read_pairs(graded_pairs, catalogue)
    gold = np.array([pair.grade for pair in pairs])
    yield (
        f"{len(pairs)} pairs that readers graded, {np.sum(gold >= 1)} of them 1 or more,"
        f" {np.sum(gold >= 2)} of them 2 or more. The words by which problems and activities are"
        " told were written with sight of these pairs: on others expect less than even the"
        " cross-validated figures."
    )
    by = weights()
    scores = scored(catalogue, pairs, by)
    yield (
        "scores as weighed (weights.yaml)",
        None,
        str(figures(pairs, scores, np.array([by.grade(score) for score in scores]))),
    )
    yield (
        f"cross-validated over measures ({_GROUPS} groups, mean of {_DEALS} deals)",
        None,
        str(cross_validated(catalogue, pairs, by)),
    )
    for name, likeness in _baselines(settings.sources, catalogue, pairs).items():
        yield (
            f"cosine of TF-IDF, {name}; best cuts in hindsight",
            None,
            str(figures(pairs, likeness, graded(likeness, best_cuts(likeness, gold)))),
        )


def read_pairs(path: Path, catalogue: Catalogue) -> list[Graded]:
    """The graded pairs that are not run jointly, each side as the measure whose page has most of
    its lines.
    """
    measure = places_of(catalogue)
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Graded(measure(row["a"]), measure(row["b"]), row["grade"])
        for row in rows
        if not row["joint"]
    ]


def places_of(catalogue: Catalogue) -> Callable[[dict[str, Any]], str]:
    """The measure of a side (document, lines) of a graded pair."""
    places = [(a.document, a.line_start, a.line_end, a.measure) for a in catalogue.appearances]

    def measure(side: dict[str, Any]) -> str:
        return max(
            (p for p in places if p[0] == side["document"]),
            key=lambda p: min(p[2], side["line_end"]) - max(p[1], side["line_start"]),
        )[3]

    return measure


def scored(catalogue: Catalogue, pairs: Sequence[Graded], by: Weights) -> np.ndarray:
    """The scores of the pairs."""
    compared = profiles(catalogue)
    at = {profile.id: row for row, profile in enumerate(compared)}
    first, second = (
        np.array([at[pair.a] for pair in pairs]),
        np.array([at[pair.b] for pair in pairs]),
    )
    vectors = space_of(compared, by).vectors(compared)
    most = vectors.all[first].multiply(vectors.all[second]).sum(axis=1).A1
    return scores(by, vectors, vectors, first, second, most)


def cross_validated(catalogue: Catalogue, pairs: Sequence[Graded], by: Weights) -> Figures:
    """Weights and cuts fitted on pairs that share no measure with those that they are
    measured on.
    """
    tried = np.array([scored(catalogue, pairs, variant) for variant in _variants(by)])
    gold = np.array([pair.grade for pair in pairs])
    sides = [(pair.a, pair.b) for pair in pairs]
    deals = []
    for seed in range(_DEALS):
        values, grades = np.zeros(len(pairs)), np.zeros(len(pairs), dtype=int)
        for fit, test in folds(sides, _GROUPS, seed):
            best = max(
                tried,
                key=lambda variant: (
                    average_precision(variant[fit], gold[fit] >= 2)
                    + average_precision(variant[fit], gold[fit] >= 1)
                ),
            )
            values[test], grades[test] = (
                best[test],
                graded(best[test], best_cuts(best[fit], gold[fit])),
            )
        deals.append(figures(pairs, values, grades))
    return Figures(
        *(
            float(np.mean([getattr(deal, name) for deal in deals]))
            for name in ("overlap", "fragmentation", "ndcg", "kappa")
        )
    )


def _variants(by: Weights) -> Iterator[Weights]:
    for problem, activity, term, differences in product(*_TRIED.values()):
        named = {("problem",): problem, ("problem", "activity"): activity, ("term",): term}
        raw = [named.get(signal.of, signal.weight) for signal in by.signals]
        yield by.model_copy(
            update={
                "signals": tuple(
                    s.model_copy(update={"weight": weight / sum(raw)})
                    for s, weight in zip(by.signals, raw, strict=True)
                ),
                "differences": tuple(
                    d.model_copy(update={"takes": min(1.0, d.takes * differences)})
                    for d in by.differences
                ),
            }
        )


# --- baselines ------------------------------------------------------------------------------------


def _baselines(
    sources: Path, catalogue: Catalogue, pairs: Sequence[Graded]
) -> dict[str, np.ndarray]:
    """Name -> cosine of the two pages' TF-IDF; empty, and said so, without the documents or
    scikit-learn.
    """
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        print(
            "no scikit-learn: the baselines are not measured (pip install 'shisaku-graph[bench]')",
            file=sys.stderr,
        )
        return {}
    texts = _texts(
        sources, catalogue, sorted({name for pair in pairs for name in (pair.a, pair.b)})
    )
    if not texts:
        print(f"no source documents at {sources}: the baselines are not measured", file=sys.stderr)
        return {}
    rows = {name: row for row, name in enumerate(texts)}
    first, second = [rows[pair.a] for pair in pairs], [rows[pair.b] for pair in pairs]

    def cosine(vectorizer: TfidfVectorizer) -> np.ndarray:
        matrix = vectorizer.fit_transform(texts.values())
        alike: np.ndarray = matrix[first].multiply(matrix[second]).sum(axis=1).A1
        return alike

    words: Callable[[str], list[str]] = _nouns_and_verbs
    return {
        "character bigrams": cosine(TfidfVectorizer(analyzer="char", ngram_range=(2, 2))),
        "nouns and verbs (SudachiPy)": cosine(TfidfVectorizer(analyzer=words)),
    }


def _texts(sources: Path, catalogue: Catalogue, measures: Sequence[str]) -> dict[str, str]:
    """Measure -> the text of the page of its latest appearance."""
    files = {d.id: sources / d.file for d in catalogue.documents}
    latest = {m.id: m.appearances[0] for m in catalogue.measures}
    appearances = {a.id: a for a in catalogue.appearances}
    named = {measure: appearances[latest[measure]] for measure in measures}
    if not all(files[a.document].exists() for a in named.values()):
        return {}
    lines = {
        document: read_source(files[document]).lines
        for document in {a.document for a in named.values()}
    }
    return {
        measure: "\n".join(line.plain for line in lines[a.document][a.line_start - 1 : a.line_end])
        for measure, a in named.items()
    }


def _nouns_and_verbs(text: str) -> list[str]:
    return [
        m.normalized_form()
        for m in tokenizer().tokenize(text)
        if m.part_of_speech()[0] in ("名詞", "動詞")
    ]
