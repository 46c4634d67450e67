"""Recipient × ministry as a table: what each ministry's programmes paid, the more the darker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.recipients.state import State, link
from queries.programmes.paid import PaidRecipient

_STRONGEST = 50  # per cent of the colour, of the largest sum


def html(words: Words, state: State, shown: Sequence[PaidRecipient]) -> str:
    """The table; a recipient's name is picked."""
    ministries = _ministries(shown)
    most = max((yen for each in shown for _, yen in each.ministries), default=0)
    years = {each.sheet for each in shown}
    names = {name: naming.ministry_name(words, name) for name in ministries}
    heads = "".join(
        f'<th class="number" scope="col" lang="{words.language}">{escape(name)}</th>'
        for name in names.values()
    )
    rows = "".join(_row(words, state, each, names, most, len(years) > 1) for each in shown)
    return (
        '<div class="table hits matrix"><table class="facts"><thead><tr>'
        f'<th scope="col">{words("recipients.name")}</th>'
        f'<th class="number" scope="col">{words("recipients.all")}</th>'
        f'<th class="number" scope="col">{words("recipients.programmes")}</th>'
        f"{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _ministries(shown: Sequence[PaidRecipient]) -> list[str]:
    """Those that paid any of the recipients, that with the largest sum first."""
    sums: dict[str, int] = {}
    for each in shown:
        for ministry, yen in each.ministries:
            sums[ministry] = sums.get(ministry, 0) + yen
    return sorted(sums, key=lambda ministry: (-sums[ministry], ministry))


def _row(
    words: Words,
    state: State,
    each: PaidRecipient,
    ministries: Mapping[str, str],
    most: int,
    told_year: bool,
) -> str:
    year = f" {words('programmes.year_mark', year=each.sheet - 1)}" if told_year else ""
    note = f"{words.of('recipient_kind', each.kind)}{year}"
    paid = dict(each.ministries)
    cells = "".join(
        _cell(words, name, paid.get(ministry), most) for ministry, name in ministries.items()
    )
    return (
        f'<tr><td><a href="{escape(link(words, state, id=each.id))}" target="_self"'
        f' data-pick="{escape(each.id)}">{escape(each.name)}</a>'
        f' <span class="quiet">{escape(note)}</span></td>'
        f'<td class="number" data-heading="{words("recipients.all")}">'
        f"<b>{figures.column(words, each.yen)}</b></td>"
        f'<td class="number" data-heading="{words("recipients.programmes")}">'
        f"{len(each.through)}</td>{cells}</tr>"
    )


def _cell(words: Words, ministry: str, yen: int | None, most: int) -> str:
    """A sum; nothing where the ministry paid nothing. A sum that no sheet tells counts as 0."""
    if yen is None:
        return '<td class="number none"></td>'
    share = round(_STRONGEST * (max(yen, 0) / most) ** 0.5) if most else 0
    shade = f"background:color-mix(in srgb, var(--st-primary-color) {share}%, transparent)"
    return (
        f'<td class="number" data-heading="{escape(ministry)}" style="{shade}">'
        f"{figures.column(words, yen)}</td>"
    )
