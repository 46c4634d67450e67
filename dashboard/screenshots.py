"""Takes the README's pictures from a running dashboard: `python -m dashboard.screenshots [--store
STORE] [--to FOLDER]`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import click

from dashboard.reading.examples import EXAMPLES
from dashboard.reading.excerpt import VARIABLE
from dashboard.serve import HOST, command, environment, free_port
from dashboard.state.address import link
from graph.errors import ShisakuError
from graph.opening import open_store, store_uri
from graph.schema.size_classes import size_names
from queries.bonus.of_certification import bonuses_of
from queries.measure.listing import all_measures
from queries.search.search import find

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FOLDER = Path("docs") / "pictures"


def addresses(store: str) -> dict[str, str]:
    """File name → address of each picture: the overview, where ministries overlap, what the first
    example unlocks, its surroundings, and a measure that it leads to.
    """
    with open_store(store) as graph:
        start = next(
            (
                hit
                for words in EXAMPLES
                for hit in find(graph, words)
                if hit.type == "Certification"
            ),
            None,
        )
        if start is None:
            raise ShisakuError("no certification to take a picture of", store, "shisaku load")
        rules = bonuses_of(graph, start.id).rules
        measure = next(
            (raised.id for rule in rules for raised in rule.raises if raised.type == "Measure"),
            next(
                (measure for rule in rules for measure, _ in rule.stated_on),
                all_measures(graph)[0].id,
            ),
        )
    return {
        "start": link("", "ja"),
        "overview": link("overview", "ja"),
        "overlap": link("overlap", "ja"),
        "bonus": link("bonus", "ja", size=size_names()[1], hold=start.name),
        "explorer": link("explorer", "ja", q=start.name, id=start.id),
        "measure": link("measure", "ja", id=measure),
    }


def take(store: str, folder: Path) -> list[Path]:
    """Serves the store, takes each picture at 1400 × 900 and gives the files. Raises ShisakuError
    where Chromium or Playwright is missing.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise ShisakuError(
            "the Python package playwright is missing", None, "pip install 'shisaku-graph[test]'"
        ) from error
    if not CHROMIUM.exists():
        raise ShisakuError(
            "there is no Chromium", str(CHROMIUM), "apt-get install chromium fonts-noto-cjk"
        )
    wanted = addresses(store)
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port(8600)
    # no lines of the sources in a picture
    settings = {name: value for name, value in environment(store).items() if name != VARIABLE}
    server = subprocess.Popen(  # noqa: S603  our own command, and no shell
        command(port), env=settings, stdout=subprocess.DEVNULL
    )
    try:
        _wait(server, port)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            page = browser.new_page(viewport={"width": 1400, "height": 900}, locale="ja-JP")
            return [
                _picture(page, f"http://{HOST}:{port}/{address}", folder / f"{name}.png")
                for name, address in wanted.items()
            ]
    finally:
        server.terminate()
        server.wait(10)


def _picture(page: Page, address: str, file: Path) -> Path:
    page.goto(address)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(2000)  # charts and the canvas draw after the script has ended
    page.screenshot(path=file)
    return file


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise ShisakuError("the dashboard did not come up", f"port {port}", "shisaku serve says why")


def main(arguments: list[str]) -> int:
    """The command line: the graph (else SHISAKU_STORE) and where the pictures go; gives the exit
    code.
    """
    parser = argparse.ArgumentParser(prog="dashboard.screenshots")
    parser.add_argument("--store", default=store_uri())
    parser.add_argument("--to", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    try:
        pictures = take(options.store, options.to)
    except ShisakuError as error:
        click.echo(error, err=True)
        return 1
    click.echo("\n".join(map(str, pictures)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
