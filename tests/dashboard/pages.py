"""A page as Streamlit runs it, without a browser."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tests.dashboard.browsing import PATIENCE


def _page(name: str, language: str) -> None:
    from importlib import import_module

    from dashboard.text.words import Words

    import_module(f"dashboard.views.{name}.page").show(Words(language))


def run_page(name: str, language: str = "ja", /, **address: str | list[str]) -> AppTest:
    """The page of that name (a folder of dashboard/views) at an address, run once."""
    app = AppTest.from_function(
        _page, kwargs={"name": name, "language": language}, default_timeout=PATIENCE
    )
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def html(app: AppTest) -> str:
    """The HTML of a page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def all_html(app: AppTest) -> str:
    """The same, and that of what can be chosen on it."""
    chosen = [json.loads(each.proto.json) for each in app.get("bidi_component")]
    return "\n".join([html(app), *(each["html"] for each in chosen if "html" in each)])
