"""The README's table of how well the documents are read, written from
queries/overview/reading_figures.yaml: `python -m docs.reading_figures` puts it between its two
marks; a test holds the two equal.
"""

from __future__ import annotations

from pathlib import Path

from queries.overview.reading_figures import Figures, Row, figures

__all__ = ["Figures", "Row", "figures", "table", "with_table"]

README = Path(__file__).parent.parent / "README.md"
BEGINS, ENDS = "<!-- docs/reading_figures.yaml -->", "<!-- end of the figures -->"


_JAPANESE = {
    "what": "何を",
    "fitted": "見て作った",
    "held back": "取り置き",
    "unseen": "未見",
    "readers agree": "読み手どうし",
    "not measured": "測定なし",
    "not recorded": "記録なし",
}


def in_japanese(measured: Figures) -> Figures:
    """The same figures with the words in Japanese."""
    words = measured.japanese
    rows = tuple(
        Row(
            **{name: words.get(text, text) for name, text in row.model_dump().items()}
            | {"what": row.japanese}
        )
        for row in measured.rows
    )
    return Figures(
        held_back_measured=words.get(measured.held_back_measured, measured.held_back_measured),
        unseen_measured=words.get(measured.unseen_measured, measured.unseen_measured),
        rows=rows,
    )


def table(measured: Figures, language: str = "en") -> str:
    """The table as Markdown, its headings in English or Japanese (`ja`)."""
    words = _JAPANESE if language == "ja" else {}
    head = (
        "what",
        "fitted",
        "n",
        f"held back ({measured.held_back_measured})",
        "n",
        f"unseen ({measured.unseen_measured})",
        "n",
        "readers agree",
    )
    rows = [
        (
            row.what,
            row.fitted,
            row.fitted_n,
            row.held_back or "not measured",
            row.held_back_n or ("not recorded" if row.held_back else ""),
            row.unseen or "–",
            row.unseen_n,
            row.agreement or "–",
        )
        for row in measured.rows
    ]
    named = tuple(_in(words, cell) for cell in head)
    lines = [named, ("---",) * len(head), *(tuple(_in(words, c) for c in row) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _in(words: dict[str, str], cell: str) -> str:
    """A cell in the words of a language; of a heading what stands before its bracket."""
    name, bracket, note = cell.partition(" (")
    if cell in words:
        return words[cell]
    return f"{words[name]}（{note.removesuffix(')')}）" if bracket and name in words else cell


def with_table(readme: str, measured: Figures, language: str = "en") -> str:
    """The README with this table between its marks. Raises ValueError where it lacks them."""
    before, begins, rest = readme.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise ValueError(f"{README.name} lacks {BEGINS} or {ENDS}")
    return f"{before}{BEGINS}\n\n{table(measured, language)}\n\n{ENDS}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8"), figures()), encoding="utf-8")
