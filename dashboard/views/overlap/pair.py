"""A pair side by side: what both measures have is marked, what only one has stands beside it;
money, lines, and what readers say.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.beside import card as beside
from dashboard.frame import title
from dashboard.reading import excerpt, naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.overlap import all_things, listing, mark_form
from dashboard.views.overlap.state import State, change, of_measures
from queries.measure.card import measure_card
from queries.money.rule import counted, totals
from queries.overlap.cards import PairCard, pair_card
from queries.overlap.comparison import comparison
from queries.overlap.marks import Mark, now
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.pair import Aspect
from queries.overlap.sides import ASPECTS, Side, SideFact
from queries.sources import Source

_ORDER = (
    "ministries",
    "agencies",
    "bodies",
    *(kind for kind in ASPECTS if kind not in ("ministries", "agencies", "bodies")),
)
_LINES = 3  # of a fact, that are shown beside it
_FACTS = 12  # of one kind; a measure may stand under dozens of policy items


def show(words: Words, state: State, remarks: CurrentMarks) -> None:
    """The chosen pair."""
    if not of_measures(state.pair):
        _with_programme(words, state, remarks)
        return
    card = ask(pair_card, *state.pair)
    title.of_page(words, f"{card.a.title} ⇄ {card.b.title}")
    _ways(words, state, card, remarks)
    with st.container(key="overlap_sides"):
        left, right = st.columns([2.9, 1], gap="medium")
    with left:
        why = naming.in_language(words, card.japanese, card.english)
        st.html(
            f'<div class="beside"><b class="grade g{card.grade}">{card.grade}'
            f" {escape(words(f'grade.{card.grade}'))}</b> "
            f"<b>{card.score:.2f}</b><br>{escape(why)}</div>"
        )
        _table(words, card)
    with right:
        mark_form.show(words, mark_form.pair_of(card), remarks)
        _both(words, card)
    beside.show_more(words, ask(comparison, *state.pair))
    _excerpts(words, card)


def _with_programme(words: Words, state: State, remarks: CurrentMarks) -> None:
    """A pair with a budget programme: no text of its pages but the sheets' rows."""
    pairs = [(pair.a.id, pair.b.id) for pair in all_things.chosen(state, remarks)]
    _way(words, pairs, state.pair)
    card = ask(comparison, *state.pair)
    title.of_page(words, f"{card.a.name} ⇄ {card.b.name}")
    with st.container(key="overlap_sides"):
        left, right = st.columns([2.9, 1], gap="medium")
    with left:
        beside.show(words, card)
    with right:
        marked = Mark(
            a=card.a.id,
            b=card.b.id,
            title_a=card.a.name,
            title_b=card.b.name,
            score=card.score or 0.0,
            grade=card.grade or 0,
            at=now(),
        )
        mark_form.show(words, marked, remarks)


def _ways(words: Words, state: State, card: PairCard, remarks: CurrentMarks) -> None:
    """Back to the list, and to the pairs before and after in it."""
    pairs = [(pair.a, pair.b) for pair in listing.chosen(state, remarks)]
    _way(words, pairs, (card.a.id, card.b.id))


def _way(words: Words, pairs: Sequence[tuple[str, str]], shown: Sequence[str]) -> None:
    place = next((at for at, pair in enumerate(pairs) if set(pair) == set(shown)), None)
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.button(
            words("overlap.back"),
            key="overlap_back",
            on_click=change,
            kwargs={"pair": ()},
        )
        if place is not None:
            for key, near in (("before", place - 1), ("after", place + 1)):
                pair = pairs[near] if 0 <= near < len(pairs) else None
                st.button(
                    words(f"overlap.pair_{key}"),
                    key=f"overlap_{key}",
                    disabled=pair is None,
                    on_click=change,
                    kwargs={"pair": pair} if pair else None,
                )
            st.caption(words("overlap.place", place=place + 1, all=len(pairs)), width="content")


def _table(words: Words, card: PairCard) -> None:
    heads = "".join(
        f"<th>{_head(words, side, name)}</th>" for side, name in ((card.a, "A"), (card.b, "B"))
    )
    rows = "".join(
        _row(words, card, card.aspect(kind))
        for kind in _ORDER
        if any(kind in side.facts for side in (card.a, card.b))
    )
    st.html(
        '<div class="table"><table class="facts sides">'
        f"<thead><tr><th></th>{heads}</tr></thead>"
        f"<tbody>{rows}{_money(words, card)}</tbody></table></div>"
    )
    st.html(
        f'<div class="quiet"><span class="fact same">{escape(words("overlap.same"))}</span>'
        f" {escape(words('overlap.same_help'))}</div>"
    )


def _head(words: Words, side: Side, name: str) -> str:
    place = (
        naming.document_title(side.document),
        figures.day(words, side.date),
        words("place.page", page=side.page) if side.page else "",
        words("place.span", start=side.line_start, end=side.line_end),
    )
    later = (
        f'<span class="quiet">{escape(words("relative.succeeded_by"))}:'
        f" {escape(words.listed(list(side.succeeded_by)))}</span>"
        if side.succeeded_by
        else ""
    )
    where = escape(words.listed(list(filter(None, place))))
    return (
        f'<b>{name}</b> <a href="{escape(address.link("measure", words.language, id=side.id))}"'
        f' target="_self">{escape(side.title)}</a><span class="quiet">{where}</span>{later}'
    )


