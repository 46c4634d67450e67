"""The noun compounds of a text (SudachiPy), without the words of administration at their ends: what
key terms are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sudachipy import Morpheme, SplitMode

from loaders import vocabulary
from loaders.text.lines import fold
from loaders.text.readings import tokenizer
from loaders.vocabulary.patterns import patterns

LONGEST = 5  # words
_LONG = 3  # of so many words the first of a cut name belongs to what stands before it
# Sudachi refuses more than 49149 bytes at a time; a page that no one foresaw must not end the run
_CHUNK = 8000
_PATTERNS = patterns(__file__)
_BREAK = _PATTERNS["break"]
_ENUMERATION = _PATTERNS["enumeration"]
_ENUMERATOR = _PATTERNS["enumerator"]
_ONE_WORD = _PATTERNS["one_word"]
_BLANK = _PATTERNS["blank"]
_BOUND = _PATTERNS["bound"]
_QUALIFIES = _PATTERNS["qualifies"]
_KIND_OF_BODY = _PATTERNS["kind_of_body"]
_CHANGES = _PATTERNS["changes"]
_ANSWER = _PATTERNS["answer"]
_FORMAL = _PATTERNS["formal"]
_PERSONS = _PATTERNS["persons"]
_HANGING = _PATTERNS["hanging"]
_ORDINAL = _PATTERNS["ordinal"]
_GOES_ON = _PATTERNS["goes_on"]
JOINS = ("・", "&")  # two words with but such a sign between them may be one name
_AND_MORE = "等"
# what stands before a dot, or is an adverb, is no name
_PART_SAID = (*JOINS, "的")
_NAME = ("名詞", "普通名詞", "一般", "*")


@dataclass(frozen=True)
class Word:
    """A word of a run of nouns."""

    surface: str
    """As printed."""
    kind: tuple[str, ...]
    """Its parts of speech by SudachiPy's dictionary."""
    units: tuple[str, ...]
    """The short words that it is made of, folded; itself, if it is none."""

    @property
    def is_prefix(self) -> bool:
        return self.kind[0] == "接頭辞"

    @property
    def is_suffix(self) -> bool:
        return self.kind[0] == "接尾辞"

    @property
    def is_act(self) -> bool:
        """Whether the word is what is done (開拓, 支援)."""
        return self.kind[2] == "サ変可能"

    @property
    def is_place(self) -> bool:
        return self.kind[2] == "地名"

    @property
    def is_manner(self) -> bool:
        """Whether the word is but how something is (有力, 同様)."""
        return self.kind[0] == "形状詞" or self.kind[2] == "形状詞可能"

    @property
    def stands_alone(self) -> bool:
        """Whether the word by itself can name a thing: no place, no degree or manner."""
        return self.kind[0] == "名詞" and not (
            self.kind[2] in ("形状詞可能", "サ変形状詞可能") or self.is_place
        )

    @property
    def is_compound(self) -> bool:
        """Whether the dictionary has as one word what others write as two (在庫管理)."""
        return sum(len(unit) > 1 for unit in self.units) > 1


@dataclass(frozen=True)
class Compound:
    """Nouns that stand together."""

    words: tuple[Word, ...]
    """Its words, one at least."""
    whole: bool
    """Whether no more stands there than it and words of administration after it; what does not is
    a piece of a name or of an enumeration.
    """

    cut: bool = False
    """Whether it begins within a name, behind a dot, 等 or the number of a row."""
    in_sentence: bool = False
    """Whether a sentence goes on behind it: no cell, label or heading ends there."""

    @property
    def printed(self) -> str:
        return "".join(word.surface for word in self.words).strip()


@dataclass(frozen=True)
class _Before:
    """What stands right before a run of nouns."""

    run: tuple[Word, ...]
    """The run before it; empty where none is."""
    sign: str
    """What stands between the two."""

    @property
    def cuts(self) -> bool:
        """Whether a long run behind is the end of a name that begins here: 農産物等輸出拡大施設,
        第四次産業革命. What tells an act (市場開拓・販路拡大) is whole by itself.
        """
        if self.sign == _AND_MORE:
            return weight(self.run) > 0
        is_joined = self.sign in JOINS and bool(self.run)
        if is_joined and (self.run[-1].is_suffix or self.run[-1].is_act):
            return False
        return is_joined or bool(_ORDINAL.fullmatch(self.sign))


