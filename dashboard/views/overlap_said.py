"""What readers said of pairs, for every part of the page; the file itself is the business of `dashboard.remarks`."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import reading, remarks
from dashboard.remarks import PairIds, Remark
from dashboard.texts import Words
from dashboard.views.explorer_card import plain
from graph.errors import ShisakuError
from graph.store import store_uri
from queries.former_ids import former_ids
from queries.overlap import ScoredPair

SIGNS = {"agree": "✓", "not_overlap": "✕", None: "✎"}
FAILED = "overlap_remark_failed"


def said() -> dict[PairIds, Remark]:
    """What is said of pairs, by the ids that their measures have now; nothing where the file is damaged, which `warn` tells."""
    try:
        return remarks.latest(remarks.read(remarks.remarks_file(store_uri())), reading.ask(former_ids))
    except ShisakuError:
        return {}


def warn(words: Words) -> bool:
    """Whether the file can be read; one line on the page where it cannot, and where the last remark could not be kept."""
    failed = st.session_state.pop(FAILED, "")
    try:
        remarks.read(remarks.remarks_file(store_uri()))
    except ShisakuError as error:
        st.error(plain(words("remark.damaged", message=error)))
        return False
    if failed:
        st.error(plain(words("remark.failed", message=failed)))
    return True


def left(marked: str, pairs: Sequence[ScoredPair]) -> tuple[ScoredPair, ...]:
    """The pairs that a filter of remarks (overlap_state.MARKED) leaves."""
    there = said() if marked != "all" else {}
    if marked == "marked":
        return tuple(pair for pair in pairs if (pair.a, pair.b) in there)
    refused = {ids for ids, remark in there.items() if remark.verdict == "not_overlap"}
    return tuple(pair for pair in pairs if (pair.a, pair.b) not in refused)


def sign(words: Words, pair: PairIds) -> str:
    """A sign for a list: a reader agrees, does not, or wrote something; empty where nobody did."""
    remark = said().get(pair)
    return f"**{SIGNS[remark.verdict]} {words.of('remark.short', remark.verdict or 'note')}** " if remark else ""
