"""What a reader does with a page, and waiting for what comes of it: every wait ends as soon as that
is there, none depends on how long it takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

PATIENCE = (
    60.0  # seconds until a test gives up; a busy machine may need many times what a free one does
)
Seen = TypeVar("Seen")


def expect(what: Any) -> Any:
    """Playwright's assertions, which wait for what they say; `what`: a locator or a page."""
    from playwright.sync_api import (
        expect as expected,  # is asked for only where there is a browser
    )

    expected.set_options(timeout=PATIENCE * 1000)
    return expected(what)


def until(
    page: Any, look: Callable[[], Seen], what: str, enough: Callable[[Seen], Any] = bool
) -> Seen:
    """What `look` gives, as soon as it is enough. Fails after PATIENCE, and says what was seen
    last.
    """
    end = time.monotonic() + PATIENCE
    while not enough(seen := look()):
        assert time.monotonic() < end, f"{what} did not come; seen last: {seen!r}"
        page.wait_for_timeout(50)
    return seen


def go(page: Any, server: str, address: str) -> None:
    """Opens an address and waits until the page has been run and drawn."""
    page.goto(f"{server}/{address}")
    settle(page)


def settle(page: Any) -> None:
    """Waits until the page just opened has been run (before that the state is `initial`) and
    nothing of it is still being fetched.
    """
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)


def asked_for(page: Any) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(urlsplit(page.url).query)


def expect_address(page: Any, **told: list[str]) -> None:
    """Waits until the address says this, in whatever order the values of a name stand."""
    until(
        page,
        lambda: all(
            sorted(asked_for(page).get(name, [])) == sorted(values) for name, values in told.items()
        ),
        f"an address with {told}",
    )


def places(page: Any) -> dict[str, Any]:
    """Where the nodes and edges of the picture are."""
    page.locator(".picture[data-updates]").wait_for()
    return page.locator(".picture").evaluate("picture => picture.places()")


def spots(page: Any) -> dict[str, Any]:
    """Where the things of the picture stand in it, whatever part of it is seen; headings, whose
    middle depends on how long they are, are left out.
    """
    page.locator(".picture[data-updates]").wait_for()
    return page.locator(".picture").evaluate(
        "({ picture }) => picture.network.getPositions("
        "[...picture.held.values()].filter(({ node }) => !node.role).map(({ node }) => node.id))"
    )


def click(page: Any, spot: dict[str, float], times: int = 1) -> None:
    page.locator(".picture .canvas").click(
        position={"x": spot["x"], "y": spot["y"]}, click_count=times, delay=20
    )


@contextmanager
def redrawn(page: Any) -> Iterator[None]:
    """What is done inside changes the picture: goes on when it has been drawn with the change."""
    picture = page.locator(".picture[data-updates]")
    before = picture.get_attribute("data-updates")
    yield
    expect(picture).not_to_have_attribute("data-updates", before)


def expect_card(page: Any, name: Any) -> None:
    """Waits until the card of a node shows this name (a text or a pattern)."""
    expect(page.locator(".card-name")).to_have_text(name)


def expect_nothing_cut(page: Any, texts: str) -> None:
    """Waits, in a wide window and in a narrower one, until the page is no wider than that, and what
    the selector `texts` finds has room for all of its text.
    """
    cut = (
        "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each =>"
        " each.textContent)"
    )
    for width in (1400, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        until(
            page,
            lambda: page.locator(".stMain").evaluate(
                "main => main.scrollWidth <= main.clientWidth"
            ),
            f"a page of {width} pixels",
        )
        until(
            page,
            lambda: page.locator(texts).evaluate_all(cut),
            f"room for every text in {width} pixels",
            lambda found: found == [],
        )


def saved(page: Any, button: Any) -> Any:
    """The file that a button saves."""
    with page.expect_download() as saving:
        button.click()
    return saving.value
