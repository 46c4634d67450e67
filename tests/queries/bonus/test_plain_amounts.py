"""The plain cap or rate under a higher one: of the same page, part and size."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast

import pytest

from graph.store import Store
from queries.bonus.rule_book.plain_amounts import Raise, plain_amounts
from queries.sources import Source

CAP = {"printed": "100万円", "yen": 10**6, "with_uplift": False, "size_class": None, "band": None}


class Page:
    """A store that answers with one page."""

    def __init__(self, *caps: dict[str, Any], rule: str) -> None:
        self.row = {
            "rule": rule,
            "document": "leaflet",
            "line_start": 1,
            "line_end": 50,
            "caps": json.dumps([CAP | {"frame": None} | cap for cap in caps]),
            "rates": "[]",
        }

    def read(self, _cypher: str, /, **_params: Any) -> list[dict[str, Any]]:
        return [self.row]


RAISED = Raise(
    benefit="cap_uplift",
    value="8,000万円",
    is_added=False,
    parts=frozenset({"大窯枠（5名以下）"}),
    size_class=None,
    left_out=frozenset(),
    sources=(Source("leaflet", 20),),
)


def base(raised: Raise, *caps: dict[str, Any]) -> tuple[str, ...]:
    page = cast(Store, Page(*caps, rule="rule:1"))
    return plain_amounts(page, {"rule:1": raised}).get("rule:1", ())


SAME = {"frame": "大窯枠", "band": "5名以下"}


def test_the_cap_of_the_same_part_stands_under_it() -> None:
    others = [{"frame": "大窯枠", "band": "6名以上", "printed": "200万円"}, {"printed": "300万円"}]
    assert base(RAISED, SAME, *others) == ("100万円",)


@pytest.mark.parametrize(
    "caps",
    [
        [SAME | {"with_uplift": True}],
        [SAME, SAME | {"printed": "200万円"}],
        [SAME | {"printed": "8,000万円"}],
        [{"frame": "小窯枠"}],
    ],
    ids=["raised itself", "two", "the same", "another part"],
)
def test_what_is_not_one_plain_cap_stands_under_nothing(
    caps: list[dict[str, Any]],
) -> None:
    assert base(RAISED, *caps) == ()


def test_a_page_that_does_not_state_the_rule_says_nothing() -> None:
    assert base(replace(RAISED, sources=(Source("leaflet", 60),)), SAME) == ()


def test_a_sum_on_top_may_be_as_large_as_the_plain_one() -> None:
    added = replace(RAISED, value="100万円", is_added=True)
    assert base(added, SAME) == ("100万円",)
    assert base(replace(added, is_added=False), SAME) == ()
