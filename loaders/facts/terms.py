"""Key terms of each page: noun compounds (SudachiPy), weighed by how often the page says them and
how few other pages do. What may be one is told by its parts of speech and its shape.
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
from loaders.facts.masked import masked_name
from loaders.text.lines import Flow, fold
from loaders.text.page import Page
from loaders.vocabulary.matching import Squeezed, stands_alone
from loaders.vocabulary.patterns import patterns

PER_PAGE = 12
# Sudachi refuses more than 49149 bytes at a time; a page that no one foresaw must not end the run
_CHUNK = 8000
_LONGEST_COMPOUND = 5
_TITLE_COUNTS = 3
# a single word counts where the page says it so often: acts (サ変) are named in passing more often
# than things, and two characters more often than three
_OFTEN_ACT, _OFTEN_SHORT, _OFTEN_LONG = 4, 3, 2
# a single word that more pages say is one of administration, unless the title says it
_COMMON = 0.04
_PATTERNS = patterns(__file__)
_ASIDE = _PATTERNS["aside"]
_BREAK = _PATTERNS["break"]
_WORTH = _PATTERNS["worth"]
_PARTICLE = _PATTERNS["particle"]
_HALF_SAID = _PATTERNS["half_said"]
_PLAIN_WORD = _PATTERNS["plain_word"]
_LATIN = _PATTERNS["latin"]
_BOUND = _PATTERNS["bound"]
_ONE_WORD = _PATTERNS["one_word"]


@dataclass(frozen=True)
class _Word:
    """A word of a run of nouns."""

    surface: str
    """As printed."""
    kind: tuple[str, ...]
    """Its parts of speech by SudachiPy's dictionary."""

    @property
    def is_prefix(self) -> bool:
        return self.kind[0] == "接頭辞"

    @property
    def is_suffix(self) -> bool:
        return self.kind[0] == "接尾辞"

    @property
    def stands_alone(self) -> bool:
        """Whether the word by itself can name a thing: no place, no degree or manner."""
        return self.kind[0] == "名詞" and not (
            self.kind[2] in ("形状詞可能", "サ変形状詞可能") or self.kind[2] == "地名"
        )


@dataclass(frozen=True)
class _Candidate:
    """A term of one page."""

    printed: str
    """As it stands there first."""
    count: int
    """How often it stands there."""
    weight: float
    """How much its words count (0 to 1)."""
    titled: bool
    """Whether the measure's name says it."""
    word: _Word | None
    """The word, where it is a single one."""
    by_itself: bool
    """Whether the page says it outside of longer compounds; a word that it never says so is a piece
    of a name."""


def key_terms(pages: Sequence[Page], titles: Sequence[str]) -> list[list[Term]]:
    """For each page its best terms (at most 12), best first; `weight` is relative to the page's
    best (0 to 1].

    TF-IDF over the given pages, which are one document's; words of administration and layout
    (stopwords.yaml), and names of ministries and bodies, which have fields of their own, are left
    out, and so are single words that the page says in passing or only within longer ones.
    `titles[i]` is the title of `pages[i]`. Deterministic.
    """
    by_page = [_candidates(page, title) for page, title in zip(pages, titles, strict=True)]
    on_pages = Counter(key for candidates in by_page for key in candidates)
    return [_best(candidates, on_pages, len(by_page)) for candidates in by_page]


def term_lines(page: Page, title_line: int, terms: Sequence[Term]) -> list[int]:
    """For each of these terms the line on which the page first says it; `title_line` for what only
    the name says.
    """
    flow = Flow.of([line for line in page.lines if not _ASIDE.search(line.plain)], "\n")
    text = Squeezed.of(flow.text)
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
    found: dict[str, _Candidate] = {}
    name = masked_name(title)
    for text, times, titled in ((_body(page), 1, False), (name, _TITLE_COUNTS, True)):
        for run in _runs(text):
            for words, whole in _parts(run):
                printed = "".join(word.surface for word in words).strip()
                key = fold(printed)
                known = found.get(key)
                found[key] = _Candidate(
                    printed=known.printed if known else printed,
                    count=(known.count if known else 0) + times,
                    weight=known.weight if known else _weight(key, words),
                    titled=titled or (known is not None and known.titled),
                    word=words[0] if len(words) == 1 else None,
                    by_itself=whole or (known is not None and known.by_itself),
                )
    return {
        key: candidate
        for key, candidate in found.items()
        if candidate.weight > 0
        and _says_enough(candidate)
        and not _has_own_field(candidate.printed)
    }


