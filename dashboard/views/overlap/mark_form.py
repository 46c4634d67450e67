"""What the visitor says of a pair, beside it: status, verdict, grade and text, each kept as soon as
it is changed; what was said before, by whom and when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overlap import mark_author
from graph.errors import ShisakuError
from graph.opening import store_uri
from queries.measure.former_ids import former_ids
from queries.overlap import marks_file
from queries.overlap.cards import PairCard
from queries.overlap.marks import STATUSES, VERDICTS, Mark, last_by, now, pair_ids, status_of
from queries.overlap.marks_file import CurrentMarks

SIGNS = {"agree": "✓", "not_overlap": "✕", None: "✎"}
# what could not be kept, by the widget that says it; why the last of it could not
UNKEPT, WHY = "overlap_unkept", "overlap_unkept_why"
_LONGEST = 1000  # characters
_GRADES = (0, 1, 2, 3)
_FIELDS = ("status", "verdict", "judged", "text")


def pair_of(card: PairCard) -> Mark:
    """The pair of a card as one of which nothing is said yet."""
    return Mark(
        a=card.a.id,
        b=card.b.id,
        title_a=card.a.title,
        title_b=card.b.title,
        score=card.score,
        grade=card.grade,
        at=now(),
    )


def show(words: Words, marked: Mark, marks: CurrentMarks) -> None:
    """The fields for a pair, given as a mark that says nothing yet: they hold what was said under
    the visitor's name; what another said last is told above them as that reader's. What could not
    be kept stays in its field, to be tried again.
    """
    pair = pair_ids(marked.a, marked.b)
    said = marks.histories.get(pair, ())
    stands, mark = marks.by_pair.get(pair), last_by(mark_author.author(), said)
    unkept = st.session_state.setdefault(UNKEPT, {})
    seen = mark.text if mark else ""
    keys = {name: f"remark-{pair[0]}-{pair[1]}-{name}" for name in _FIELDS}
    for name, key in keys.items():
        known = status_of(mark) if name == "status" else getattr(mark, name, None)
        fill(key, unkept.get(key, (known or "") if name == "text" else known))
    disabled = bool(marks.error)
    st.html(f'<div class="section">{words("remark.heading")}</div>')
    if stands and stands != mark:
        st.html(
            f'<div class="reasons">{words("remark.stands")}<ul>{_entry(words, stands)}</ul></div>'
        )
    mark_author.ask_name(words, disabled)
    _choice(words, "status", tuple(STATUSES), keys, (marked, seen), disabled)
    _choice(words, "verdict", tuple(VERDICTS), keys, (marked, seen), disabled)
    _choice(words, "judged", _GRADES, keys, (marked, seen), disabled)
    st.text_area(
        words("remark.text"),
        key=keys["text"],
        max_chars=max(_LONGEST, len(seen)),
        height=110,
        placeholder=words("remark.placeholder"),
        on_change=_changed,
        args=(marked, {"text": keys["text"]}, seen),
        disabled=disabled,
    )
    if again := {name: key for name, key in keys.items() if key in unkept}:
        st.button(
            words("remark.again"),
            key="remark_again",
            on_click=_changed,
            args=(marked, again, seen),
            disabled=disabled,
        )
    else:
        st.caption(
            plain(words("remark.kept", when=when(mark), who=by(words, mark)))
            if mark
            else words("remark.nothing", file=plain(str(path())))
        )
    _history(words, said)


def _choice(
    words: Words,
    name: str,
    options: Sequence[Any],
    keys: Mapping[str, str],
    about: tuple[Mark, str],
    disabled: bool,
) -> None:
    marked, seen = about
    label = words(f"remark.{name}")
    shown: dict[str, Any] = {} if name == "judged" else {"label_visibility": "collapsed"}
    st.segmented_control(
        label,
        options,
        format_func=lambda option: option_name(words, name, option),
        key=keys[name],
        required=name == "status",
        wrap=True,
        on_change=_changed,
        args=(marked, {name: keys[name]}, seen),
        disabled=disabled,
        help=words("remark.judged_help") if name == "judged" else None,
        **shown,
    )


def option_name(words: Words, name: str, option: Any) -> str:
    """What a status, verdict or grade is called."""
    if name == "verdict":
        return f"{SIGNS[option]} {words(f'remark.{option}')}"
    if name == "judged":
        return f"{option} {words(f'grade.{option}')}"
    return words(f"remark.{name}_of.{option}")


def _history(words: Words, said: Sequence[Mark]) -> None:
    """All that was ever said of the pair, the latest first."""
    if len(said) < 2:
        return
    entries = "".join(_entry(words, mark) for mark in reversed(said))
    with st.expander(words("remark.history", n=len(said))):
        st.html(f'<div class="reasons"><ul>{entries}</ul></div>')


def _entry(words: Words, mark: Mark) -> str:
    """A mark in a list: when, by whom and what."""
    return (
        f"<li>{escape(when(mark))} · {escape(by(words, mark))} · {escape(mark_line(words, mark))}"
        f"{'<br>' if mark.text else ''}{escape(mark.text)}</li>"
    )


def mark_line(words: Words, mark: Mark) -> str:
    """Status, verdict and grade of a mark in one line."""
    said = [words(f"remark.status_of.{mark.status}")]
    if mark.verdict:
        said.append(f"{SIGNS[mark.verdict]} {words.of('remark.short', mark.verdict)}")
    if mark.judged is not None:
        said.append(f"{mark.judged} {words(f'grade.{mark.judged}')}")
    return " ".join(said)


def by(words: Words, mark: Mark) -> str:
    """Who made a mark."""
    return mark.who or words("remark.nobody")


def when(mark: Mark) -> str:
    """When a mark was made, as clocks here have it."""
    return f"{mark.at.astimezone():%Y-%m-%d %H:%M}"


def _changed(marked: Mark, changed: Mapping[str, str], seen: str) -> None:
    """Keeps what the widgets say; `seen` is the text that stood there."""
    new = {
        what: (value(key) or "").strip() if what == "text" else value(key)
        for what, key in changed.items()
    }
    pair = marked.model_copy(update={"who": mark_author.author(), "at": now()})
    unkept = st.session_state[UNKEPT]
    try:
        marks_file.change(path(), pair, ask(former_ids), new, seen)
    except ShisakuError as error:
        unkept |= {changed[what]: entry for what, entry in new.items()}
        st.session_state[WHY] = str(error)
    else:
        for key in changed.values():
            unkept.pop(key, None)


def path() -> Any:
    """The file of the marks on this graph."""
    return marks_file.path_of(store_uri())
