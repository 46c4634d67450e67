"""The tour: four pages with a line on each, while the address says `tour=1` to `tour=4`."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.state import address
from dashboard.state.checked import number
from dashboard.text.words import Words
from dashboard.views.start.examples import examples

STEPS = ("start", "overlap", "bonus", "explorer")


def show(words: Words) -> None:
    """The step that the address asks for, with the ways on, back and out; nothing without one."""
    if step := number("tour", 1, [], len(STEPS)):
        st.html(_step(words, step))


def _step(words: Words, step: int) -> str:
    page = STEPS[step - 1]
    ways = "".join(
        f'<a href="{escape(_address(words, other))}" target="_self">'
        f"{escape(words(f'tour.{name}'))}</a>"
        for name, other in (("back", step - 1), ("on", step + 1))
        if 1 <= other <= len(STEPS)
    )
    end = escape(address.link("start", words.language))
    return (
        f'<aside class="tour" aria-label="{escape(words("frame.tour"))}">'
        f"<b>{step} / {len(STEPS)} {escape(words(f'{page}.title'))}</b>"
        f"<p>{escape(words(f'tour.step.{page}'))}</p><div>{ways}"
        f'<a href="{end}" target="_self" data-do="seen">{escape(words("tour.end"))}</a>'
        "</div></aside>"
    )


def _address(words: Words, step: int) -> str:
    """The page of a step in the state of its example."""
    page = STEPS[step - 1]
    example = examples(words, str(step)).get(page)
    return example.href if example else address.link(page, words.language, tour=str(step))
