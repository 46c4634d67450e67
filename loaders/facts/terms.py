"""Key terms of each page: noun compounds, weighed by how often the page says them and how few other
pages do. What may be one is told by its parts of speech and its shape.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from loaders import vocabulary
from loaders.catalogue.records import Term
from loaders.facts.compounds import JOINS, Word, compounds, weight
from loaders.facts.masked import masked_name
from loaders.text.lines import Flow, fold
from loaders.text.page import Page
from loaders.vocabulary.matching import Squeezed, stands_alone
from loaders.vocabulary.patterns import patterns

PER_PAGE = 8
# a page with fewer is searched by what it says once, too
_ENOUGH = 6
# which counts less than what it speaks of
_ONCE = 0.5
_TITLE_COUNTS = 3
# what the name does not say counts where the page says it so often: compounds, single words
_OFTEN, _OFTEN_ALONE = 2, 3
# of words that say little so many make a topic
_MANY = 3
# what a larger part of the pages says is one of administration, unless the title says it
_COMMON = 0.03
# or a field of many, by which a page with few terms is searched all the same
_FIELD = 0.06
# a shorter line is a cell or a label of a diagram, not the first half of a wrapped line
_WRAPPED = 10
# and so is one of less than so much of the next line's length: it leaves its column half empty
_FILLED = 0.75
_PATTERNS = patterns(__file__)
_ASIDE = _PATTERNS["aside"]
_WORTH = _PATTERNS["worth"]
_PARTICLE = _PATTERNS["particle"]
_HALF_SAID = _PATTERNS["half_said"]
_PLAIN_WORD = _PATTERNS["plain_word"]
_LATIN = _PATTERNS["latin"]
_NO_TOPIC = _PATTERNS["no_topic"]
_QUOTED = _PATTERNS["quoted"]
_HALF_WORD = _PATTERNS["half_word"]
_CHANGE = _PATTERNS["change"]
_POINTING = _PATTERNS["pointing"]
_SHORT_NAME = _PATTERNS["short_name"]
_ABBREVIATED = _PATTERNS["abbreviated"]
_VAGUE = _PATTERNS["vague"]
_ACRONYM = _PATTERNS["acronym"]


@dataclass(frozen=True)
class _Candidate:
    """A term of one page."""

    printed: str
    """As it stands there first."""
    in_body: int
    """How often it stands there, not as a part of a longer one."""
    is_name: bool
    """Whether the measure's name says it, not as a part of a longer one."""
    weight: float
    """How much its words count (0 to 1)."""
    titled: bool
    """Whether the measure's name says it, alone or in a longer one."""
    words: Sequence[Word]
    """What it is made of; none for a phrase in quotes."""
    is_cut: bool
    """Whether each time it begins within a longer name."""
    in_sentence: bool
    """Whether once at least a sentence goes on behind it."""

    @property
    def count(self) -> int:
        return self.in_body + _TITLE_COUNTS * self.is_name

    @property
    def word(self) -> Word | None:
        """The word, where it is a single one."""
        return self.words[0] if len(self.words) == 1 else None


def key_terms(
    pages: Sequence[Page], titles: Sequence[str], items: Sequence[Page | None] | None = None
) -> list[list[Term]]:
    """For each page its best terms (at most 8), best first; `weight` is relative to the page's
    best (0 to 1].

    TF-IDF over the given pages, which are one document's; words of administration and layout
    (stopwords.yaml), and names of ministries and bodies, which have fields of their own, are left
    out, and so is what the page says in passing, unless another page speaks of it, and single words
    that it says only within longer ones. `titles[i]` is the title of `pages[i]`, `items[i]` the
    text of the policy item that it belongs to: what both say counts once more, what the item alone
    says is not the measure's. Deterministic.
    """
    by_page = [
        _candidates(page, title, item)
        for page, title, item in zip(pages, titles, items or [None] * len(pages), strict=True)
    ]
    on_pages = Counter(key for candidates in by_page for key in candidates)
    topics = {
        key for candidates in by_page for key, each in candidates.items() if _is_spoken_of(each)
    }
    best = [
        _best(
            {key: each for key, each in candidates.items() if _counts(each, key in topics)},
            on_pages,
            len(by_page),
        )
        for candidates in by_page
    ]
    return [
        [*terms, *_said_once(candidates, terms, on_pages, topics, len(by_page))]
        for candidates, terms in zip(by_page, best, strict=True)
    ]


