"""HTML whose links are picked on the page itself, which is not loaded anew for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st

NAME = "shisaku_choices"


@cache
def _renderer() -> Callable[..., Any]:
    return st.components.v2.component(
        NAME,
        js=Path(__file__).with_name("choices.js").read_text(encoding="utf-8"),
        html='<div class="choices"></div>',
        isolate_styles=False,
    )


def show(html: str, key: str, pick: Callable[[str], None]) -> None:
    """Shows HTML; a click on a link of it that has `data-pick` calls `pick` with what stands there.
    Other links, and those opened in a window of their own, lead where they lead.
    """
    _renderer()(data={"html": html}, key=key, on_picked_change=partial(_picked, key, pick))


def _picked(key: str, pick: Callable[[str], None]) -> None:
    if chosen := st.session_state[key].picked:
        pick(chosen)
