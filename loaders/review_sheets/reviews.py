"""What reviews said of a programme (table 4-1): who, when, the verdict, and whether other
programmes were spoken of. The sentences stay in the sheet.
"""

from __future__ import annotations

from loaders.catalogue.records.programmes import Ask, Finding, Reviewer
from loaders.review_sheets.asks import asks, is_merged
from loaders.review_sheets.draft import Desk, Sheet
from loaders.review_sheets.passages import passages
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


_TABLE = "4-1"
# what the office that answers for the programme says there
_OF_OFFICE = ("check", "course", "came")
_NAMES: dict[Reviewer, str] = {"earlier": "earlier_kind", "other": "other_by"}
_LONGEST = 40  # letters of a name; what is longer describes


def findings(sheet: Sheet, row: Row, desk: Desk) -> None:
    """Adds what each reviewer said in the row to the sheet: reviewers who said nothing are left
    out, and what a row of the same programme repeats beside something new. What the next request
    reflects is told account by account, a row each, and added up.
    """
    _reflect(sheet, row, desk)
    sheet.keep(passages(row, _TABLE, _OF_OFFICE, "office"))
    for by, (said, when) in _COLUMNS.items():
        verdict = row["verdict"] or None if by == "team" else None
        key = (by, row[when] if when else "", row[said])
        if not (_says_something(row[said]) or verdict) or key in sheet.said:
            continue
        sheet.said.add(key)
        review = _name(row[_NAMES[by]]) if by in _NAMES else None
        year = desk.year(row, when) if when else sheet.year
        sheet.keep(passages(row, _TABLE, (said,), by, review, year))
        merged: list[Ask] = ["merged"] if by == "team" and is_merged(row[said], row["came"]) else []
        sheet.findings.append(
            Finding(
                sheet=sheet.year,
                line=row.line,
                by=by,
                review=review,
                year=year,
                verdict=verdict,
                outcome=row["outcome"] or None if by == "team" else None,
                asks=asks(row[said], verdict) + merged,
                on_overlap=speaks_of_overlap(row[said]),
            )
        )
    if sheet.reflected:
        yen = sum(sheet.reflected.values())
        sheet.findings = [
            each.model_copy(update={"reflected": yen}) if each.by == "team" else each
            for each in sheet.findings
        ]


def _reflect(sheet: Sheet, row: Row, desk: Desk) -> None:
    special = f"{row['reflected_account']} {row['reflected_sub_account']}"
    for account, column in (("", "reflected"), (special, "reflected_special")):
        if (yen := desk.yen(row, column)) is not None:
            sheet.reflected[account] = yen


def _name(text: str) -> str | None:
    """A name of one line; None for none, and for what describes."""
    name = plain(text).strip()
    return name if 0 < len(name) <= _LONGEST and "\n" not in name else None


def _says_something(text: str) -> bool:
    return bool(text) and _PATTERNS["nothing"].fullmatch(plain(text).strip()) is None


def speaks_of_overlap(text: str) -> bool:
    """Whether the text speaks of other programmes alike, of merging or of dividing roles."""
    text = plain(text)
    return _PATTERNS["overlap"].search(text) is not None
