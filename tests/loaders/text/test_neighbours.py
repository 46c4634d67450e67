"""Things with the one before them."""

from __future__ import annotations

from loaders.text.neighbours import with_before


def test_each_thing_has_the_one_before_it_and_the_first_none():
    assert list(with_before("あいう")) == [(None, "あ"), ("あ", "い"), ("い", "う")]
    assert list(with_before([])) == []
