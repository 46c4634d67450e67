"""Buttons that turn the pages of a list."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.text.words import Words


def show(words: Words, name: str, page: int, pages: int, change: Callable[..., None]) -> None:
    """One page back and on of the list of that name; `change(page=3)` is called back. Nothing where
    there is one page.
    """
    if pages <= 1:
        return
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.button(
            words("pager.before"),
            key=f"{name}_page_before",
            type="tertiary",
            disabled=page == 1,
            on_click=change,
            kwargs={"page": page - 1},
        )
        st.caption(words("pager.page", page=page, pages=pages), width="content")
        st.button(
            words("pager.after"),
            key=f"{name}_page_after",
            type="tertiary",
            disabled=page == pages,
            on_click=change,
            kwargs={"page": page + 1},
        )
