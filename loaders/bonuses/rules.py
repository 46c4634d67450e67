"""The same bonus over documents and years, once: what is in force, since when, and what is no
longer restated.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from loaders.bonuses.conditions import key_of, key_of_alternative
from loaders.bonuses.status import Coverage, about, coverage
from loaders.catalogue.records import (
    Alternative,
    Appearance,
    Bonus,
    Document,
    Ended,
    Item,
    Measure,
    Rule,
)
from loaders.text.lines import fold
from loaders.vocabulary import certifications
from loaders.vocabulary.bonus_words import condition_named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_PARTICLES = _PATTERNS["particles"]
_CONTENT = _PATTERNS["content"]
_RATE = _PATTERNS["rate"]
_YEARS = _PATTERNS["years"]
_MOSTLY = 0.6  # of the words of the shorter condition

# what bonuses of one rule have in common
Key = tuple[str, ...]


def rules(
    bonuses: Sequence[Bonus],
    documents: Sequence[Document],
    appearances: Sequence[Appearance] = (),
    items: Sequence[Item] = (),
    measures: Sequence[Measure] = (),
) -> list[Rule]:
    """One rule for each bonus, whichever documents state it, sorted by id.

    What the latest document says counts. `since` and `as_of` are the dates of the first and the
    last document that states it (of one without a date: its id); loaders/bonuses/status.py says
    what it is where a later document tells of its measures without it, or none tells of them any
    more. An earlier statement that a later document restates more closely (for more certifications,
    by size class), or under the name of a measure that succeeds or holds the earlier one, is a
    statement of each of those rules, and so is what one page says in general of which another of
    the document gives the numbers; what a page considers and then says to be so is `overtaken`.
    Raises `CatalogueError` for a bonus whose document is not among `documents`.
    """
    covered = coverage(bonuses, documents, appearances, items, measures)
    groups = _restated(dict(_groups(bonuses)), covered)
    made = [_rule(key, group, covered, bonuses) for key, group in groups.items()]
    return sorted(made, key=lambda rule: rule.id)


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


def _restated(groups: dict[Key, list[Bonus]], covered: Coverage) -> dict[Key, list[Bonus]]:
    """The groups, those that a later document restates more closely (or the same one, by size class
    and tier) put to each group that does.
    """
    order = covered.order
    kept = {key: {bonus.id: bonus for bonus in group} for key, group in groups.items()}
    first = {key: min(order[bonus.document] for bonus in group) for key, group in groups.items()}
    last = {key: max(order[bonus.document] for bonus in group) for key, group in groups.items()}
    # the earliest first, so that what is restated twice arrives at the last
    for key in sorted(groups, key=lambda key: (last[key], key)):
        loose = groups[key][0]
        closer = [
            closer_key
            for closer_key, (bonus, *_) in groups.items()
            if (
                first[closer_key] > last[key]
                and (_restates(bonus, loose) or _carries_on(bonus, loose, covered))
            )
            or (
                first[closer_key] >= last[key]
                and (
                    _is_closer(bonus, loose)
                    or _says_how_much(bonus, loose)
                    or _says_frame(bonus, loose)
                    or _says_for_what(bonus, loose)
                )
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
    if _YEARS.search(earlier.value or "") and not _YEARS.search(later.value or ""):
        return False
    if len(later.requires) != len(earlier.requires) or not earlier.requires:
        return False
    return all(
        any(all(any(_is_met(way, by) for by in wider) for way in group) for wider in later.requires)
        for group in earlier.requires
    )


def _carries_on(later: Bonus, earlier: Bonus, covered: Coverage) -> bool:
    """Whether the later bonus is the earlier one of a measure that a later document has under
    another name: that which succeeds it, or of which it became a part.
    """
    if (later.benefit, later.size_class) != (earlier.benefit, earlier.size_class):
        return False
    ours, theirs = about(later), about(earlier)
    related = {relative for each in theirs for relative in covered.relatives.get(each, ())}
    return not ours & theirs and bool(related & ours) and _is_one_condition(later, earlier)


def _is_one_condition(one: Bonus, other: Bonus) -> bool:
    """Whether two conditions are the same, or those in words of their own say mostly the same."""
    if key_of(one.requires, _alternative) == key_of(other.requires, _alternative):
        return True
    if not {way.kind for each in (one, other) for way in _ways(each)} <= {"other", "person"}:
        return False
    words, others = (
        {word for way in _ways(each) for word in _CONTENT.findall(way.what)}
        for each in (one, other)
    )
    least = min(len(words), len(others))
    return least > 1 and len(words & others) >= _MOSTLY * least


def _ways(bonus: Bonus) -> list[Alternative]:
    return [way for group in bonus.requires for way in group]


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


def _says_for_what(closer: Bonus, loose: Bonus) -> bool:
    """Whether the one says what must be held for the rate of a size class of which the other says
    that there is one.
    """
    if loose.requires or not closer.requires or not (loose.value and closer.value):
        return False
    what, same = ((b.benefit, _target(b), b.size_class) for b in (closer, loose))
    rates, of_closer = (set(_RATE.findall(fold(b.value or ""))) for b in (loose, closer))
    return loose.size_class is not None and what == same and bool(rates) and rates <= of_closer


def _says_frame(closer: Bonus, loose: Bonus) -> bool:
    """Whether the one says of a frame what the other says of the measure without naming one."""
    raised, framed = loose.raises, closer.raises
    if raised is None or framed is None or raised.frame or not framed.frame:
        return False
    what, same = (
        (
            bonus.benefit,
            fold(bonus.value or ""),
            bonus.limits,
            bonus.size_class,
            key_of(bonus.requires),
        )
        for bonus in (closer, loose)
    )
    return raised.measure is not None and raised.measure == framed.measure and what == same


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


def _rule(key: Key, group: list[Bonus], covered: Coverage, bonuses: Sequence[Bonus]) -> Rule:
    statements = sorted(
        group, key=lambda bonus: (covered.order[bonus.document], bonus.line, bonus.id)
    )
    # the latest that says all of it
    latest = next(bonus for bonus in reversed(statements) if _begins(key, bonus))
    status, ended = covered.status(latest, set().union(*map(about, group)))
    if overtaken := _overtaken(latest, bonuses):
        status, ended = "ended", overtaken
    return Rule(
        id=_id(key, latest),
        bonuses=sorted(bonus.id for bonus in group),
        status=status,
        since=covered.dates[statements[0].document],
        as_of=covered.dates[latest.document],
        ended=ended,
        last_status=None if status == latest.status else latest.status,
        condition=latest.condition,
        condition_mode=latest.condition_mode,
        requires=latest.requires,
        limits=latest.limits,
        not_for=[left_out.size_class for left_out in latest.not_for],
        excluded=latest.excluded,
        benefit=latest.benefit,
        value=latest.value,
        value_is=latest.value_is,
        raises=latest.raises,
        also_raises=latest.also_raises,
        size_class=latest.size_class,
        exclusive_group=latest.exclusive_group,
        rank=latest.rank,
        unstated=latest.unstated,
        clawback=latest.clawback,
    )


def _overtaken(bonus: Bonus, bonuses: Sequence[Bonus]) -> Ended | None:
    """Where the same page says further down that what the bonus tells as considered or planned is
    so, for a certification of the same family.
    """
    if bonus.status == "in_force":
        return None
    families = _families(bonus)
    done = next(
        (
            other
            for other in bonuses
            if (other.document, other.measure, other.benefit, _target(other))
            == (bonus.document, bonus.measure, bonus.benefit, _target(bonus))
            and other.status == "in_force"
            and other.line > bonus.line
            and families & _families(other)
        ),
        None,
    )
    return Ended(why="overtaken", document=done.document, line=done.line) if done else None


def _families(bonus: Bonus) -> set[str]:
    """The families of the certifications that it asks for."""
    named = (certifications().get(way.what) for way in _ways(bonus))
    return {each.family or each.name for each in named if each}


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
