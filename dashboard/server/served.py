"""What `streamlit run` serves: the application behind the door."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from dashboard.server.door import Door
from dashboard.server.nested import NoPageBelow

app = st.App(
    Path(__file__).parents[1] / "app.py", middleware=[Middleware(Door), Middleware(NoPageBelow)]
)
