"""The answer on a theme in docs/overlap.md, written from a graph of the bundled catalogue:
`shisaku load && python -m docs.theme_page`. A test holds the page to it.
"""

from __future__ import annotations

from pathlib import Path

from docs.tables import rate_text, table, yen_text
from graph.language.counting import counted
from graph.opening import open_store
from graph.store import Store
from queries.overlap.grades import GRADES
from queries.themes.answer import theme_answer
from queries.themes.records import ThemeAnswer, ThemeMinistry

PAGE = Path(__file__).with_name("overlap.md")
BEGIN, END = "<!-- answer: python -m docs.theme_page -->\n", "<!-- end of answer -->\n"
THEME = "事業承継"
_SHOWN = 4  # rows of a table


def answer(store: Store) -> str:
    """What `shisaku overlap --theme` says, in short, as Markdown."""
    found = theme_answer(store, THEME)
    total, money = found.total, found.total.money
    ministries = sum(bool(row.money.programmes or row.measures) for row in found.ministries)
    head = ("ministry", "programmes", "measures", "現額", "executed", "rate", "mention it")
    rows = [_ministry(row.ministry, row) for row in found.ministries]
    said = (
        f"{counted(money.programmes, 'programmes')} and {counted(total.measures, 'measures')} of"
        f" {counted(ministries, 'ministries')}. In {found.year} these programmes as a whole"
        f" could spend {yen_text(money.available)} and executed {rate_text(money.execution)}."
        f" They paid {len(found.recipients):,} recipients whom sheets name. Besides,"
        f" {counted(total.mentioning.programmes, 'programmes')}"
        f" ({yen_text(total.mentioning.available)}) and"
        f" {counted(total.measures_mentioning, 'measures')} mention it again and again, and"
        f" {len(found.touched):,} more say a word of it in passing."
    )
    alike = (
        f"{found.between:,} pairs of them are alike between ministries,"
        f" {len(found.pairs) - found.between:,} within one:"
    )
    return "\n\n".join(
        (
            f"`shisaku overlap --theme {THEME}`",
            said,
            table(head, [*rows, _ministry("together, each once", total)]),
            alike,
            table(("grade", "score", "first", "second"), _pairs(found)),
        )
    )


def with_answer(page: str, written: str) -> str:
    """The page with this answer between its two marks."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{written}\n\n{END}{tail}"


def _ministry(name: str, row: ThemeMinistry) -> tuple[str, ...]:
    money = row.money
    return (
        name,
        f"{money.programmes:,}",
        f"{row.measures:,}",
        yen_text(money.available) if money.programmes else "–",
        yen_text(money.executed) if money.programmes else "–",
        rate_text(money.execution) if money.available else "–",
        yen_text(row.mentioning.available) if row.mentioning.programmes else "–",
    )


def _pairs(found: ThemeAnswer) -> list[tuple[str, ...]]:
    return [
        (
            f"{pair.grade} {GRADES[pair.grade]}",
            f"{pair.score:.2f}",
            f"{pair.a_name} ({'・'.join(pair.a_ministries)})",
            f"{pair.b_name} ({'・'.join(pair.b_ministries)})",
        )
        for pair in found.pairs[:_SHOWN]
    ]


def write(store: Store) -> None:
    """Writes the answer into the page."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_answer(page, answer(store)), encoding="utf-8")


if __name__ == "__main__":
    with open_store() as opened:
        write(opened)
