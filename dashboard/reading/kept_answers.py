"""Answers that are kept for the next page, within so many bytes: the one that was asked for
longest ago goes first.
"""

from __future__ import annotations

import gc
import sys
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from itertools import islice
from threading import Lock
from types import FunctionType, ModuleType
from typing import Any

_SHARED = (type, ModuleType, FunctionType)  # what no answer has for itself
_SAMPLE = 200  # parts that are weighed one by one


class _Kept:
    """One answer; the lock is held while it is put together, so that of all who ask at once one
    does.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.there = False
        self.answer: Any = None
        self.bytes = 0


class KeptAnswers:
    """Answers by what was asked, of at most `most` bytes together. The last one stays, however
    large it is.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._lock = Lock()  # held for a look-up alone: nobody waits for another's answer
        self.bytes = 0

    def get(self, asked: Hashable, answer: Callable[[], Any]) -> Any:
        """What is kept under `asked`, else what `answer` gives, which is kept; an error is not."""
        with self._lock:
            one = self._answers.get(asked)
            if one is None:
                one = self._answers[asked] = _Kept()
            else:
                self._answers.move_to_end(asked)
            if one.there:
                return one.answer
        with one.lock:
            if not one.there:
                try:
                    one.answer = answer()
                except BaseException:
                    self._forget(asked, one)
                    raise
                self._weighed(asked, one)
            return one.answer

    def _weighed(self, asked: Hashable, one: _Kept) -> None:
        weight = bytes_of((asked, one.answer))
        with self._lock:
            one.there = True
            if self._answers.get(asked) is not one:  # too much came in between
                return
            one.bytes = weight
            self.bytes += weight
            for key in list(self._answers):
                if self.bytes <= self._most or len(self._answers) == 1:
                    return
                if key != asked and self._answers[key].there:
                    self.bytes -= self._answers.pop(key).bytes

    def _forget(self, asked: Hashable, one: _Kept) -> None:
        with self._lock:
            if self._answers.get(asked) is one:
                del self._answers[asked]


def bytes_of(answer: object) -> int:
    """About how many bytes of memory an answer takes with all that it is made of, each part once;
    classes and functions are not its own. Of what holds very many parts some are weighed for all.
    """
    return _bytes_of(answer, set())


def _bytes_of(part: object, seen: set[int]) -> int:
    if id(part) in seen or isinstance(part, _SHARED):
        return 0
    seen.add(id(part))
    parts: Collection[object]
    if type(part) in (list, tuple, set, frozenset):
        parts = part  # type: ignore[assignment]  # one of these
    elif type(part) is dict:
        parts = (*part, *part.values())
    else:
        parts = gc.get_referents(part)
    every = len(parts) // _SAMPLE + 1
    inside = sum(_bytes_of(each, seen) for each in islice(parts, 0, None, every))
    return sys.getsizeof(part) + every * inside
