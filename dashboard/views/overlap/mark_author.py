"""Who marks pairs: the name that the visitor gives, kept in the session, or that of the login."""

from __future__ import annotations

import streamlit as st

from dashboard.state.page_state import fill, value
from dashboard.text.words import Words
from queries.overlap.marks import LONGEST_NAME

_NAME, _FIELD = "overlap_author", "overlap_author_field"


def author() -> str:
    """The name that marks of this session bear; "" where none was given."""
    typed = st.session_state.get(_FIELD)  # of a name that was typed just before, not yet kept
    return _login() or " ".join((typed or st.session_state.get(_NAME) or "").split())


def ask_name(words: Words, disabled: bool) -> None:
    """The field for the name; with a login its name stands, and no other can be given."""
    login = _login()
    fill(_FIELD, login or st.session_state.get(_NAME, ""))
    st.text_input(
        words("remark.who"),
        key=_FIELD,
        max_chars=LONGEST_NAME,
        placeholder=words("remark.who_placeholder"),
        help=words("remark.who_login" if login else "remark.who_help"),
        on_change=_keep,
        disabled=disabled or bool(login),
    )


def _keep() -> None:
    st.session_state[_NAME] = " ".join((value(_FIELD) or "").split())


def _login() -> str:
    user = st.user
    if not user.get("is_logged_in"):
        return ""
    return str(user.get("name") or user.get("email") or "")[:LONGEST_NAME]
