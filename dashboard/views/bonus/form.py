"""What a company tells of itself on the bonus page: size class, ladders of tiers, other things
held, what it does, its numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from dashboard.reading import naming
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import wording as bonus_said
from dashboard.views.bonus.state import State, change
from graph.errors import ProfileError
from graph.language.yen import decimal
from graph.schema.size_classes import size_names
from queries.bonus.book import RuleBook
from queries.bonus.certifications import KnownCertification
from queries.bonus.company import Contradiction
from queries.bonus.profile import NUMBERS, Profile, count_of
from queries.bonus.rules import Requirement

_PROBLEM = "bonus_problem"  # a number that could not be read: said once


def show(words: Words, book: RuleBook, state: State, wrong: Contradiction | None = None) -> None:
    """All fields, filled in from the state; `wrong` is said where it was told."""
    ladders = ladders_of(book)
    _size(words, state.profile)
    if wrong and not wrong.numbers:
        st.warning(plain(bonus_said.contradiction(words, wrong)))
    st.caption(words("bonus.ladders"))
    for family, tiers in ladders.items():
        _ladder(words, family, tiers, state.profile)
    _others(words, book, ladders, state.profile)
    _deeds(words, book, state.profile)
    _numbers(words, state.profile, wrong)
    if state.profile.told():
        st.button(
            words("bonus.clear"),
            type="tertiary",
            on_click=change,
            args=(lambda state: state.told(**vars(Profile())),),
        )


def ladders_of(book: RuleBook) -> dict[str, tuple[KnownCertification, ...]]:
    """The families of which a document names more than one tier, the lowest tier first; those that
    most rules ask for come first.
    """
    families: dict[str, list[KnownCertification]] = {}
    for each in book.certifications.values():
        if each.family:
            families.setdefault(each.family, []).append(each)
    ladders = {
        family: tuple(sorted(tiers, key=lambda c: (c.tier or 0, c.id)))
        for family, tiers in families.items()
        if sum(c.tier is not None for c in tiers) > 1 and any(c.in_documents for c in tiers)
    }
    asked = {
        family: len({rule for c in tiers for rule in book.asking.get(c.id, ())})
        for family, tiers in ladders.items()
    }
    return {
        family: ladders[family]
        for family in sorted(ladders, key=lambda family: (-asked[family], family))
    }


def _size(words: Words, profile: Profile) -> None:
    key = fill("bonus_size", profile.size[-1] if len(profile.size) == 1 else None)
    st.pills(
        words("bonus.size"),
        size_names(),
        key=key,
        wrap=True,
        format_func=words.name,
        on_change=lambda: change(lambda state: state.told(size=tuple(filter(None, [value(key)])))),
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
        title,
        names,
        key=key,
        wrap=True,
        format_func=short.__getitem__,
        on_change=_told("hold", names, lambda: [value(key)]),
    )


def _told(
    field: str, known: Sequence[str], chosen: Callable[[], Sequence[str | None]]
) -> Callable[[], None]:
    """A callback that puts what was chosen in place of those of `known` that were told."""

    def put() -> None:
        now = [each for each in chosen() if each]
        change(
            lambda state: state.told(
                **{
                    field: (
                        *(each for each in getattr(state.profile, field) if each not in known),
                        *now,
                    )
                }
            )
        )

    return put


def _others(
    words: Words,
    book: RuleBook,
    ladders: dict[str, tuple[KnownCertification, ...]],
    profile: Profile,
) -> None:
    on_ladders = {tier.id for tiers in ladders.values() for tier in tiers}
    others = sorted(
        (c for c in book.certifications.values() if c.id not in on_ladders),
        key=lambda c: (-len(book.asking.get(c.id, ())), not c.in_documents, c.name),
    )
    names = [c.name for c in others]
    labels = {
        c.name: (
            naming.node_name(words, c.id, c.name)
            + ("" if c.in_documents else f" {words('bonus.in_no_document')}")
        )
        for c in others
    }
    key = fill("bonus_others", [name for name in profile.hold if name in names])
    st.multiselect(
        words("bonus.others"),
        names,
        key=key,
        format_func=labels.__getitem__,
        placeholder=words("bonus.choose"),
        on_change=_told("hold", names, lambda: value(key)),
    )


def _deeds(words: Words, book: RuleBook, profile: Profile) -> None:
    labels = deeds_of(words, book)
    labels |= {told: told for told in profile.does if told not in labels}
    key = fill("bonus_deeds", list(profile.does))
    st.multiselect(
        words("bonus.does"),
        list(labels),
        key=key,
        format_func=lambda told: labels.get(told, told),
        accept_new_options=True,
        placeholder=words("bonus.does_hint"),
        help=words("bonus.does_help"),
        on_change=lambda: change(lambda state: state.told(does=tuple(value(key)))),
    )


def deeds_of(words: Words, book: RuleBook) -> dict[str, str]:
    """What rules ask for besides certifications, with its amount, as a profile tells it → as it is
    shown; wage rises first, then by how many rules ask.
    """
    asked = [each for ways in book.conditions.values() for each in ways]
    asked.sort(
        key=lambda each: (
            each.kind != "wage_raise",
            -sum(len(book.asking[w.id]) for w in asked if w.what == each.what),
            each.what,
            each.amount or 0,
        )
    )
    return {_as_told(each): bonus_said.thing(words, each) for each in asked}


def _as_told(asked: Requirement) -> str:
    return (
        f"{asked.what}+{decimal(asked.amount)}{asked.unit or ''}"
        if asked.amount is not None
        else asked.what
    )


def _numbers(words: Words, profile: Profile, wrong: Contradiction | None) -> None:
    with st.expander(words("bonus.numbers"), expanded=bool(profile.numbers())):
        st.caption(words("bonus.numbers_help"))
        for name in NUMBERS:
            told = getattr(profile, name)
            key = fill(
                f"bonus_{name}",
                (
                    ""
                    if told is None
                    else figures.yen(Words("ja"), told)
                    if NUMBERS[name] == "円"
                    else f"{told:,}"
                ),
            )
            st.text_input(
                words(f"bonus.number.{name}"),
                key=key,
                placeholder="3000万円" if NUMBERS[name] == "円" else "80",
                on_change=partial(_counted, name, key),
            )
        if problem := st.session_state.pop(_PROBLEM, None):
            st.warning(plain(words("bonus.no_number", said=problem)))
        if wrong and wrong.numbers:
            st.warning(plain(bonus_said.contradiction(words, wrong)))


def _counted(name: str, key: str) -> None:
    said = value(key).strip()
    try:
        number = count_of(name, said) if said else None
    except ProfileError:
        st.session_state[_PROBLEM] = said
        return
    change(lambda state: state.told(**{name: number}))
