"""How a bonus rule is told in one line."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from commands.lines import _raised


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (["港町補助金"], ["港町補助金"]),
        (["港町補助金、網元税制", "網元税制"], ["港町補助金、網元税制"]),
        (["網元税制", "港町補助金、網元税制"], ["港町補助金、網元税制"]),
        (["港町補助金", "網元税制", "港町補助金"], ["港町補助金", "網元税制"]),
    ],
)
def test_what_a_rule_raises_is_named_once(printed: list[str], told: list[str]) -> None:
    raises = [SimpleNamespace(printed=each, name=each) for each in printed]
    assert _raised(SimpleNamespace(raises=raises)) == told
