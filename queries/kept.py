"""Answers that are kept until another graph is loaded: what is asked again and again, and takes
long to put together.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from graph.store import Store

Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")
_MOST = 8  # answers of one question to one store


class _Kept:
    """The answer to one question with its arguments, and the stamp of the graph that gave it. The
    lock is held while it is put together, so that of all threads that ask at once one does.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.stamp: str | None = None
        self.answer: Any = None


def kept(
    question: Callable[Concatenate[Store, Rest], Answer],
) -> Callable[Concatenate[Store, Rest], Answer]:
    """The question, answered anew only where the store's stamp says that the graph is another. Its
    arguments must be hashable, and nobody may change its answer. An error is not kept.
    """
    stores: WeakKeyDictionary[Store, OrderedDict[Hashable, _Kept]] = WeakKeyDictionary()
    at_hand = Lock()  # held for a look-up alone: no question waits until another one is answered

    @wraps(question)
    def answered(store: Store, /, *args: Rest.args, **named: Rest.kwargs) -> Answer:
        asked = (args, tuple(sorted(named.items())))
        with at_hand:
            answers = stores.setdefault(store, OrderedDict())
            one = answers.setdefault(asked, _Kept())
            answers.move_to_end(asked)
            if len(answers) > _MOST:
                answers.popitem(last=False)
        with one.lock:
            stamp = store.status().stamp
            if one.stamp is None or one.stamp != stamp:
                one.answer, one.stamp = question(store, *args, **named), stamp
            answer: Answer = one.answer
            return answer

    return answered
