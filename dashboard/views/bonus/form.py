"""What a company says of itself on the bonus page: size class, ladders of tiers, other things
held, what it does, its industry and kind, its numbers; and the day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.reading import naming
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import wording
from dashboard.views.bonus.state import State, change, example
from graph.errors import ProfileError
from graph.language.yen import decimal
from graph.schema.company_kinds import company_kinds
from graph.schema.industry_classes import industry_sections
from graph.schema.size_classes import size_names
from queries.bonus.company_size import ContradictionError
from queries.bonus.profile import MONEY, NUMBERS, Profile, count_of
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.certifications import KnownCertification
from queries.bonus.rule_book.rules import Requirement
from queries.bonus.windows import today

_PROBLEM = "bonus_problem"  # a field whose number could not be read, and that: shown once


def show(
    words: Words, book: RuleBook, state: State, wrong: ContradictionError | None = None
) -> None:
    """The fields beside the picture, filled in from the state; `wrong` is shown beside those that
    it is about.
    """
    ladders = ladders_of(book)
    _size(words, state.profile)
    if wrong and not wrong.numbers:
        st.warning(plain(wording.contradiction(words, wrong)))
    st.caption(words("bonus.ladders"))
    for family, tiers in ladders.items():
        _ladder(words, family, tiers, state.profile)
    _others(words, book, ladders, state.profile)
    _deeds(words, book, state.profile)
    _who(words, state.profile)
    _numbers(words, state.profile, wrong)
    if state.profile.as_dict():
        st.button(
            words("bonus.clear"),
            type="tertiary",
            on_click=change,
            args=(lambda state: state.with_profile(**vars(Profile())),),
        )


def day(words: Words, state: State) -> None:
    """The day on which one would apply."""
    key = fill("bonus_on", state.day)

    def chosen() -> None:
        day = value(key)
        on = "" if day in (None, today()) else day.isoformat()
        change(lambda state: replace(state, on=on))

    st.date_input(
        words("bonus.on"),
        key=key,
        format="YYYY-MM-DD",
        help=words("bonus.on_help"),
        on_change=chosen,
    )


def money(words: Words, profile: Profile) -> None:
    """What it spends, beside the amounts in yen that this makes."""
    for name, column in zip(MONEY, st.columns(len(MONEY)), strict=True):
        with column:
            _number(words, name, profile)


def ladders_of(book: RuleBook) -> dict[str, tuple[KnownCertification, ...]]:
    """The families of which a document names more than one tier, the lowest tier first; those that
    most rules ask for come first.
    """
    families: dict[str, list[KnownCertification]] = {}
    for known in book.certifications.values():
        if known.family:
            families.setdefault(known.family, []).append(known)
    ladders = {
        family: tuple(sorted(tiers, key=lambda tier: (tier.tier or 0, tier.id)))
        for family, tiers in families.items()
        if sum(tier.tier is not None for tier in tiers) > 1
        and any(tier.in_documents for tier in tiers)
    }
    asking = {
        family: len({rule for tier in tiers for rule in book.asking.get(tier.id, ())})
        for family, tiers in ladders.items()
    }
    return {
        family: ladders[family]
        for family in sorted(ladders, key=lambda family: (-asking[family], family))
    }


def _size(words: Words, profile: Profile) -> None:
    key = fill("bonus_size", profile.size[-1] if len(profile.size) == 1 else None)
    st.pills(
        words("bonus.size"),
        size_names(),
        key=key,
        wrap=True,
        format_func=lambda size: plain(words.name(size)),
        on_change=lambda: change(
            lambda state: state.with_profile(size=tuple(filter(None, [value(key)])))
        ),
    )


def _ladder(
    words: Words, family: str, tiers: Sequence[KnownCertification], profile: Profile
) -> None:
    names = [tier.name for tier in tiers]
    key = fill(
        f"bonus_ladder_{family}", next((name for name in profile.hold if name in names), None)
    )
    labels = {tier.name: naming.node_name(words, tier.id, tier.name) for tier in tiers}
    title = labels.get(family, family).partition(" (")[0]
    short = {name: label.removeprefix(title).strip() or label for name, label in labels.items()}
    st.pills(
        plain(title),
        names,
        key=key,
        wrap=True,
        format_func=lambda name: plain(short[name]),
        on_change=_replacing("hold", names, lambda: [value(key)]),
    )


def _replacing(
    field: str, known: Sequence[str], chosen: Callable[[], Sequence[str | None]]
) -> Callable[[], None]:
    """A callback that puts what was chosen in place of those of `known` that stand in a field of
    the profile.
    """

    def replaced(state: State) -> State:
        kept = [name for name in getattr(state.profile, field) if name not in known]
        return state.with_profile(**{field: (*kept, *filter(None, chosen()))})

    return lambda: change(replaced)


def _others(
    words: Words,
    book: RuleBook,
    ladders: dict[str, tuple[KnownCertification, ...]],
    profile: Profile,
) -> None:
    on_ladders = {tier.id for tiers in ladders.values() for tier in tiers}
    others = sorted(
        (known for known in book.certifications.values() if known.id not in on_ladders),
        key=lambda known: (
            -len(book.asking.get(known.id, ())),
            not known.in_documents,
            known.name,
        ),
    )
    names = [known.name for known in others]
    labels = {
        known.name: (
            naming.node_name(words, known.id, known.name)
            + ("" if known.in_documents else f" {words('bonus.in_no_document')}")
        )
        for known in others
    }
    key = fill("bonus_others", [name for name in profile.hold if name in names])
    st.multiselect(
        words("bonus.others"),
        names,
        key=key,
        format_func=labels.__getitem__,
        placeholder=words("bonus.choose"),
        on_change=_replacing("hold", names, lambda: value(key)),
    )


def _deeds(words: Words, book: RuleBook, profile: Profile) -> None:
    _several(words, "does", profile.does, deeds_of(words, book))


def _several(words: Words, field: str, told: Sequence[str], labels: Mapping[str, str]) -> None:
    """A field of the profile that holds several words: of those that have a label, or any other."""
    options = dict(labels) | {word: word for word in told if word not in labels}
    key = fill(f"bonus_{field}", list(told))
    st.multiselect(
        words(f"bonus.{field}"),
        list(options),
        key=key,
        format_func=lambda word: options.get(word, word),
        accept_new_options=True,
        placeholder=words(f"bonus.{field}_hint"),
        help=words(f"bonus.{field}_help"),
        on_change=lambda: change(lambda state: state.with_profile(**{field: tuple(value(key))})),
    )


def deeds_of(words: Words, book: RuleBook) -> dict[str, str]:
    """What rules ask for besides certifications, with its amount, as a profile says it → as it is
    shown; wage rises first, then by how many rules ask.
    """
    conditions = [condition for ways in book.conditions.values() for condition in ways]
    asking = Counter[str]()
    for condition in conditions:
        asking[condition.what] += len(book.asking[condition.id])
    conditions.sort(
        key=lambda condition: (
            condition.kind != "wage_raise",
            -asking[condition.what],
            condition.what,
            condition.amount or 0,
        )
    )
    return {_in_profile(condition): wording.thing(words, condition) for condition in conditions}


def _in_profile(requirement: Requirement) -> str:
    return (
        f"{requirement.what}+{decimal(requirement.amount)}{requirement.unit or ''}"
        if requirement.amount is not None
        else requirement.what
    )


def _who(words: Words, profile: Profile) -> None:
    """Of which industry and what kind it is."""
    _several(words, "industry", profile.industry, industries_of(words))
    kinds = {
        kind.japanese: kind.japanese if words.language == "ja" else kind.english
        for kind in company_kinds().values()
    }
    key_of_kind = fill("bonus_kind", list(profile.kind))
    st.multiselect(
        words("bonus.kind_of_company"),
        list(kinds),
        key=key_of_kind,
        format_func=kinds.__getitem__,
        placeholder=words("bonus.choose"),
        on_change=lambda: change(lambda state: state.with_profile(kind=tuple(value(key_of_kind)))),
    )


def industries_of(words: Words) -> dict[str, str]:
    """大分類 and 中分類 by their codes, as a profile names them → as they are shown."""
    shown: dict[str, str] = {}
    for section in industry_sections():
        name = section.name if words.language == "ja" else f"{section.english} {section.name}"
        shown[section.code] = f"{section.code} {name}"
        for division in section.divisions:
            code = f"{section.code}{division.code}"
            shown[code] = f"{code} {division.name}"
    return shown


def _numbers(words: Words, profile: Profile, wrong: ContradictionError | None) -> None:
    with st.expander(words("bonus.numbers"), expanded=bool(profile.numbers())):
        st.caption(words("bonus.numbers_help"))
        for name in NUMBERS:
            _number(words, name, profile)
        if wrong and wrong.numbers:
            st.warning(plain(wording.contradiction(words, wrong)))


def _number(words: Words, name: str, profile: Profile) -> None:
    key = fill(f"bonus_{name}", _as_typed(name, getattr(profile, name)))
    st.text_input(
        words(f"bonus.number.{name}"),
        key=key,
        placeholder=example(name),
        on_change=partial(_counted, name, key),
    )
    wrong = st.session_state.get(_PROBLEM)
    if wrong and wrong[0] == name:
        del st.session_state[_PROBLEM]
        st.warning(plain(words("bonus.no_number", text=wrong[1])))


def _as_typed(name: str, number: int | None) -> str:
    """A number as it can be typed into its field; sums of yen as Japanese writes them."""
    if number is None:
        return ""
    return figures.yen(Words("ja"), number) if NUMBERS.get(name) != "人" else f"{number:,}"


def _counted(name: str, key: str) -> None:
    text = value(key).strip()
    try:
        number = count_of(name, text) if text else None
    except ProfileError:
        st.session_state[_PROBLEM] = name, text
        return
    change(lambda state: state.with_profile(**{name: number}))
