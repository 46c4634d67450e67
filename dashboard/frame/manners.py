"""How the browser behaves on every page: links of ours are followed without loading anew, the
document says its language, the search field and the tools of the head do what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.text.words import Words

NAME = "shisaku_manners"


@cache
def _renderer() -> Callable[..., Any]:
    return st.components.v2.component(
        NAME,
        js=Path(__file__).with_name("manners.js").read_text(encoding="utf-8"),
        html="<span hidden></span>",
        isolate_styles=False,
    )


def show(words: Words, pages: Sequence[str]) -> None:
    """Puts the manners into the page. `pages`: what a link may lead to without loading anew, by
    the last part of its address; the empty one is the server's own address.
    """
    known = {
        "language": words.language,
        "pages": ["", *pages],
        "skip": words("frame.skip"),
    }
    _renderer()(data=known, key=NAME)