_NOTHING = _Before((), "")


def compounds(text: str) -> Iterator[Compound]:
    """The compounds of a text of any length, in its order. What it enumerates (four names or more
    in a row) is left out.
    """
    for chunk in _chunks(text):
        yield from _of_chunk(chunk)


@lru_cache(maxsize=2**12)  # measures of one policy item repeat it
def _of_chunk(chunk: str) -> tuple[Compound, ...]:
    found: list[Compound] = []
    run: list[Word] = []
    before = _NOTHING
    for word in (*_words(chunk), ""):
        if isinstance(word, Word):
            run.append(word)
            continue
        if run:
            found += _cut(run, before, word)
        before = _Before(tuple(run), word)
        run = []
    return tuple(found)


def weight(words: Sequence[Word]) -> float:
    """How much is said by words that stand together (0 to 1): as much as by the one of them that
    says most; 0, if each is one of administration or says nothing alone.
    """
    if any(_CHANGES.fullmatch(word.surface) and word.is_prefix for word in words):
        return 1.0  # 再構築 is more than 構築
    return max(map(_weight, words), default=0.0)


@lru_cache(maxsize=2**14)
def _weight(word: Word) -> float:
    stops, alone = vocabulary.stop_words(), vocabulary.stop_alone()
    key = fold(word.surface)
    if key in stops or key in alone:
        return stops.get(key, 0.0)
    if word.is_suffix or word.is_prefix or word.surface in JOINS:
        return 0.0
    long = [unit for unit in word.units if len(unit) > 1]  # 研究会 says as much as 研究
    return max((stops.get(u, 0.0 if u in alone else 1.0) for u in long), default=1.0)


def _chunks(text: str) -> Iterator[str]:
    one_word = _BLANK.sub("", text)
    plain = _ENUMERATION.sub("\n", _ENUMERATOR.sub("\n", one_word))
    pieces = _BREAK.split(plain)
    for piece, ends in zip(pieces[::2], (*pieces[1::2], "\n"), strict=True):
        for at in range(0, len(piece), _CHUNK):
            yield piece[at : at + _CHUNK] + (ends[0] if _GOES_ON.fullmatch(ends[0]) else "\n")


def _words(chunk: str) -> Iterator[Word | str]:
    """The words that may be part of a compound; what ends one as it is printed."""
    for at, piece in enumerate(_ONE_WORD.split(chunk)):
        if at % 2:
            yield Word(piece, _NAME, (fold(piece),))
            continue
        for morpheme in tokenizer().tokenize(piece):
            if morpheme.is_oov():  # what it is hangs on what stands around it
                yield _word(morpheme)
                continue
            key = morpheme.word_id(), morpheme.surface()
            if (word := _READ.get(key)) is None:
                word = _READ[key] = _word(morpheme)
            yield word


# entry of the dictionary and how it is printed -> what it is: texts say the same words again and
# again
_READ: dict[tuple[int, str], Word | str] = {}


def _word(morpheme: Morpheme) -> Word | str:
    """The word, where it may be part of a compound, else as it is printed."""
    surface: str = morpheme.surface()
    if not _joins(morpheme):
        return surface
    units = tuple(fold(unit.surface()) for unit in morpheme.split(SplitMode.A))
    return Word(surface, tuple(morpheme.part_of_speech()), units or (fold(surface),))


def _joins(morpheme: Morpheme) -> bool:
    """Whether the word may be a part of a compound, by the parts of speech of SudachiPy's
    dictionary.
    """
    kind: tuple[str, ...] = morpheme.part_of_speech()
    if kind[0] == "名詞":
        joins = kind[1] != "数詞" and kind[2] not in ("助数詞", "助数詞可能", "副詞可能", "人名")
    else:
        joins = (
            (kind[0] == "形状詞" and kind[1] == "一般")
            or kind[0] == "接頭辞"
            or (kind[0] == "接尾辞" and kind[1] == "名詞的" and kind[2] != "助数詞")
        )
    return joins and not _FORMAL.fullmatch(morpheme.surface())


