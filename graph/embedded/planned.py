"""A connection that keeps the plans of the queries that it was asked last.

LadybugDB's own connections keep every plan until they are closed, and none of a query without
parameters; to plan a query takes as long as to answer most of them.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Hashable
from typing import Any

import ladybug

from graph.embedded.limits import MOST_PLANS

_NESTED = dict, list, tuple
_WIDTHS = 7, 8, 15, 16, 31, 32  # bits of the whole numbers that a plan tells apart


class _Plan(ladybug.PreparedStatement):
    """A plan that can be dropped also where it could not be made: LadybugDB's own would then print
    an AttributeError.
    """

    _prepared_statement: Any = None


class Planned:
    """A connection for one reader at a time, with MOST_PLANS plans at most: of more, the one that
    was not asked for the longest time goes.
    """

    def __init__(self, connection: ladybug.Connection) -> None:
        self._connection = connection
        self._plans: OrderedDict[tuple[str, Hashable], _Plan] = OrderedDict()
        self._texts: Counter[str] = Counter()

    @property
    def plans(self) -> int:
        """How many plans it keeps."""
        return len(self._plans)

    def has(self, cypher: str) -> bool:
        """Whether it keeps a plan of this query."""
        return cypher in self._texts

    def execute(
        self, cypher: str, params: dict[str, Any]
    ) -> ladybug.QueryResult | list[ladybug.QueryResult]:
        """The answer. Raises RuntimeError where LadybugDB has none."""
        asked = cypher, _kind(params)
        plan = self._plans.get(asked)
        if plan is None:
            plan = _Plan(self._connection, cypher, params)
            self._keep(asked, plan)
        self._plans.move_to_end(asked)
        return self._connection.execute(plan, params)

    def _keep(self, asked: tuple[str, Hashable], plan: _Plan) -> None:
        self._plans[asked] = plan
        self._texts[asked[0]] += 1
        if len(self._plans) > MOST_PLANS:
            (gone, _), _ = self._plans.popitem(last=False)
            self._texts -= Counter([gone])

    def close(self) -> None:
        """Gives the plans' memory and the connection back."""
        self._plans.clear()
        self._texts.clear()
        self._connection.close()


def _kind(value: Any) -> Hashable:
    """What of a parameter's value its plan depends on: another kind needs another plan."""
    if isinstance(value, dict):
        return tuple((key, _kind(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        types = frozenset(map(type, value))
        return list, types if types.isdisjoint(_NESTED) else frozenset(map(_kind, value))
    if type(value) is int:
        bits = (value if value >= 0 else ~value).bit_length()
        return int, value < 0, next((width for width in _WIDTHS if bits <= width), 64)
    return type(value).__name__
