"""What a table of bonuses holds once it is written."""

from __future__ import annotations

import csv
from pathlib import Path

from queries.bonus.companies.answers import HEADINGS


def rows_of(path: Path) -> list[dict[str, str]]:
    """Its rows; its headings are those that every one has."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames or ()) == HEADINGS
        return list(reader)
