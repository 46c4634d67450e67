"""The same bonus over documents and years, once: what is in force, since when, and what is no
longer restated.
"""

from __future__ import annotations

import hashlib
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
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_PARTICLES = _PATTERNS["particles"]

# what bonuses of one rule have in common
Key = tuple[str, ...]
# a later document has the scope of an earlier one where it covers at least this share of the
# measures that the earlier covers
_SAME_SCOPE = 1 / 3


@dataclass(frozen=True)
class _Coverage:
    """The documents in order, by id, and what each covers."""

    order: Mapping[str, int]
    """Their rank by date."""
    dates: Mapping[str, str]
    """Their dates (of one without: its id)."""
    measures: Mapping[str, set[str]]
    """The measures that each has a page or a bonus on."""
    items: Mapping[str, set[str]]
    """The items of earlier documents that each carries on."""

    def leaves_out(self, document: str, measures: set[str]) -> bool:
        """Whether a later document of the same scope covers one of the measures (and, the caller
        knows, does not state the bonus).
        """
        covered = self.measures[document]
        return any(
            self.order[later] > self.order[document]
            and measures & (covered_later | self.items[later])
            and len(covered & covered_later) >= _SAME_SCOPE * len(covered)
            for later, covered_later in self.measures.items()
        )


def rules(
    bonuses: Sequence[Bonus],
    documents: Sequence[Document],
    appearances: Sequence[Appearance] = (),
    items: Sequence[Item] = (),
) -> list[Rule]:
    """One rule for each bonus, whichever documents state it, sorted by id.

    What the latest document says counts. `since` and `as_of` are the dates of the first and the
    last document that states it (of one without a date: its id). It is `not_restated` where a later
    document of the same scope covers the measure (by one of the `appearances`, or by another bonus)
    and does not state this; of a bonus that an item states, where one of the `items` carries that
    on. An earlier statement that a later document restates more closely (for more certifications,
    by size class) is a statement of each of those rules, and so is what one page says in general of
    which another of the document gives the numbers. Raises `CatalogueError` for a bonus whose
    document is not among `documents`.
    """
    coverage = _coverage(bonuses, documents, appearances, items)
    groups = _restated(dict(_groups(bonuses)), coverage.order)
    made = [_rule(key, group, coverage) for key, group in groups.items()]
    return sorted(made, key=lambda rule: rule.id)


def _coverage(
    bonuses: Sequence[Bonus],
    documents: Sequence[Document],
    appearances: Sequence[Appearance],
    items: Sequence[Item],
) -> _Coverage:
    in_order = sorted(documents, key=lambda document: (document.date, document.id))
    measures: dict[str, set[str]] = {document.id: set() for document in in_order}
    for bonus in bonuses:
        if bonus.document not in measures:
            raise CatalogueError(
                f"bonus of an unknown document {bonus.document}",
                bonus.id,
                "extract the document with it",
            )
        measures[bonus.document].add(bonus.measure)
    for appearance in appearances:
        measures[appearance.document].add(appearance.measure)
    by_id = {item.id: item for item in items}
    return _Coverage(
        order={document.id: at for at, document in enumerate(in_order)},
        dates={document.id: document.date or document.id for document in in_order},
        measures=measures,
        items={
            document.id: {
                earlier
                for item in items
                if item.document == document.id
                for earlier in _carried_on(item, by_id)
            }
            for document in in_order
        },
    )


def _carried_on(item: Item, items: Mapping[str, Item]) -> set[str]:
    """The earlier items that the item carries on, over others in between."""
    return {
        earlier
        for before in item.continues
        for earlier in (before, *(_carried_on(items[before], items) if before in items else ()))
    }


# --- which bonuses are one rule -------------------------------------------------------------------


def _groups(bonuses: Sequence[Bonus]) -> Iterator[tuple[Key, list[Bonus]]]:
    """Bonuses that are one rule. The value tells two of one document apart; over documents it is
    what changes.
    """
    groups: dict[Key, list[Bonus]] = defaultdict(list)
    for bonus in bonuses:
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
    """What a condition in words of its own comes to, whatever particles its writer puts in between;
    a name is what it is.
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
    # the earliest first, so that what is restated twice arrives at the last
    for key in sorted(groups, key=lambda key: (last[key], key)):
        loose = groups[key][0]
        closer = [
            closer_key
            for closer_key, (bonus, *_) in groups.items()
            if (first[closer_key] > last[key] and _restates(bonus, loose))
            or (
                first[closer_key] >= last[key]
                and (_is_closer(bonus, loose) or _says_how_much(bonus, loose))
            )
        ]
        if closer:
            statements = kept.pop(key)
            for closer_key in closer:
                kept[closer_key] |= statements
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
    certification in general: one gain stated twice.
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
    if "amount" not in loose.unstated or "amount" in closer.unstated or not loose.value:
        return False
    measure, of = _measure_raised(loose), _measure_raised(closer)
    if measure is None or measure != of:
        return False
    gain, same_gain = (
        (bonus.benefit, fold(bonus.value or ""), bonus.limits, bonus.size_class)
        for bonus in (closer, loose)
    )
    required = {way.what for group in closer.requires for way in group}
    return gain == same_gain and all(
        way.what in required for group in loose.requires for way in group
    )


def _measure_raised(bonus: Bonus) -> str | None:
    return bonus.raises.measure if bonus.raises else None


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


def _rule(key: Key, group: list[Bonus], coverage: _Coverage) -> Rule:
    statements = sorted(
        group, key=lambda bonus: (coverage.order[bonus.document], bonus.line, bonus.id)
    )
    # the latest that says all of it
    latest = next(bonus for bonus in reversed(statements) if _begins(key, bonus))
    gone = coverage.leaves_out(latest.document, {bonus.measure for bonus in group})
    return Rule(
        id=_id(key, latest),
        bonuses=sorted(bonus.id for bonus in group),
        status="not_restated" if gone else latest.status,
        since=coverage.dates[statements[0].document],
        as_of=coverage.dates[latest.document],
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


def _begins(key: Key, bonus: Bonus) -> bool:
    """Whether the rule's key is the bonus's, or that and a value."""
    of_bonus = _key(bonus, _alternative)
    return key[: len(of_bonus)] == of_bonus


def _id(key: Key, latest: Bonus) -> str:
    """A digest of what the rule says; its value tells it from others only where one document states
    several.
    """
    by_value = key[len(_key(latest, _alternative)) :]
    text = "\n".join((*_key(latest, key_of_alternative), *by_value))
    return f"rule:{hashlib.sha256(text.encode()).hexdigest()[:8]}"
