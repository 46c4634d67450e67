"""Articles in the order of the law."""

from __future__ import annotations

from queries.programmes.articles import in_order


def test_articles_stand_in_the_order_of_their_numbers() -> None:
    printed = [
        "第八十六条の七",
        "第四十九条の十",
        "第十条",
        "第２条第1項",
        "第十条",
        "第四十九条の二",
    ]
    assert in_order(printed) == (
        "第２条第1項",
        "第十条",
        "第四十九条の二",
        "第四十九条の十",
        "第八十六条の七",
    )
    assert in_order([]) == ()
