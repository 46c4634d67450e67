"""The records of which the answer on a theme is made."""

from __future__ import annotations

from dataclasses import dataclass

from queries.money.rule import Total
from queries.programmes.card import YearOfMoney
from queries.themes.members import Reason
from queries.themes.money import ProgrammeMoney
from queries.themes.paid import ThemeRecipient
from queries.themes.things import Kind


@dataclass(frozen=True)
class ThemeMember:
    """A measure or budget programme that belongs to a theme."""

    id: str
    """`measure:` or `programme:` and its number."""
    kind: Kind
    """measure or programme."""
    name: str
    """Its name."""
    ministries: tuple[str, ...]
    """The ministries that answer for it, the lead first."""
    why: tuple[Reason, ...]
    """Why it belongs to the theme, the strongest reason first."""
    core: bool
    """Whether the theme is its subject; else it says the words again and again."""
    for_companies: bool
    """Whether it is a measure, or a programme whose sheet speaks of companies by size."""
    year: YearOfMoney | None
    """Of a programme its money of the budget year; None of a measure, and where none is told."""
    printed: tuple[Total, ...]
    """Of a measure what its latest page prints, kinds and fiscal years apart."""
    paid_by: tuple[str, ...]
    """Of a measure the programmes (`programme:` and number) that pay for it."""


@dataclass(frozen=True)
class ThemeMinistry:
    """What a ministry does on a theme: of the core, what else mentions it stands apart."""

    ministry: str
    """Its name; empty for all together, and for what names none."""
    money: ProgrammeMoney
    """The money of the programmes of the core that it leads; of all together each once."""
    mentioning: ProgrammeMoney
    """The same of the programmes that no more than mention the theme: they do it among other
    things, and most of their money is for these.
    """
    joint: int
    """Programmes of the core that it answers for beside the ministry that leads them, or of all
    together that several answer for.
    """
    measures: int
    """Its measures of the core; one of two ministries counts for both, among all together once."""
    measures_mentioning: int
    """Likewise those that no more than mention it."""
    printed: tuple[Total, ...]
    """What the pages of these measures print; never added to the money of programmes, which pay for
    some of them.
    """
    paid_for: int
    """How many of these measures programmes of the core pay for."""


@dataclass(frozen=True)
class ThemePair:
    """Two members that are alike."""

    a: str
    """The one: a measure before a programme, else the lower id."""
    a_name: str
    """Its name."""
    a_ministries: tuple[str, ...]
    """Its ministries, the lead first."""
    b: str
    """The other."""
    b_name: str
    """Its name."""
    b_ministries: tuple[str, ...]
    """Its ministries, the lead first."""
    score: float
    """How much they are alike, 0 to 1."""
    grade: int
    """1 fragmentation, 2 overlap, 3 duplication."""
    within: bool
    """Whether both are of the same ministries."""


@dataclass(frozen=True)
class ThemeAnswer:
    """What the state does on a theme."""

    asked: str
    """What was asked for."""
    themes: tuple[str, ...]
    """The themes or words that it was taken for; all of them hold of each member."""
    year: int | None
    """The budget year of the programmes' money; None where the graph has no programmes."""
    years: tuple[int, ...]
    """The budget years that sheets tell of, the latest first."""
    total: ThemeMinistry
    """All members together, each counted once."""
    ministries: tuple[ThemeMinistry, ...]
    """The ministries, the one whose programmes could spend most first."""
    members: tuple[ThemeMember, ...]
    """The members: programmes by what could be spent, then measures by name; of either the core
    first.
    """
    touched: tuple[str, ...]
    """Programmes and measures that say a word of the theme in passing; they are no members."""
    pairs: tuple[ThemePair, ...]
    """The pairs of members of grade 1 or more: between ministries first, then by grade and
    score.
    """
    between: int
    """How many of these are between ministries."""
    recipients: tuple[ThemeRecipient, ...]
    """Whom the programmes of the core paid themselves, who was paid most first."""
