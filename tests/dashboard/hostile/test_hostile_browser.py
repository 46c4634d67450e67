"""What a browser makes of hostile names: text, and no call to another host (the fixture `page`
fails where one is asked).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.dashboard.browsing import go
from tests.dashboard.conftest import serving
from tests.dashboard.hostile.test_names_are_text import ids
from tests.made_up.hostile import HOST, MARK, NAMES

ALIVE = f"""() => [
    ...document.querySelectorAll(
        '.{MARK}, [onclick], [onerror], a[href^="javascript"], a[href*="://{HOST}"],'
        + ' a[href^="mailto"], img[src*="{HOST}"], .katex'
    ),
    ...[...document.querySelectorAll('h1, h2, h3, code, em, strong, [data-testid=stIconMaterial]')]
        .filter(each => each.textContent.trim() === '{MARK}' || each.textContent === 'c'),
].map(each => each.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def store(hostile_graphs: dict[str, str]) -> str:
    return hostile_graphs["bonuses"]


@pytest.fixture(scope="module")
def server(store: str, sources: str) -> Iterator[str]:
    with serving(store, sources) as address:
        yield address


def test_names_stay_text_in_a_browser(page: Any, server: str, store: str) -> None:
    page.add_init_script(f"window.{MARK} = () => {{ window.ran = true }}")
    measure, held = ids(store, "Measure", 1)[0], ids(store, "Certification", 1)[0]
    for address in (
        "?lang=ja",
        f"measure?lang=en&id={quote(measure)}",
        f"explorer?lang=ja&id={quote(held)}",
        f"explorer?lang=ja&q={quote(NAMES[1])}",
        "bonus?lang=ja",
    ):
        go(page, server, address)
        assert HOST in page.locator("body").inner_text() or MARK in page.content(), address
        assert page.evaluate(ALIVE) == [], address
        assert page.evaluate("window.ran === undefined"), address
