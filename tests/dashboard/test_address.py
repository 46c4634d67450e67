"""Of what an address says so much is read, and the page says where there was more."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from graph.bounds import ADDRESS_VALUE, ADDRESS_VALUES, OPENED_NODES
from tests.dashboard.browsing import PATIENCE
from tests.made_up import catalogue as made_up
from tests.paths import ROOT

APP = ROOT / "dashboard" / "app.py"


def _read() -> None:
    import streamlit as st

    from dashboard.state import address

    st.session_state["read"] = (
        address.read("q"),
        address.read_list("open"),
        address.too_long(),
    )


def _said(**address: str | list[str]) -> tuple[str, list[str], tuple[str, ...]]:
    app = AppTest.from_function(_read, default_timeout=PATIENCE)
    for name, value in address.items():
        app.query_params[name] = value
    read: tuple[str, list[str], tuple[str, ...]] = app.run().session_state["read"]
    return read


def test_a_value_is_read_up_to_its_bound() -> None:
    for length in (ADDRESS_VALUE - 1, ADDRESS_VALUE):
        assert _said(q="9" * length) == ("9" * length, [], ())
    for length in (ADDRESS_VALUE + 1, 60_000):
        assert _said(q="9" * length) == ("9" * ADDRESS_VALUE, [], ("q",))


def test_values_under_one_name_are_read_up_to_their_bound() -> None:
    for count in (ADDRESS_VALUES - 1, ADDRESS_VALUES):
        assert _said(open=["a"] * count) == ("", ["a"] * count, ())
    assert _said(open=["a"] * (ADDRESS_VALUES + 1)) == ("", ["a"] * ADDRESS_VALUES, ("open",))
    assert _said(open=["a", "b" * 999])[1:] == (["a", "b" * ADDRESS_VALUE], ("open",))


def test_a_page_says_that_its_address_is_too_long(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.query_params["lang"] = "en"
    app.query_params["does"] = "9" * 60_000
    app.run()
    assert not app.exception
    assert any("too long under does" in warning.value for warning in app.warning)


def _opened() -> None:
    import streamlit as st

    from dashboard.views.explorer.state import EXPLORER

    state = EXPLORER.current()
    st.session_state["opened"] = len(state.opened)
    st.session_state["more"] = len(state.expand("another").opened)


def test_the_explorer_opens_so_many_nodes_at_most() -> None:
    for asked, opened, more in (
        (OPENED_NODES - 1, OPENED_NODES - 1, OPENED_NODES),
        (OPENED_NODES, OPENED_NODES, OPENED_NODES),
        (OPENED_NODES + 1, OPENED_NODES, OPENED_NODES),
        (500, OPENED_NODES, OPENED_NODES),
    ):
        app = AppTest.from_function(_opened, default_timeout=PATIENCE)
        app.query_params["open"] = [f"{made_up.EQUIPMENT}{number}" for number in range(asked)]
        app.run()
        assert (app.session_state["opened"], app.session_state["more"]) == (opened, more)
