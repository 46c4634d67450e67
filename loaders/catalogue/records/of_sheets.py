"""Facts of review sheets, and what a sheet says of others that it names."""

from __future__ import annotations

from typing import Literal

from loaders.catalogue.records.kinds import Record

MentionedBy = Literal["office", "external", "public_process", "team", "earlier", "other"]
Saying = Literal["alike", "overlap", "merge", "divide_roles", "coordinate"]


class OfSheet(Record):
    """A fact of a review sheet."""

    sheet: int
    """The year of the sheet."""
    line: int
    """Its line (from 1) in the table's CSV."""


class Mention(OfSheet):
    """What a sheet says of another programme, measure or ministry that it names where it speaks of
    likeness, merging or roles (tables 1-2 and 4-1); the sentences stand in the sheet."""

    table: Literal["1-2", "4-1"]
    """The table that says so."""
    heading: str
    """The heading of its column, as printed."""
    by: MentionedBy
    """Who: the office that answers for the programme, or a reviewer as in Finding."""
    review: str | None = None
    """What an earlier or other review is called, as printed."""
    year: int | None = None
    """The year of the review, where it is told."""
    of: str
    """The id of the programme or measure, or the formal name of the ministry."""
    says: list[Saying]
    """That it is alike or does the same (overlap), that they merge, who does what (divide_roles),
    that they work together (coordinate); in the sentence that names it, else in the review."""
