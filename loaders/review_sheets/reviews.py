"""What reviews said of a programme (table 4-1): who, when, the verdict, and whether other
programmes were spoken of. The sentences stay in the sheet.
"""

from __future__ import annotations

from loaders.catalogue.records.programmes import Finding, Reviewer
from loaders.review_sheets.draft import Desk
from loaders.review_sheets.published import Row
from loaders.text.lines import plain
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
# reviewer -> the columns of what was said, of the year, of the verdict and of what came of it
_COLUMNS: dict[Reviewer, tuple[str, str | None]] = {
    "external": ("external", "external_year"),
    "public_process": ("public", None),
    "team": ("team", None),
    "earlier": ("earlier", "earlier_year"),
    "other": ("other", "other_year"),
}


def findings(sheet: int, row: Row, desk: Desk) -> list[Finding]:
    """What each reviewer said in the row, reviewers who said nothing left out."""
    found = []
    for by, (said, when) in _COLUMNS.items():
        verdict = row["verdict"] or None if by == "team" else None
        if not (_says_something(row[said]) or verdict):
            continue
        found.append(
            Finding(
                sheet=sheet,
                line=row.line,
                by=by,
                year=desk.year(row, when) if when else sheet,
                verdict=verdict,
                outcome=row["outcome"] or None if by == "team" else None,
                on_overlap=speaks_of_overlap(row[said]),
            )
        )
    return found


def _says_something(text: str) -> bool:
    return bool(text) and _PATTERNS["nothing"].fullmatch(plain(text).strip()) is None


def speaks_of_overlap(text: str) -> bool:
    """Whether the text speaks of other programmes alike, of merging or of dividing roles."""
    text = plain(text)
    return _PATTERNS["overlap"].search(text) is not None
