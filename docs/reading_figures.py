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


def table(measured: Figures) -> str:
    """The table as Markdown."""
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
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def with_table(readme: str, measured: Figures) -> str:
    """The README with this table between its marks. Raises ValueError where it lacks them."""
    before, begins, rest = readme.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise ValueError(f"{README.name} lacks {BEGINS} or {ENDS}")
    return f"{before}{BEGINS}\n\n{table(measured)}\n\n{ENDS}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8"), figures()), encoding="utf-8")