def _says_enough(candidate: _Candidate) -> bool:
    """Whether a single word is one that the page speaks of."""
    word = candidate.word
    if word is None:
        return True
    if not word.stands_alone or not candidate.by_itself:
        return False
    if candidate.weight < 1 and not candidate.titled:
        return False
    if _LATIN.fullmatch(word.surface):
        return candidate.titled or not _PLAIN_WORD.fullmatch(word.surface)
    if len(word.surface) <= 2:
        often = _OFTEN_ACT if word.kind[2] == "サ変可能" else _OFTEN_SHORT
        return candidate.count >= often
    return candidate.titled or candidate.count >= _OFTEN_LONG


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


def _runs(text: str) -> Iterator[list[_Word]]:
    """Runs of nouns, without the words of administration at either end; one that is longer than a
    compound is cut at such words.
    """
    for chunk in _chunks(text):
        run: list[_Word] = []
        for word in _words(chunk):
            if word is not None:
                run.append(word)
            elif run:
                yield from _cut(run)
                run = []
        if run:
            yield from _cut(run)


def _words(chunk: str) -> Iterator[_Word | None]:
    """The words that may be part of a compound; None for what ends one."""
    for at, piece in enumerate(_ONE_WORD.split(chunk)):
        if at % 2:
            yield _Word(piece, ("名詞", "普通名詞", "一般", "*"))
            continue
        for morpheme in tokenizer().tokenize(piece):
            kind = tuple(morpheme.part_of_speech())
            yield _Word(morpheme.surface(), kind) if _joins(morpheme) else None


def _cut(run: list[_Word]) -> Iterator[list[_Word]]:
    trimmed = _trimmed(run)
    if len(trimmed) <= _LONGEST_COMPOUND:
        if trimmed:
            yield trimmed
        return
    stops = vocabulary.stop_words()
    piece: list[_Word] = []
    for word in trimmed:
        if stops.get(fold(word.surface)) == 0:
            if piece:
                yield _trimmed(piece)
            piece = []
        else:
            piece.append(word)
    if piece:
        yield _trimmed(piece)


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


def _trimmed(run: Sequence[_Word]) -> list[_Word]:
    """The run without words of administration at its ends, nor what they leave hanging: a suffix or
    the end of a longer word at the head, a prefix at the tail, several prefixes.
    """
    stops, alone = vocabulary.stop_words(), vocabulary.stop_alone()
    start, end = 0, len(run)
    while start < end and (stops.get(fold(run[start].surface)) == 0 or run[start].is_suffix):
        start += 1
    while start < end and (stops.get(fold(run[end - 1].surface)) == 0 or run[end - 1].is_prefix):
        end -= 1
    if 0 < start < end - 1:
        head = run[start].surface
        if _BOUND.fullmatch(head) or fold(head) in alone:
            start -= 1  # 事業場内最低賃金 begins with 事業 after all
    cut = end - start < len(run) or len(run) > _LONGEST_COMPOUND
    while start < end and run[start].is_prefix and (cut or run[start + 1 : start + 2][0].is_prefix):
        start += 1
    if start < end and _BOUND.fullmatch(run[start].surface):
        start += 1
    return list(run[start:end])


def _parts(words: Sequence[_Word]) -> Iterator[tuple[Sequence[_Word], bool]]:
    """The compound, where it is not too long, and its single words; each with whether it is the
    whole of what stands there.
    """
    if 1 < len(words) <= _LONGEST_COMPOUND:
        yield words, True
    for word in words:
        yield [word], len(words) == 1


def _weight(key: str, words: Sequence[_Word]) -> float:
    if len(key) < 2 or not _WORTH.search(key) or _PARTICLE.fullmatch(key):
        return 0.0
    if _HALF_SAID.search(key):
        return 0.0
    stops, alone = vocabulary.stop_words(), vocabulary.stop_alone()
    if key in stops:
        return stops[key]
    if all(
        stops.get(fold(w.surface)) == 0 or fold(w.surface) in alone or w.is_suffix for w in words
    ):
        return 0.0
    return max(stops.get(fold(word.surface), 1.0) for word in words)


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
    if candidate.word and not candidate.titled and pages > 1 and on_pages > _COMMON * pages + 1:
        return 0.0
    return (
        candidate.weight
        * (1 + math.log(candidate.count))
        * math.log((pages + 1) / (on_pages + 0.5))
    )
