"""Key terms of each page: noun compounds (SudachiPy), weighed by how often the page says them and
how few other pages do.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

from loaders import vocabulary
from loaders.catalogue.records import Term
from loaders.text.lines import Flow, fold, plain
from loaders.text.page import Page
from loaders.vocabulary.matching import Squeezed, stands_alone
from loaders.vocabulary.patterns import patterns

PER_PAGE = 12
# Sudachi refuses more than 49149 bytes at a time; a page that no one foresaw must not end the run
_CHUNK = 8000
_LONGEST_COMPOUND = 4
_TITLE_COUNTS = 3
_PATTERNS = patterns(__file__)
_ASIDE = _PATTERNS["aside"]
_BREAK = _PATTERNS["break"]
_WORTH = _PATTERNS["worth"]
_PARTICLE = _PATTERNS["particle"]


@dataclass(frozen=True)
class _Candidate:
    """A term of one page."""

    printed: str
    """As it stands there first."""
    count: int
    """How often it stands there."""
    weight: float
    """How much its words count (0 to 1)."""


def key_terms(pages: Sequence[Page], titles: Sequence[str]) -> list[list[Term]]:
    """For each page its best terms (at most 12), best first; `weight` is relative to the page's
    best (0 to 1].

    TF-IDF over the given pages, which are one document's; words of administration and layout
    (stopwords.yaml), and names of ministries and bodies, which have fields of their own, are left
    out. `titles[i]` is the title of `pages[i]`. Deterministic.
    """
    by_page = [_candidates(page, title) for page, title in zip(pages, titles, strict=True)]
    on_pages = Counter(key for candidates in by_page for key in candidates)
    return [_best(candidates, on_pages, len(by_page)) for candidates in by_page]


def term_lines(page: Page, title_line: int, terms: Sequence[Term]) -> list[int]:
    """For each of these terms the line on which the page first says it; `title_line` for what only
    the name says.
    """
    flow = Flow.of([line for line in page.lines if not _ASIDE.search(line.plain)], "\n")
    text = Squeezed(flow.text)
    spans = (
        next(
            (
                match.span()
                for match in re.finditer(re.escape(term.term), text.text)
                if stands_alone(text.text, *match.span())
            ),
            None,
        )
        for term in terms
    )
    return [title_line if span is None else flow.line_at(text.span(*span)[0]) for span in spans]


@cache
def tokenizer() -> Tokenizer:
    """SudachiPy with its core dictionary, long words first (mode C)."""
    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)


def _candidates(page: Page, title: str) -> dict[str, _Candidate]:
    counts: Counter[str] = Counter()
    printed: dict[str, str] = {}
    weights: dict[str, float] = {}
    for text, times in ((_body(page), 1), (plain(title), _TITLE_COUNTS)):
        for words in _compounds(text):
            for term in _parts(words):
                key = fold("".join(term))
                counts[key] += times
                printed.setdefault(key, "".join(term))
                weights[key] = _weight(key, term)
    return {
        key: _Candidate(printed[key], count, weights[key])
        for key, count in counts.items()
        if weights[key] > 0 and not _has_own_field(printed[key])
    }


def _body(page: Page) -> str:
    """The page without contacts and the like; wrapped lines joined where a statement goes on."""
    return "\n".join(
        "".join(line for line in map(str.strip, statement) if not _ASIDE.search(line))
        for statement in _statements(page)
    )


def _statements(page: Page) -> Iterator[list[str]]:
    for flow in page.statements:
        ends = (*flow.starts[1:], len(flow.text))
        yield [flow.text[start:end] for start, end in zip(flow.starts, ends, strict=True)]


def _compounds(text: str) -> Iterator[list[str]]:
    """Runs of nouns, as lists of words, without the words of administration at either end."""
    for chunk in _chunks(text):
        run: list[str] = []
        for morpheme in tokenizer().tokenize(chunk):
            if _joins(morpheme):
                run.append(morpheme.surface())
                continue
            if run:
                yield from _trimmed(run)
            run = []
        if run:
            yield from _trimmed(run)


def _chunks(text: str) -> Iterator[str]:
    for piece in _BREAK.split(text):
        for at in range(0, len(piece), _CHUNK):
            yield piece[at : at + _CHUNK] + "\n"


def _joins(morpheme: Morpheme) -> bool:
    """Whether the word may be a part of a compound, by the parts of speech of SudachiPy's
    dictionary.
    """
    kind: tuple[str, ...] = morpheme.part_of_speech()
    if kind[0] == "名詞":
        return kind[1] != "数詞" and kind[2] not in ("助数詞", "助数詞可能", "副詞可能", "人名")
    return (
        (kind[0] == "形状詞" and kind[1] == "一般")
        or kind[0] == "接頭辞"
        or (kind[0] == "接尾辞" and kind[1] == "名詞的" and kind[2] != "助数詞")
    )


def _trimmed(run: list[str]) -> Iterator[list[str]]:
    stops = vocabulary.stop_words()
    while run and stops.get(fold(run[0])) == 0:
        run = run[1:]
    while run and stops.get(fold(run[-1])) == 0:
        run = run[:-1]
    if run:
        yield run


def _parts(words: list[str]) -> Iterator[list[str]]:
    """The compound, where it is not too long, and its single words."""
    if 1 < len(words) <= _LONGEST_COMPOUND:
        yield words
    for word in words:
        yield [word]


def _weight(key: str, words: Sequence[str]) -> float:
    if len(key) < 2 or not _WORTH.search(key) or _PARTICLE.fullmatch(key):
        return 0.0
    stops = vocabulary.stop_words()
    if key in stops:
        return stops[key]
    return max(stops.get(fold(word), 1.0) for word in words)


@cache
def _has_own_field(term: str) -> bool:
    return bool(vocabulary.ministries().get(term) or vocabulary.bodies().get(term))


def _best(candidates: dict[str, _Candidate], on_pages: Counter[str], pages: int) -> list[Term]:
    scores = {
        key: score
        for key, c in candidates.items()
        if (score := _score(c, on_pages[key], pages)) > 0
    }
    ordered = sorted(scores, key=lambda key: (-scores[key], -len(key), key))
    chosen: list[str] = []
    for key in ordered:
        if len(chosen) == PER_PAGE:
            break
        if not any(_adds_nothing(key, better, candidates) for better in chosen):
            chosen.append(key)
    return [
        Term(term=candidates[key].printed, weight=round(scores[key] / scores[ordered[0]], 3))
        for key in chosen
    ]


def _adds_nothing(key: str, chosen: str, candidates: dict[str, _Candidate]) -> bool:
    """Whether a term is a mere part of a chosen one, or a chosen one with a word that the page adds
    only once.
    """
    part = key in chosen and candidates[key].count <= candidates[chosen].count
    return part or (chosen in key and candidates[key].count == 1)


def _score(candidate: _Candidate, on_pages: int, pages: int) -> float:
    """TF-IDF with a damped count (Salton & Buckley 1988). What one page says once is a name in an
    example more often than a topic.
    """
    if candidate.count == 1 and on_pages == 1 and pages > 1:
        return 0.0
    return (
        candidate.weight
        * (1 + math.log(candidate.count))
        * math.log((pages + 1) / (on_pages + 0.5))
    )
