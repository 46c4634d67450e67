"""The same bonus over documents and years, once: what is in force, since when, and what is no longer restated."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.errors import CatalogueError
from loaders.records import Alternative, Bonus, Document, Rule
from loaders.text import fold

Key = tuple[str, ...]


def rules(found: Sequence[Bonus], documents: Sequence[Document]) -> list[Rule]:
    """One rule for each bonus, whichever documents state it, sorted by id.

    What the latest document says counts. `since` and `as_of` are the dates of the first and the last document that states it (of one
    without a date: its id). It is `not_restated` where a later document has bonuses on the page of the same measure, and not this one.
    Raises `CatalogueError` for a bonus whose document is not among `documents`.
    """
    order = {document.id: at for at, document in enumerate(sorted(documents, key=lambda d: (d.date, d.id)))}
    dates = {document.id: document.date or document.id for document in documents}
    for bonus in found:
        if bonus.document not in order:
            raise CatalogueError(f"bonus of an unknown document {bonus.document}", bonus.id, "extract the document with it")
    speaks = {(bonus.measure, bonus.document) for bonus in found}
    made = [_rule(key, group, order, dates, speaks) for key, group in _groups(found)]
    return sorted(made, key=lambda rule: rule.id)


def _groups(found: Sequence[Bonus]) -> Iterator[tuple[Key, list[Bonus]]]:
    """Bonuses that are one rule. The value tells two of one document apart; over documents it is what changes."""
    groups: dict[Key, list[Bonus]] = defaultdict(list)
    for bonus in found:
        groups[_key(bonus)].append(bonus)
    for key, group in groups.items():
        values: dict[str, set[str | None]] = defaultdict(set)
        for bonus in group:
            values[bonus.document].add(bonus.value)
        if all(len(of_document) == 1 for of_document in values.values()):
            yield key, group
            continue
        by_value: dict[str, list[Bonus]] = defaultdict(list)
        for bonus in group:
            by_value[fold(bonus.value or "")].append(bonus)
        for value, part in by_value.items():
            yield (*key, value), part


def _key(bonus: Bonus) -> Key:
    raises = bonus.raises
    target = (raises.measure or fold(raises.programme or raises.printed)) if raises else fold(bonus.applies_to or "")
    requires = "&".join(sorted("|".join(sorted(map(_alternative, group))) for group in bonus.requires))
    return (requires, bonus.condition_mode, bonus.benefit, bonus.size_class or "", target)


def _alternative(alternative: Alternative) -> str:
    return f"{fold(alternative.what)}:{alternative.tier_or_above}:{alternative.amount}:{alternative.unit}"


def _rule(key: Key, group: list[Bonus], order: dict[str, int], dates: dict[str, str], speaks: set[tuple[str, str]]) -> Rule:
    stated = sorted(group, key=lambda bonus: (order[bonus.document], bonus.line, bonus.id))
    latest = stated[-1]
    measures = {bonus.measure for bonus in group}
    gone = any(order[document] > order[latest.document] for measure, document in speaks if measure in measures)
    digest = hashlib.sha256("\n".join(key).encode()).hexdigest()[:8]
    return Rule(id=f"rule:{digest}", bonuses=sorted(bonus.id for bonus in group), status="not_restated" if gone else latest.status,
                since=dates[stated[0].document], as_of=dates[latest.document], not_restated=gone, condition=latest.condition,
                condition_mode=latest.condition_mode, requires=latest.requires, benefit=latest.benefit, value=latest.value, raises=latest.raises,
                size_class=latest.size_class, exclusive_group=latest.exclusive_group, rank=latest.rank)
