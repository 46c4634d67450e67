"""docs/demo.md, the script of a demonstration in two minutes, with the figures that the pages of
the bundled catalogue show: `shisaku load && python -m docs.demo_page`. A test holds the page to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from streamlit.testing.v1 import AppTest

from graph.opening import open_store, store_uri
from queries.overlap.pairs import scored_pairs

PAGE = Path(__file__).with_name("demo.md")
HERE = "http://localhost:8501/"  # where `shisaku serve` serves
_PATIENCE = 120  # seconds for a page
_HEAD = """\
# A demonstration in two minutes

`shisaku load && shisaku serve`, then the browser at <http://localhost:8501/?lang=ja>. Each step
has its own address, so one can begin anywhere and go back. The figures are those of the bundled
catalogue; `python -m docs.demo_page` writes them, and a test opens every address here.
"""
_TAIL = """\
Asked for more: every figure leads to its line (**出典** opens it on the spot), every page says
its state in its address (**アドレスをコピー**), and **English** at the top switches the language
and stays on the page.
"""


@dataclass(frozen=True)
class Step:
    """A step of the script."""

    begins: str
    """When it begins, minutes and seconds."""
    title: str
    """What it is about."""
    address: str
    """The page's address, below the server's own."""
    do: str
    """What to click."""
    say: str
    """What to say in Japanese; {0}, {1} … stand for what is seen."""
    english: str
    """The same in English."""
    seen: tuple[str, ...]
    """Patterns of what is seen there; the group of each is what is said."""


def steps(pair: tuple[str, str]) -> tuple[Step, ...]:
    """The script. `pair`: the two measures of the pair that leads the list of overlaps."""
    return (
        Step(
            "0:00",
            "What is in it",
            "?lang=ja",
            "Nothing: the start page has the counts and three ways in.",
            "企業を支援する国の施策 {0} 件と、政府の予算事業 {1} 件、支出先 {2} 件が、"
            "出典の行つきで一つのグラフに入っています。",
            "{0} measures that support companies, {1} budget programmes and {2} recipients, each"
            " fact with the line that states it.",
            (r"施策 ([\d,]+) 件", r"予算事業 ([\d,]+) 件", r"支出先 ([\d,]+) 件"),
        ),
        Step(
            "0:15",
            "One theme over all ministries",
            "theme?q=人材育成&lang=ja",
            "**テーマ**, then **人材育成** among the themes; a heading of the table sorts it.",
            "人材育成は {0} 府省庁の予算事業 {1} 件。{2}年度に使えた {3} の執行率は {4} です。",
            "Training is {1} programmes of {0} ministries; in FY {2} they executed {4} of {3}.",
            (
                r"人材育成：(\d+) 府省庁",
                r"予算事業 ([\d,]+) 件と施策",
                r"(\d{4})年度に事業全体で使えた額",
                r"使えた額は ([^、]+)、執行率",
                r"執行率 ([\d.]+%)",
            ),
        ),
        Step(
            "0:35",
            "Where ministries overlap",
            "overlap?lang=ja",
            "**府省庁の重なり**; any cell of the map lists the pairs of two ministries. Choose the"
            " first pair of the list.",
            "似た施策の組は {0} 組。地図の欄を押すと、その二つの府省庁の組が並びます。",
            "{0} pairs of similar measures; a cell of the map lists those of two ministries.",
            (r"重なる施策の組[^\d]*([\d,]+) 組",),
        ),
        Step(
            "0:50",
            "One pair, and a judgement on it",
            f"overlap?pair={pair[0]}&pair={pair[1]}&lang=ja",
            "Give a name under **お名前**, press **同意（重なる）**, then **一覧にもどる** and"
            " **Excel で保存**: the mark is in the file, under the question that was asked.",
            "得点 {0}。なぜ似ているかが文と表で出て、番号は資料の行です。判断は名前つきで残り、"
            "Excel にも入ります。",
            "Score {0}: a sentence and a table say why, small numbers are lines of the documents."
            " Your judgement is kept under your name, and goes into the Excel file.",
            (r"(0\.\d\d)(?=\D)",),
        ),
        Step(
            "1:10",
            "What a company has, and its next step",
            "bonus?size=中小企業&hold=くるみん&lang=ja",
            "**加点パス**, **中小企業**, **くるみん**; open **出典** under a row.",
            "くるみんを持つ中小企業がいま使える優遇は {0} 件。次に「{1}」を取ると {2} 件が"
            "加わります。",
            "A small company with Kurumin has {0} benefits now; {1} would add {2}.",
            (
                r"いま使える優遇は (\d+) 件",
                r"次に「([^」]+)」を取ると",
                r"を取ると (\d+) 件が加わります",
            ),
        ),
        Step(
            "1:30",
            "How it hangs together, to take away",
            "explorer?id=certification:くるみん&lang=ja",
            "**グラフ**; choose a box, **展開** on its card, then **図を保存**: PNG, SVG or a page"
            " that stands alone.",
            "{0}につながるものを関係ごとに並べた図です。箱を展開して、図全体を PNG・SVG・HTML で"
            "持ち帰れます。",
            "What {0} is connected with, grouped by relation; expand a box, and take the whole"
            " picture away.",
            (r'class="card-name">([^<]+)<',),
        ),
        Step(
            "1:50",
            "Whether to trust it",
            "sources?lang=ja",
            "**出典とデータ品質**; choose a document to see what it states of itself and what was"
            " found.",
            "出典の箇所を示せる事実は {0} 件。{1}。読み取りの正確さも、資料ごとの訂正も"
            "ここにあります。",
            "{0} facts, each with its place; how well they are read and what was corrected stands"
            " here.",
            (
                r"事実 ([\d,]+) 件を読み取りました",
                r"(読み取れずに外した行はありません|読み取れずに外した行が [\d,]+ あります)",
            ),
        ),
    )


def written(uri: str) -> str:
    """The page, from a graph. Raises LookupError for a step of which something is not seen."""
    with open_store(uri) as store:
        best = scored_pairs(store, limit=1)[0]
    parts = [_written(step) for step in steps((best.a, best.b))]
    return "\n".join([_HEAD, *parts, _TAIL])


def _written(step: Step) -> str:
    page, _, query = step.address.partition("?")
    address = f"{HERE}{page}?{urlencode(parse_qs(query), doseq=True)}"
    found = [*_seen(step)]
    return (
        f"## {step.begins} {step.title}\n\n"
        f"- Open or click: <{address}>\n"
        f"- Do: {step.do}\n"
        f"- Say: 「{step.say.format(*found)}」\n"
        f"- In English: {step.english.format(*found)}\n"
        f"- Seen: {'; '.join(f'**{each}**' for each in found)}\n"
    )


def _seen(step: Step) -> Iterator[str]:
    shown = shown_at(step.address)
    for pattern in step.seen:
        match = re.search(pattern, shown)
        if not match:
            raise LookupError(f"{step.address} does not show {pattern}")
        yield match[1]


def shown_at(address: str) -> str:
    """What the page at an address shows, as HTML."""
    name, _, query = address.partition("?")
    app = AppTest.from_function(_page, kwargs={"name": name or "start"}, default_timeout=_PATIENCE)
    for key, values in parse_qs(query).items():
        app.query_params[key] = values
    app.run()
    if app.exception:
        raise LookupError(f"{address} fails: {app.exception[0].value}")
    held = [element.proto.body for element in app.get("html")]
    held += [json.loads(each.proto.json).get("html", "") for each in app.get("bidi_component")]
    return unescape("\n".join(held))


def _page(name: str) -> None:
    from importlib import import_module

    from dashboard.text.words import Words

    import_module(f"dashboard.views.{name}.page").show(Words("ja"))


if __name__ == "__main__":
    PAGE.write_text(written(store_uri()), encoding="utf-8")
