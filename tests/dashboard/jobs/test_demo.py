"""The script of the demonstration: every address in it opens and shows what the script says."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from docs import demo_page


def test_the_script_says_what_its_pages_show(
    bundled_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(bundled_graph))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)
    page = demo_page.PAGE.read_text(encoding="utf-8")
    assert page == demo_page.written(str(bundled_graph)), "python -m docs.demo_page"


def test_the_script_has_a_step_at_least_every_twenty_seconds_of_two_minutes() -> None:
    begins = [step.begins for step in demo_page.steps(("a", "b"))]
    seconds = [int(minutes) * 60 + int(rest) for minutes, rest in (b.split(":") for b in begins)]
    assert seconds[0] == 0 and seconds[-1] < 120
    assert all(0 < after - before <= 20 for before, after in pairwise(seconds))
    for step in demo_page.steps(("a", "b")):
        blanks = set(re.findall(r"\{(\d)\}", step.say))
        assert blanks == {str(at) for at in range(len(step.seen))}, step.title
