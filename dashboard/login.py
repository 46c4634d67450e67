"""A login in front of every page, with any provider of OpenID Connect: Streamlit's own, switched on
by a file of its settings (dashboard/login_file.py).
"""

from __future__ import annotations

import os

import streamlit as st

from dashboard.login_file import VARIABLE
from dashboard.text.words import Words


def lets_in(words: Words) -> bool:
    """Whether this visitor may see the pages: everybody where no login is asked for, else who is
    logged in; to others it shows the button that leads there.
    """
    if not os.environ.get(VARIABLE):
        return True
    if st.user.get("is_logged_in"):
        st.button(words("login.leave"), key="login_leave", type="tertiary", on_click=st.logout)
        return True
    st.info(words("login.needed"))
    st.button(words("login.enter"), key="login_enter", type="primary", on_click=st.login)
    return False