def _row(words: Words, card: PairCard, aspect: Aspect) -> str:
    cells = "".join(
        f"<td>{_facts(words, side, aspect, only) or '–'}</td>"
        for side, only in ((card.a, aspect.only_a), (card.b, aspect.only_b))
    )
    return _marked_row(words(f"aspect.{aspect.kind}"), cells, bool(aspect.shared))


def _marked_row(name: str, cells: str, shared: bool) -> str:
    """A row of the table; `shared`: it stands out, since both sides have something of it."""
    return f"<tr{' class=shared' if shared else ''}><td>{escape(name)}</td>{cells}</tr>"


def _facts(words: Words, side: Side, aspect: Aspect, only: Sequence[str]) -> str:
    """What a side has in one respect: what both have first, in one order on both sides; each with
    its lines.
    """
    shown = [
        _fact(words, side, fact, same)
        for names, same in ((aspect.shared, True), (only, False))
        for fact in side.named(aspect.kind, names)
    ]
    rest = (
        f'<span class="quiet">{escape(words("place.more", n=len(shown) - _FACTS))}</span>'
        if len(shown) > _FACTS
        else ""
    )
    return " ".join(shown[:_FACTS]) + rest


def _fact(words: Words, side: Side, fact: SideFact, same: bool) -> str:
    note = (
        f' <span class="quiet">{escape(words("overview.derived"))}</span>' if fact.derived else ""
    )
    text = f"{escape(naming.in_language(words, fact.name, fact.english))}{note}"
    return _chip(text, _places(side, fact.sources), same, naming.places(words, fact.sources))


def _chip(text: str, places: str, same: bool, title: str = "") -> str:
    return (
        f'<span class="fact{" same" if same else ""}"'
        f' title="{escape(title)}">{text}<small>{places}</small></span>'
    )


def _places(side: Side, sources: Sequence[Source]) -> str:
    """The first lines in the document of the side, as links to the lines below where these
    are shown.
    """
    lines = list(
        dict.fromkeys(
            source.line for source in sources if source.document == side.document and source.line
        )
    )[:_LINES]
    return " ".join(
        f'<a href="#{excerpt.anchor(side.document, line)}">{line}</a>'
        if excerpt.file_of(side.document)
        else str(line)
        for line in lines
    )


def _money(words: Words, card: PairCard) -> str:
    """The budgets of each side; those that both draw on are marked."""
    common = {draw.budget for draw in card.common}
    cells = ""
    for side in (card.a, card.b):
        sums = []
        for total in totals(side.draws):
            drawn = {
                draw.budget
                for draw in counted(side.draws)
                if (draw.kind, draw.year) == (total.kind, total.year)
            }
            places = tuple(
                source
                for budget, sources in _budgets(side).items()
                if budget in drawn
                for source in sources
            )
            sums.append(
                _chip(
                    escape(words.listed(figures.totals(words, [total]))),
                    _places(side, places),
                    bool(drawn & common),
                )
            )
        cells += f"<td>{' '.join(sums) or '–'}</td>"
    return _marked_row(words("about.budget"), cells, bool(common))


def _budgets(side: Side) -> dict[str, tuple[Source, ...]]:
    """Where the page of the side prints its budgets, by their ids."""
    return {
        budget.id: budget.sources
        for page in ask(measure_card, side.id).appearances
        if page.document == side.document
        for budget in page.budgets
    }


def _both(words: Words, card: PairCard) -> None:
    """The money of both together, each pot once."""
    st.html(f'<div class="section">{words("overlap.money")}</div>')
    sums = (
        "".join(f"<li>{escape(total)}</li>" for total in figures.totals(words, card.money))
        or f"<li>{words('overlap.no_money')}</li>"
    )
    pot = f"<li>{escape(words('overlap.one_pot'))}</li>" if card.common else ""
    st.html(f'<div class="reasons"><ul>{sums}{pot}</ul></div>')
    st.caption(words("overlap.money_help"))


def _excerpts(words: Words, card: PairCard) -> None:
    """The lines of both, live from the source files, where these are at hand."""
    for column, side, name in zip(st.columns(2, gap="medium"), (card.a, card.b), "AB", strict=True):
        with column:
            span = words("place.span", start=side.line_start, end=side.line_end)
            st.html(
                f'<div class="section">{name} {escape(side.title)} <span'
                f' class="quiet">{span}</span></div>'
            )
            if path := excerpt.file_of(side.document):
                used = _used_lines(side)
                st.html(excerpt.html(path, side.document, side.line_start, side.line_end, used))
            else:
                st.caption(words("measure.no_source", variable=excerpt.VARIABLE))


def _used_lines(side: Side) -> frozenset[int]:
    """The lines of the side's document that its facts and budgets were read from."""
    facts = [fact.sources for facts in side.facts.values() for fact in facts]
    return frozenset(
        source.line
        for sources in (*facts, *_budgets(side).values())
        for source in sources
        if source.document == side.document and source.line
    )