def _cut(run: Sequence[Word], before: _Before, behind: str) -> Iterator[Compound]:
    """The run's compound; of one that is too long those between words of administration.

    With a single word `before` it and but a dot between them it is one: 生活・就労ガイドブック.
    `behind`: what follows the run.
    """
    start, end = _core(run)
    if end - start <= LONGEST:
        words = tuple(run[start:end])
        joined = before.run[_core(before.run)[0] :] if before.sign in JOINS else ()
        paired = bool(words) and start == 0 and _is_pair(joined, words)
        cut = start == 0 and before.cuts and not paired and len(words) >= _LONG
        if paired:
            words = (joined[0], Word(before.sign, _NAME, (before.sign,)), *words)
        if words:
            is_whole = start == 0 and behind not in _PART_SAID and before.sign not in JOINS
            goes_on = bool(_GOES_ON.fullmatch(behind))
            yield Compound(words, whole=is_whole, cut=cut, in_sentence=goes_on)
        return
    piece: list[Word] = []
    for word in (*run[start:end], None):
        if word is not None and not _is_stop(word):
            piece.append(word)
            continue
        first, last = _core(piece)
        if 0 < last - first <= LONGEST:
            yield Compound(tuple(piece[first:last]), whole=False)
        piece = []


def _is_pair(before_dot: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a single word before a dot belongs to the words after it."""
    least = 1.0 if len(words) == 1 else 0.1
    return len(before_dot) == 1 and weight(before_dot) >= least and weight(words) >= least


def _is_stop(word: Word) -> bool:
    return vocabulary.stop_words().get(fold(word.surface)) == 0


def _is_prefix_at(run: Sequence[Word], at: int) -> bool:
    return at < len(run) and run[at].is_prefix


def _core(run: Sequence[Word]) -> tuple[int, int]:
    """Where in the run its compound stands: without words of administration at its ends, nor what
    they leave hanging (a suffix or the end of a longer word at the head, a prefix or an adverb at
    the tail, several prefixes).
    """
    start, end = 0, len(run)
    while start < end and (_is_stop(run[start]) or run[start].is_suffix):
        start += 1
    if 0 < start < end:
        start = next((at for at in range(start) if _QUALIFIES.fullmatch(run[at].surface)), start)
    end = _tail(run, start)
    if 0 < start < end - 1 and _BOUND.fullmatch(run[start].surface):
        start -= 1  # 事業場内最低賃金 begins with 事業 after all
    cut = end - start < len(run) or len(run) > LONGEST
    while start < end and run[start].is_prefix and (cut or _is_prefix_at(run, start + 1)):
        start += 1
    if start < end and _BOUND.fullmatch(run[start].surface):
        start += 1
    return start, end


def _tail(run: Sequence[Word], start: int) -> int:
    """Where the compound ends: 輸出環境整備緊急対策 tells of 輸出環境."""
    end = _without_stops(run, start, len(run))
    while start + 1 < end and (end < len(run) or _ANSWER.fullmatch(run[end - 1].surface)):
        if not (hangs := _hanging(run, start, end)):
            break
        end = _without_stops(run, start, end - hangs)
    if end - start == 1 and end < len(run) and _KIND_OF_BODY.fullmatch(run[end].surface):
        end += 1  # 中核企業: the word alone is half of the name
    return end


def _hanging(run: Sequence[Word], start: int, end: int) -> int:
    """How many of the last words say only how something is done, or that it is answered."""
    if end - start < 2:
        return 0
    if _ANSWER.fullmatch(run[end - 1].surface):
        return int(_is_stop(run[end - 2]) or _hanging(run, start, end - 1) > 0)
    if _HANGING.fullmatch(run[end - 1].surface):
        return 1
    two = "".join(word.surface for word in run[end - 2 : end])
    return 2 if end - start > 2 and _HANGING.fullmatch(two) else 0


def _without_stops(run: Sequence[Word], start: int, end: int) -> int:
    while start < end and (_is_stop(run[end - 1]) or run[end - 1].is_prefix):
        if end - 1 > start and _CHANGES.fullmatch(run[end - 2].surface):
            break
        two = "".join(word.surface for word in run[end - 2 : end])
        if end - 2 > start and _PERSONS.fullmatch(two) and not _is_stop(run[end - 2]):
            break
        end -= 1
    return end
