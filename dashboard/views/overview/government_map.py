"""The treemap of one budget year: ministries and their largest programmes, or the programmes of one
ministry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import choices, treemap
from dashboard.widgets.treemap import Tile
from queries.programmes.listing import ListedProgramme

OFFICE = "office"  # what the address calls the ministry that is shown alone
_SMALLEST = 0.0015  # of the whole map; smaller ministries share one box
_IN_MINISTRY, _ALONE = 14, 120  # programmes with boxes of their own
_BANDS = (0.5, 0.8, 0.95)  # execution rates that part the colours
Sum = tuple[ListedProgramme, int]  # a programme with what it is drawn for, in yen


def show(words: Words, programmes: Sequence[ListedProgramme], year: int, area: str) -> None:
    """The treemap with its legend; a click on a ministry shows it alone."""
    st.caption(words("government.help"))
    groups = _by_ministry(programmes, year, area)
    alone = address.read(OFFICE)
    if alone in groups:
        _back(words, alone, groups[alone])
        tiles = _programmes(words, alone, groups[alone], year, _ALONE)
    else:
        tiles = _ministries(words, groups, year)
    drawn = sum(map(len, groups.values()))
    choices.show(treemap.html(tiles, words("government.heading")), "government_map", _picked)
    _legend(words, any(_rate(each, year) is not None for each in programmes))
    if undrawn := len(programmes) - drawn:
        st.caption(words("government.negative", n=f"{undrawn:,}"))


def _picked(office: str) -> None:
    address.write({OFFICE: office})


def _back(words: Words, office: str, sums: Sequence[Sum]) -> None:
    name = sums[0][0].offices[0].name
    listed = address.link("programmes", words.language, office=office)
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.button(words("government.whole"), type="tertiary", on_click=_picked, args=("",))
        st.html(
            f"<b>{naming.node_name(words, office, name)}</b>"
            f" {figures.about(words, sum(yen for _, yen in sums))}"
            f' <a href="{listed}" target="_self">{words("government.list")}</a>',
            width="content",
        )


def _by_ministry(
    programmes: Iterable[ListedProgramme], year: int, area: str
) -> dict[str, list[Sum]]:
    """The programmes with a sum above 0 by the ministry in the lead, the largest first."""
    groups: dict[str, list[Sum]] = {}
    for each in programmes:
        money = each.in_year(year)
        yen: int | None = getattr(money, area) if money else None
        if each.ministry and yen and yen > 0:
            groups.setdefault(each.ministry.id, []).append((each, yen))
    for sums in groups.values():
        sums.sort(key=lambda each: (-each[1], each[0].number))
    return groups


def _ministries(words: Words, groups: dict[str, list[Sum]], year: int) -> list[Tile]:
    """A box a ministry; the smallest share one."""
    sums = {office: sum(yen for _, yen in held) for office, held in groups.items()}
    least = _SMALLEST * sum(sums.values())
    tiles = [
        Tile(
            naming.node_name(words, office, held[0][0].offices[0].name),
            sums[office],
            figures.about(words, sums[office]),
            address.link("overview", words.language, scope="all", year=str(year), office=office),
            office,
            parts=tuple(_programmes(words, office, held, year, _IN_MINISTRY)),
        )
        for office, held in groups.items()
        if sums[office] >= least
    ]
    small = [yen for yen in sums.values() if yen < least]
    if small:
        name = words("government.rest_ministries", n=len(small))
        tiles.append(Tile(name, sum(small), figures.about(words, sum(small))))
    return tiles


def _programmes(words: Words, office: str, held: Sequence[Sum], year: int, most: int) -> list[Tile]:
    """A box a programme; those after the first share one."""
    tiles = [
        Tile(
            each.name,
            yen,
            figures.about(words, yen),
            address.link("programmes", words.language, id=each.id),
            colour=f"executed-{_band(_rate(each, year))}",
        )
        for each, yen in held[:most]
    ]
    if rest := held[most:]:
        total = sum(yen for _, yen in rest)
        tiles.append(
            Tile(
                words("government.rest", n=f"{len(rest):,}"),
                total,
                figures.about(words, total),
                address.link("programmes", words.language, office=office),
                office if most == _IN_MINISTRY else "",
            )
        )
    return tiles


def _rate(each: ListedProgramme, year: int) -> float | None:
    money = each.in_year(year)
    return money.execution if money else None


def _band(rate: float | None) -> str:
    return "unknown" if rate is None else str(sum(rate >= bound for bound in _BANDS))


def _legend(words: Words, known: bool) -> None:
    if not known:
        return
    bands = ("0", "1", "2", "3", "unknown")
    st.html(
        f'<div class="legend"><span>{words("programmes.executed")}</span>'
        + "".join(
            f'<span><i class="executed-{band}"></i>{words(f"government.band.{band}")}</span>'
            for band in bands
        )
        + "</div>"
    )
