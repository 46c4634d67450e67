"""The same bonus over documents and years, once: what is in force, since when, and what is no
longer restated.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import CatalogueError
from loaders.bonuses.conditions import key_of, key_of_alternative
from loaders.catalogue.records import (
    Alternative,
    Appearance,
    Bonus,
    Document,
    Item,
    Rule,
)
from loaders.text.lines import fold
from loaders.vocabulary import certifications
from loaders.vocabulary.bonus_words import condition_named

Key = tuple[str, ...]
# a later document has the scope of an earlier one where it tells of at least this share of the
# measures that the earlier tells of
_SAME_SCOPE = 1 / 3
_PARTICLES = re.compile(r"において|における|[のをにへがはとや等、]")


@dataclass(frozen=True)
class _Told:
    """The documents in order: their rank, their dates, the measures that each tells of, and the
    items of others that it carries on.
    """

    order: Mapping[str, int]
    dates: Mapping[str, str]
    measures: Mapping[str, set[str]]
    items: Mapping[str, set[str]]

    def leaves_out(self, document: str, measures: set[str]) -> bool:
        """Whether a later document of the same scope tells of one of the measures (and, the caller
        knows, not of the bonus).
        """
        own = self.measures[document]
        return any(
            self.order[later] > self.order[document]
            and measures & (theirs | self.items[later])
            and len(own & theirs) >= _SAME_SCOPE * len(own)
            for later, theirs in self.measures.items()
        )


def rules(
    found: Sequence[Bonus],
    documents: Sequence[Document],
    appearances: Sequence[Appearance] = (),
    items: Sequence[Item] = (),
) -> list[Rule]:
    """One rule for each bonus, whichever documents state it, sorted by id.

    What the latest document says counts. `since` and `as_of` are the dates of the first and the
    last document that states it (of one without a date: its id). It is `not_restated` where a later
    document of the same scope tells of the measure (on one of the `appearances`, or by another
    bonus) and not of this; of a bonus that an item states, where one of the `items` carries that
    on. An earlier statement that a later document restates more closely (for more certifications,
    by size class) is a statement of each of those rules, and so is what one page says in general of
    which another of the document gives the numbers. Raises `CatalogueError` for a bonus whose
    document is not among `documents`.
    """
    order = {
        document.id: at
        for at, document in enumerate(sorted(documents, key=lambda d: (d.date, d.id)))
    }
    dates = {document.id: document.date or document.id for document in documents}
    measures: dict[str, set[str]] = {document.id: set() for document in documents}
    for bonus in found:
        if bonus.document not in order:
            raise CatalogueError(
                f"bonus of an unknown document {bonus.document}",
                bonus.id,
                "extract the document with it",
            )
        measures[bonus.document].add(bonus.measure)
    for appearance in appearances:
        measures[appearance.document].add(appearance.measure)
    by_id = {item.id: item for item in items}
    carried = {
        document: {
            earlier
            for item in items
            if item.document == document
            for earlier in _carried_on(item, by_id)
        }
        for document in order
    }
    told = _Told(order, dates, measures, carried)
    made = [
        _rule(key, group, told) for key, group in _restated(dict(_groups(found)), order).items()
    ]
    return sorted(made, key=lambda rule: rule.id)


def _carried_on(item: Item, items: Mapping[str, Item]) -> set[str]:
    """The earlier items that the item carries on, over others in between."""
    return {
        earlier
        for before in item.continues
        for earlier in (before, *(_carried_on(items[before], items) if before in items else ()))
    }


# --- which bonuses are one rule -------------------------------------------------------------------


def _groups(found: Sequence[Bonus]) -> Iterator[tuple[Key, list[Bonus]]]:
    """Bonuses that are one rule. The value tells two of one document apart; over documents it is
    what changes.
    """
    groups: dict[Key, list[Bonus]] = defaultdict(list)
    for bonus in found:
        groups[_key(bonus, _alternative)].append(bonus)
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


def _key(bonus: Bonus, alternative: Callable[[Alternative], str]) -> Key:
    return (
        key_of(bonus.requires, alternative),
        bonus.condition_mode,
        bonus.benefit,
        bonus.size_class or "",
        _target(bonus),
    )


def _target(bonus: Bonus) -> str:
    raises = bonus.raises
    if raises is None:
        return fold(bonus.applies_to or "")
    return " ".join(
        filter(
            None,
            (raises.measure or fold(raises.programme or raises.printed), fold(raises.frame or "")),
        )
    )


def _alternative(alternative: Alternative) -> str:
    """What a condition told in words comes to, whatever particles its writer puts in between; a
    name is what it is.
    """
    if alternative.kind not in ("other", "person"):
        return key_of_alternative(alternative)
    return key_of_alternative(
        alternative.model_copy(update={"what": _PARTICLES.sub("", fold(alternative.what))})
    )


def _restated(groups: dict[Key, list[Bonus]], order: Mapping[str, int]) -> dict[Key, list[Bonus]]:
    """The groups, those that a later document restates more closely (or the same one, by size class
    and tier) put to each group that does.
    """
    kept = {key: {bonus.id: bonus for bonus in group} for key, group in groups.items()}
    first = {key: min(order[bonus.document] for bonus in group) for key, group in groups.items()}
    last = {key: max(order[bonus.document] for bonus in group) for key, group in groups.items()}
    for key in sorted(
        groups, key=lambda key: (last[key], key)
    ):  # the earliest first, so that what is restated twice arrives at the last
        closer = [
            other
            for other in groups
            if (first[other] > last[key] and _restates(groups[other][0], groups[key][0]))
            or (
                first[other] >= last[key]
                and (
                    _is_closer(groups[other][0], groups[key][0])
                    or _says_how_much(groups[other][0], groups[key][0])
                )
            )
        ]
        if closer:
            statements = kept.pop(key)
            for other in closer:
                kept[other] |= statements
    return {key: list(group.values()) for key, group in kept.items()}


def _restates(later: Bonus, earlier: Bonus) -> bool:
    """Whether the later bonus says all that the earlier does: the same gain, for the same
    requirement or one with more ways to meet it.
    """
    if (later.benefit, _target(later)) != (
        earlier.benefit,
        _target(earlier),
    ) or earlier.size_class not in (None, later.size_class):
        return False
    if len(later.requires) != len(earlier.requires) or not earlier.requires:
        return False
    return all(
        any(all(any(_is_met(way, by) for by in wider) for way in group) for wider in later.requires)
        for group in earlier.requires
    )


def _is_closer(closer: Bonus, loose: Bonus) -> bool:
    """Whether the one says for a size class, a value and a tier what the other says of the
    certification in general: one gain told twice.
    """
    if (
        (closer.benefit, _target(closer)) != (loose.benefit, _target(loose))
        or loose.value
        or loose.size_class
        or not (closer.value and closer.size_class)
    ):
        return False
    ways = [
        certifications().held_with(way.what)
        for group in closer.requires
        for way in group
        if way.kind == "certification" and certifications().get(way.what)
    ]
    return all(
        way.kind == "certification" and any(way.what in held for held in ways)
        for group in loose.requires
        for way in group
    )


def _says_how_much(closer: Bonus, loose: Bonus) -> bool:
    """Whether the one says how much the same gain of the same measure asks for, of which the other
    says no more than 「大幅な」.
    """
    if not (
        "amount" in loose.unstated
        and "amount" not in closer.unstated
        and closer.raises
        and loose.raises
        and loose.raises.measure
    ):
        return False
    gains = [
        (b.benefit, b.raises.measure, fold(b.value or ""), b.limits, b.size_class)
        for b in (closer, loose)
    ]
    asked = {way.what for group in closer.requires for way in group}
    return (
        gains[0] == gains[1]
        and bool(loose.value)
        and all(way.what in asked for group in loose.requires for way in group)
    )


def _is_met(earlier: Alternative, later: Alternative) -> bool:
    """Whether the later way is the earlier one, with the amount that the earlier left open, or a
    certification that shows those whom the earlier meant.
    """
    entry, certification = condition_named(earlier.what), certifications().get(later.what)
    if entry and certification and certification.family in entry.shown_by:
        return True
    return _alternative(earlier) == _alternative(
        later
        if earlier.amount is not None
        else later.model_copy(update={"amount": None, "unit": earlier.unit})
    )


# --- the rule -------------------------------------------------------------------------------------


def _rule(key: Key, group: list[Bonus], told: _Told) -> Rule:
    stated = sorted(group, key=lambda bonus: (told.order[bonus.document], bonus.line, bonus.id))
    latest = [bonus for bonus in stated if (own := _key(bonus, _alternative)) == key[: len(own)]][
        -1
    ]  # not one that says less of the same
    gone = told.leaves_out(latest.document, {bonus.measure for bonus in group})
    by_value = key[len(_key(latest, _alternative)) :]
    digest = hashlib.sha256(
        "\n".join((*_key(latest, key_of_alternative), *by_value)).encode()
    ).hexdigest()[:8]
    return Rule(
        id=f"rule:{digest}",
        bonuses=sorted(bonus.id for bonus in group),
        status="not_restated" if gone else latest.status,
        since=told.dates[stated[0].document],
        as_of=told.dates[latest.document],
        not_restated=gone,
        last_status=latest.status if gone else None,
        condition=latest.condition,
        condition_mode=latest.condition_mode,
        requires=latest.requires,
        limits=latest.limits,
        not_for=[left_out.size_class for left_out in latest.not_for],
        benefit=latest.benefit,
        value=latest.value,
        raises=latest.raises,
        size_class=latest.size_class,
        exclusive_group=latest.exclusive_group,
        rank=latest.rank,
        unstated=latest.unstated,
    )
