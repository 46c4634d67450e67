"""What pages, sheets and reviews say of two that are compared, in words."""

from __future__ import annotations

from graph.phrases.phrases import Phrases

SAYS = Phrases(
    {
        "alike": "alike",
        "overlap": "overlapping",
        "merge": "to be merged",
        "merged": "merged into another",
        "divide_roles": "roles are divided",
        "coordinate": "to be coordinated",
        "joint": "run jointly",
        "other": "a related programme",
        "mentions": "mentioned",
        "parent": "its parent",
        "child": "its child",
        "fund": "its fund",
        "fund_of": "fund of",
        "operating_grant": "its operating grant",
        "operating_grant_of": "operating grant of",
        "merged_into": "merged into",
        "merged_from": "merged from",
        "split_into": "split into",
        "split_from": "split from",
        "succeeds": "carries on",
        "succeeded_by": "carried on by",
        "part_of": "part of",
        "has_part": "has part",
    }
)
BY = Phrases(
    {
        "page": "page of the measure",
        "sheet": "sheet, related programmes",
        "office": "office in charge",
        "external": "outside experts",
        "public_process": "public review",
        "team": "review team",
        "earlier": "earlier reviews",
        "other": "other remarks",
    }
)


def in_words(table: Phrases, code: str) -> str:
    """The words for a code; a code that has none without its underscores."""
    return table.get(code, code.replace("_", " "))
