"""What the list of pairs shows, and marks that somebody made before."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from queries.overlap import marks_file
from queries.overlap.marks import Mark, now


def listed(app: AppTest) -> list[str]:
    return [
        button.label.replace("\\", "")
        for button in app.button
        if (button.key or "").startswith("pair-")
    ]


def remark(kept: Path, a: str, b: str, who: str = "", **changed: str | int) -> None:
    pair = Mark(a=a, b=b, title_a="あ", title_b="い", score=0.9, grade=3, at=now(), who=who)
    marks_file.change(kept, pair, {}, changed)
