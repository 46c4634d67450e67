"""The address of a page holds its state, so that it can be sent to a colleague."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.text.words import LANGUAGES
from graph.bounds import ADDRESS_VALUE, ADDRESS_VALUES

# what stands in an address by name: a text, several under one name, or nothing
Values = Mapping[str, str | list[str] | None]


def read(name: str) -> str:
    """What the address says for `name`, or an empty text; of a value that is too long its beginning
    (`ADDRESS_VALUE`).
    """
    return st.query_params.get(name, "")[:ADDRESS_VALUE]


def read_list(name: str) -> list[str]:
    """All that the address says for a name that may stand several times: of too many values the
    first (`ADDRESS_VALUES`), of one that is too long its beginning.
    """
    return [value[:ADDRESS_VALUE] for value in st.query_params.get_all(name)[:ADDRESS_VALUES]]


def too_long() -> tuple[str, ...]:
    """The names for which the address says more than is read: a value that is too long, or too
    many.
    """
    return tuple(
        name[:ADDRESS_VALUE]
        for name in list(st.query_params)[:ADDRESS_VALUES]
        if len(values := st.query_params.get_all(name)) > ADDRESS_VALUES
        or any(len(value) > ADDRESS_VALUE for value in values)
    )


def changed(state: object, first: object) -> dict[str, str | list[str]]:
    """The fields of a page's state as an address has them; empty where they are as at first.
    `wrong`, what an address said that cannot be, is none of them.
    """
    at_first = vars(first)
    return {
        name: _as_text(value) if value != at_first[name] else ""
        for name, value in vars(state).items()
        if name != "wrong"
    }


def _as_text(value: object) -> str | list[str]:
    if isinstance(value, tuple):
        return list(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def write(values: Values) -> None:
    """Puts values into the address, in one step of the browser's history; an empty one is taken
    out.
    """
    before = {name: st.query_params.get_all(name) for name in st.query_params}
    after = {
        name: [value] if isinstance(value, str) else list(value or ())
        for name, value in {**before, **values}.items()
        if value
    }
    if after != before:
        st.query_params.from_dict(after)


def language() -> str:
    """The language that the address asks for, else the one chosen before, else the browser's, else
    Japanese.
    """
    wanted = read("lang")
    if wanted in LANGUAGES:
        return wanted
    before: str = st.session_state.get("language", "")
    if before:
        return before
    browser = (st.context.locale or "")[:2]
    return browser if browser in LANGUAGES else LANGUAGES[0]


def link(page: str, language: str, /, **values: str | Sequence[str]) -> str:
    """The address of a page of ours, relative to the server's own."""
    parameters = {name: value for name, value in values.items() if value} | {"lang": language}
    return f"{page}?{urlencode(parameters, doseq=True)}"