def term_lines(page: Page, title_line: int, terms: Sequence[Term]) -> list[int]:
    """For each of these terms the line on which the page first says it; `title_line` for what only
    the name says.
    """
    flow = Flow.of([line for line in page.lines if not _ASIDE.search(line.plain)], "\n")
    text = Squeezed.of(flow.text)
    spans = (
        next(
            (span for span in _places(term.term, text.text) if stands_alone(text.text, *span)),
            None,
        )
        for term in terms
    )
    return [title_line if span is None else flow.line_at(text.span(*span)[0]) for span in spans]


def _places(term: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the term stands in the text, from its first character to behind its last."""
    at = text.find(term)
    while at >= 0:
        yield at, at + len(term)
        at = text.find(term, at + len(term))


def _candidates(page: Page, title: str, item: Page | None) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = {}
    in_item = {fold(printed) for printed, *_ in _named(_body(item))} if item else set()
    name = masked_name(title)
    for text, is_name in ((_body(page), False), (name, True)):
        for printed, words, is_cut, in_sentence in _named(text):
            key = fold(printed)
            known = found.get(key)
            found[key] = _Candidate(
                printed=known.printed if known else printed,
                in_body=(known.in_body if known else int(key in in_item)) + (not is_name),
                is_name=is_name or (known is not None and known.is_name),
                weight=max(known.weight if known else 0.0, _weight(key, words)),
                titled=key in fold(name),
                words=words,
                is_cut=is_cut and (known is None or known.is_cut),
                in_sentence=in_sentence or (known is not None and known.in_sentence),
            )
    return {
        key: candidate
        for key, candidate in found.items()
        if candidate.weight > 0 and not candidate.is_cut and not _has_own_field(candidate.printed)
    }


def _named(text: str) -> Iterator[tuple[str, Sequence[Word], bool, bool]]:
    """What the text names: phrases in quotes, short names and those with their first letters,
    compounds, and words that stand for themselves; with their words, whether they are cut out of a
    longer name, and whether a sentence goes on behind.
    """
    for pattern in (_QUOTED, _SHORT_NAME, _ABBREVIATED):
        for match in pattern.finditer(text):
            yield match["name"], (), False, False
    for compound in compounds(_QUOTED.sub("\n", text)):
        if len(compound.words) > 1 or compound.whole:
            yield compound.printed, compound.words, compound.cut, compound.in_sentence


def _is_spoken_of(candidate: _Candidate) -> bool:
    """Whether the page speaks of it, rather than says it in passing; a word of two characters has
    to be in the name too.
    """
    word = candidate.word
    if not candidate.titled and (
        candidate.count < _OFTEN or candidate.weight < 1 or _CHANGE.fullmatch(candidate.printed)
    ):
        return word is None and _is_repeated(candidate)
    if word is None:
        return candidate.weight == 1 or _adds_up(candidate.words)
    if not word.stands_alone or candidate.weight < 1:
        return False
    if _LATIN.fullmatch(word.surface):
        return not _PLAIN_WORD.fullmatch(word.surface)
    if len(word.surface) <= 2:
        often = _OFTEN if candidate.is_name else _OFTEN_ALONE
        return candidate.titled and candidate.in_body >= often
    return candidate.titled or word.is_compound or candidate.in_body >= _OFTEN_ALONE


def _is_repeated(candidate: _Candidate) -> bool:
    """Whether the page says it so often that words which each say little are its topic."""
    often = candidate.in_body >= _OFTEN_ALONE and candidate.in_sentence
    return often and not _is_vague(candidate)


def _is_vague(candidate: _Candidate) -> bool:
    """Whether it says only that there is some of something, when, or how it goes."""
    if _CHANGE.fullmatch(candidate.printed) or _VAGUE.search(candidate.printed):
        return True
    return fold(candidate.printed) in vocabulary.stop_alone()


def _adds_up(words: Sequence[Word]) -> bool:
    """Whether words that each say little make a topic together."""
    return len(words) >= _MANY or sum(weight([word]) > 0 for word in words) == _MANY - 1


def _counts(candidate: _Candidate, is_topic: bool) -> bool:
    """Whether the page speaks of it, or says what another page speaks of."""
    if _is_spoken_of(candidate):
        return True
    word = candidate.word
    said = word is None or (word.stands_alone and candidate.count >= _OFTEN)
    return is_topic and said and candidate.weight == 1


def _body(page: Page) -> str:
    """The page without contacts and the like; wrapped lines joined where a statement goes on."""
    return "\n".join("".join(_joined(statement)) for statement in _statements(page))


def _joined(statement: Sequence[str]) -> Iterator[str]:
    lines = [line for line in map(str.strip, statement) if not _ASIDE.search(line)]
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        is_wrapped = len(line) >= max(_WRAPPED, _FILLED * len(following))
        yield line if is_wrapped else line + "\n"


def _statements(page: Page) -> Iterator[list[str]]:
    for flow in page.statements:
        ends = (*flow.starts[1:], len(flow.text))
        yield [flow.text[start:end] for start, end in zip(flow.starts, ends, strict=True)]


def _weight(key: str, words: Sequence[Word]) -> float:
    if len(key) < 2 or not _WORTH.search(key) or _PARTICLE.fullmatch(key):
        return 0.0
    if _HALF_SAID.search(key) or _NO_TOPIC.search(key):
        return 0.0
    if len(words) > 1 and _is_half(words[0], words[1]):
        return 0.0
    if key in (stops := vocabulary.stop_words()):
        return stops[key]
    return weight(words) if words else 1.0


def _is_half(word: Word, following: Word) -> bool:
    """Whether a compound that begins with the word is a piece of a longer one (経融資), or points
    to what was said (本税制).
    """
    if word.is_prefix:
        return _POINTING.fullmatch(word.surface) is not None
    return _HALF_WORD.fullmatch(word.surface) is not None and not following.is_suffix


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
        if not any(_adds_nothing(key, other, candidates) for other in scores if other != key):
            chosen.append(key)
    return [
        Term(term=candidates[key].printed, weight=round(scores[key] / scores[ordered[0]], 3))
        for key in chosen
    ]


def _said_once(
    candidates: dict[str, _Candidate],
    terms: Sequence[Term],
    on_pages: Counter[str],
    topics: Container[str],
    pages: int,
) -> list[Term]:
    """What a page with few terms names in a sentence, in the order in which it does so; first what
    others name, too.
    """
    if len(terms) >= _ENOUGH:
        return []
    said = [fold(term.term) for term in terms]
    least = min((term.weight for term in terms), default=1 / _ONCE)
    named = [
        key
        for key, each in candidates.items()
        if on_pages[key] <= _FIELD * pages + 2 and _is_named(each, key in topics)
    ]
    for key in sorted(named, key=lambda key: on_pages[key] == 1):
        if len(said) == _ENOUGH:
            break
        if not any(key in other or other in key for other in said):
            said.append(key)
    weight_of_each = round(_ONCE * least, 3)
    return [Term(term=candidates[key].printed, weight=weight_of_each) for key in said[len(terms) :]]


def _is_named(candidate: _Candidate, is_topic: bool) -> bool:
    """Whether what a page says in passing can be searched by: a compound with something to say, a
    name by first letters, or a word that another page speaks of.
    """
    words = candidate.words
    if not words or not candidate.in_sentence or _is_vague(candidate):
        return False
    if any(word.is_place for word in words) or words[-1].is_manner:
        return False
    if any(word.surface in JOINS for word in words) and any(word.is_act for word in words):
        return False  # 購入・備え付け
    if (word := candidate.word) is not None:
        spells = word.is_compound or bool(_ACRONYM.fullmatch(word.surface))
        return candidate.weight == 1 and (spells or (is_topic and word.stands_alone))
    return candidate.weight == 1 or _adds_up(words)


def _adds_nothing(key: str, other: str, candidates: dict[str, _Candidate]) -> bool:
    """Whether a term is a mere part of another, or another with a word that the page adds only
    once.
    """
    part = key in other and candidates[key].count <= candidates[other].count
    return part or (other in key and candidates[key].count == 1)


def _score(candidate: _Candidate, on_pages: int, pages: int) -> float:
    """TF-IDF with a damped count (Salton & Buckley 1988)."""
    if not candidate.titled and pages > 1 and on_pages > _COMMON * pages + 2:
        return 0.0
    return (
        candidate.weight
        * (1 + math.log(candidate.count))
        * math.log((pages + 1) / (on_pages + 0.5))
    )
