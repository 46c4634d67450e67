"""The card of a pair to act on: measures or budget programmes side by side, why they are thought to
overlap, what is said of them, terms, money, results, what is common, whom to ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.beside.facts import contacts, history, results, terms
from dashboard.beside.money import money
from dashboard.reading import naming
from dashboard.state import address
from dashboard.text.words import Words
from graph.language.yen import yen_in_english, yen_in_japanese
from queries.overlap.compared_side import ComparedSide, Named
from queries.overlap.comparison import Comparison
from queries.overlap.quoted import SOURCES_VARIABLE, at_hand
from queries.overlap.statements import Statement
from queries.sources import Source

_MOST = 12  # names or rows of a kind that are shown


def show(words: Words, card: Comparison) -> None:
    """All of it: who the two are, score, why, what is said, both sides, and what is common."""
    _head(words, card)
    show_more(words, card)


def show_more(words: Words, card: Comparison) -> None:
    """What stands beside the reason: what the score is made of, what is said, who would use which,
    both sides over the years, and what is common.
    """
    _why(words, card)
    _said(words, card)
    _use(words, card)
    _sides(words, card)
    _common(words, card)


def _section(words: Words, key: str) -> None:
    st.html(f'<div class="section">{escape(words(f"overlap_card.{key}"))}</div>')


def _head(words: Words, card: Comparison) -> None:
    sides = "".join(
        f"<li>{_named(words, side, name)}</li>" for side, name in ((card.a, "A"), (card.b, "B"))
    )
    st.html(f'<div class="reasons"><ul>{sides}</ul></div>')
    if card.score is None or card.grade is None:
        st.info(words("overlap_card.unscored"))
    else:
        st.html(
            f'<div class="beside"><b class="grade g{card.grade}">{card.grade}'
            f" {escape(words(f'grade.{card.grade}'))}</b> <b>{card.score:.2f}</b></div>"
        )
    _words(words, card)


# --- why ------------------------------------------------------------------------------------------


def _why(words: Words, card: Comparison) -> None:
    if card.score is None:
        return
    _section(words, "why")
    if not card.signals:
        st.caption(words("overlap_card.no_signals"))
        return
    rows = ""
    for signal in card.signals:
        of = " × ".join(words.of("overlap_card.signal", name) for name in signal.of)
        if signal.likeness is None or signal.weight is None:
            rows += _row(words("overlap_card.taken", of=of), "", f"−{-signal.worth:.3f}")
        else:
            rows += _row(of, f"{signal.likeness:.2f} × {signal.weight:g}", f"{signal.worth:.3f}")
    heads = ("", words("overlap_card.likeness"), words("overlap_card.worth"))
    _table(heads, rows)


def _words(words: Words, card: Comparison) -> None:
    _section(words, "words")
    rows = "".join(
        _row(
            words(f"aspect.{each.kind}"),
            *(_names(words, names) for names in (each.shared, each.only_a, each.only_b)),
        )
        for each in card.words
        if each.shared or each.only_a or each.only_b
    )
    _table(("", words("overlap_card.both"), "A", "B"), rows)


def _names(words: Words, names: Sequence[Named]) -> str:
    shown = [naming.in_language(words, each.name, each.english) for each in names[:_MOST]]
    if len(names) > _MOST:
        shown.append(words("overlap_card.more", n=len(names) - _MOST))
    return words.listed(shown) or "–"


# --- what is said ---------------------------------------------------------------------------------


def _said(words: Words, card: Comparison) -> None:
    _section(words, "said")
    if not card.said:
        st.caption(words("overlap_card.said_none"))
        return
    rows = "".join(
        "<tr>"
        f"<td>{'A' if said.side == card.a.id else 'B'}</td>"
        f"<td>{escape(_who(words, said))}</td>"
        f"<td>{escape(_says(words, said))}</td>"
        f"<td>{escape(said.text or '')}"
        f'<span class="quiet"> {_stands(words, said)}</span></td>'
        "</tr>"
        for said in card.said
    )
    heads = ("", *(words(f"overlap_card.{name}") for name in ("who", "says", "text")))
    _table(heads, rows, cells=False)
    if not at_hand() and any(said.column for said in card.said):
        st.caption(words("overlap_card.no_text", variable=SOURCES_VARIABLE))


def _who(words: Words, said: Statement) -> str:
    """公開プロセス 2022（過去の公開プロセス等）."""
    by = words.of("overlap_card.by", said.by)
    named = " ".join(filter(None, (words.name(said.review or ""), str(said.year or ""))))
    return f"{named} ({by})" if named else by


def _says(words: Words, said: Statement) -> str:
    of = words(f"overlap_card.of.{said.of}", named=words.name(said.named or ""))
    says = words.listed([words.of("overlap_card.saying", each) for each in said.says])
    came = " → ".join(words.of("verdict", each) for each in (said.verdict, said.outcome) if each)
    return f"{of}: {says}" + (f" [{came}]" if came else "")


def _stands(words: Words, said: Statement) -> str:
    """Document or table and line of what is said, always in full, and the heading."""
    where = [
        f"{naming.document_short(words, source.document)} {naming.lines(words, [source])}"
        for source in said.sources
    ]
    return escape(" ".join(filter(None, ("", words.listed(where), said.column))))


def _place(words: Words, sources: Sequence[Source]) -> str:
    """Where a fact stands, on a line of its own."""
    where = naming.places(words, sources)
    return escape(f" {where}") if where else ""


# --- the two sides --------------------------------------------------------------------------------


def _use(words: Words, card: Comparison) -> None:
    _section(words, "use")
    rows = "".join(
        f"<li><b>{name}</b> {escape(naming.in_language(words, side.japanese, side.english))}</li>"
        for name, side in (("A", card.a), ("B", card.b))
    )
    rows += f"<li><b>{escape(naming.in_language(words, card.japanese, card.english))}</b></li>"
    st.html(f'<div class="reasons"><ul>{rows}</ul></div>')
    st.caption(words("overlap_card.use_help"))


def _sides(words: Words, card: Comparison) -> None:
    heads = ("", _side(words, card.a, "A"), _side(words, card.b, "B"))
    body = "".join(
        (
            terms(words, card),
            money(words, card),
            results(words, card),
            contacts(words, card),
            history(words, card),
        )
    )
    head = "".join(f"<th>{each}</th>" for each in heads)
    st.html(
        '<div class="table"><table class="facts sides">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _named(words: Words, side: ComparedSide, name: str) -> str:
    """Name as a link, what it is, its id, and who answers for it."""
    page, given = ("measure", side.id) if side.kind == "measure" else ("programmes", side.id)
    href = escape(address.link(page, words.language, id=given))
    offices = words.listed(
        [
            naming.in_language(words, each.name, each.english)
            for each in (*side.ministries, *side.offices)
        ]
    )
    kind = words(f"overlap_card.kind.{side.kind}")
    number = naming.sheet_number(words, side.id)
    about = " · ".join(filter(None, (f"{kind} {number}".strip(), offices)))
    return (
        f'<b>{name}</b> <a href="{href}" target="_self">{escape(side.name)}</a>'
        f' <span class="quiet">{escape(about)}</span>'
    )


def _side(words: Words, side: ComparedSide, name: str) -> str:
    place = f'<span class="quiet">{_place(words, side.places)}</span>'
    return f"{_named(words, side, name)}{place}"


# --- in common ------------------------------------------------------------------------------------


def _common(words: Words, card: Comparison) -> None:
    _section(words, "common")
    rows = [
        _row(
            words("overlap_card.recipient"),
            each.name,
            " / ".join(
                _yen(words, *paid)
                for paid in ((each.yen_a, each.year_a), (each.yen_b, each.year_b))
            ),
            naming.places(words, (*each.sources_a, *each.sources_b)),
        )
        for each in card.recipients[:_MOST]
    ]
    if len(card.recipients) > _MOST:
        more = words("overlap_card.more", n=len(card.recipients) - _MOST)
        rows.append(_row(words("overlap_card.recipient"), more, "", ""))
    rows += [
        _row(
            words("overlap_card.law"),
            law.name,
            words.listed(list(dict.fromkeys((*law.articles_a, *law.articles_b)))),
            naming.places(words, (*law.sources_a, *law.sources_b)),
        )
        for law in card.laws
    ]
    rows += [
        _row(
            words(f"overlap_card.{plan.kind}"),
            plan.name,
            "",
            naming.places(words, (*plan.sources_a, *plan.sources_b)),
        )
        for plan in card.plans
    ]
    if rows:
        _table(("", "", "A / B", words("place.heading")), "".join(rows))
    else:
        st.caption(words("overlap_card.common_none"))


def _yen(words: Words, yen: int | None, year: int | None) -> str:
    if yen is None:
        return "?"
    said = naming.in_language(words, yen_in_japanese(yen), yen_in_english(yen))
    return f"{words('overlap_card.year', year=year)} {said}" if year else said


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _table(heads: Sequence[str], rows: str, *, cells: bool = True) -> None:
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    wide = "" if cells else " said"
    st.html(
        f'<div class="table"><table class="facts{wide}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
