"""The title of the browser's window: what is shown, the page, the dashboard."""

from __future__ import annotations

import streamlit as st

from dashboard.text.words import Words


def of_page(words: Words, name: str) -> None:
    """Names what a page shows; `app.py` names the page alone before."""
    st.set_page_config(page_title=f"{name} – {words('app.title')}")
