"""What of a grant must be paid back, or is cut, where a requirement was not met in the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.bonuses.conditions import Condition
from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Clawback
from loaders.documents.leaflets_2025.applicants import basic_requirements
from loaders.documents.leaflets_2025.notes import meanings
from loaders.text.compact import Compact
from loaders.text.glyphs import as_printed
from loaders.text.page import Page

# 基本要件➁が未達の場合、…返還, 上記(1)のいずれかでも未達の場合、…減額
_MISSED = re.compile(
    r"(?P<of>基本要件|上記)(?:等)?(?P<items>(?:[➀-➉、]|\(\d\))*)(?:の?いずれか(?:一方|1つ)?でも|が)"
    r"未達(?:成)?の場合(?:に)?は?、?(?P<what>[^。※]{0,40}?(?:返還義務|返還|減額))"
)
_NUMBER = re.compile(r"[➀-➉]")


def with_clawback(drafts: Sequence[Draft], page: Page) -> list[Draft]:
    """The drafts of a leaflet, each with what must be paid back where its condition is missed.

    「基本要件②、③が未達の場合」 is said of these of the basic requirements (of all where it numbers
    none), 「上記」 of what the note right before it explains.
    """
    compact = Compact.of(page)
    known = meanings(compact)
    basic = basic_requirements(compact)
    places = {compact.line_at(at): place for place, (_, at) in enumerate(basic)}
    held: list[Draft] = list(drafts)
    for match in _MISSED.finditer(compact.text):
        clawback = Clawback(
            printed=as_printed(match["what"]),
            document=page.document,
            line=compact.line_at(match.start("what")),
        )
        before = [meaning for meaning in known if meaning.end <= match.start()]
        explained = before[-1].condition if before else None
        numbers = {ord(number) - ord("➀") for number in _NUMBER.findall(match["items"])}
        held = [
            replace(draft, clawback=clawback)
            if (
                _is_missed(draft, explained)
                if match["of"] == "上記"
                else _is_basic(draft, places, numbers)
            )
            else draft
            for draft in held
        ]
    return held


def _is_missed(draft: Draft, explained: Condition | None) -> bool:
    return draft.benefit != "requirement" and draft.condition == explained


def _is_basic(draft: Draft, places: dict[int, int], numbers: set[int]) -> bool:
    """Whether it is one of the basic requirements of these places (from 0; of any where empty)."""
    if draft.benefit != "requirement" or draft.line not in places:
        return False
    return not numbers or places[draft.line] in numbers
