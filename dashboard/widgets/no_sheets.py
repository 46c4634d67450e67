"""What stands where a graph holds no budget programmes."""

from __future__ import annotations

import streamlit as st

from dashboard.text.words import Words

# the year is the one of which the published tables are known
_COMMANDS = """shisaku fetch rs 2024
shisaku extract documents/ rs-2024/ --out catalogue-rs
shisaku load --catalogue catalogue-rs"""


def show(words: Words) -> None:
    """That there are none, and how to get them."""
    st.info(words("sheets.none"))
    st.code(_COMMANDS, language="shell")
