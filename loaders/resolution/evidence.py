"""How much speaks for two appearances being one measure: their names, their texts, who runs
them, the sums they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.catalogue.records import Appearance
from loaders.resolution.names import Name, name_of
from loaders.resolution.similarity import Vectors, cosine
from loaders.text.page import Page

SAME = 0.8  # from this score on two appearances are one measure
# the two run one secretariat and stand for each other in the brackets of documents
_ONE_HOUSE = frozenset({"内閣官房", "内閣府"})


@dataclass(frozen=True)
class NamedAppearance:
    """An appearance with its page and its name taken apart."""

    appearance: Appearance
    """The measure as the document has it."""
    page: Page
    """The page that states it."""

    @property
    def id(self) -> str:
        return self.appearance.id

    @cached_property
    def name(self) -> Name:
        return name_of(self.appearance.title)

    @cached_property
    def ministries(self) -> frozenset[str]:
        return frozenset(self.appearance.ministries)

    @cached_property
    def sums(self) -> frozenset[tuple[str, int]]:
        """The sums of a fiscal year that it prints, pots too: one pot bears out one name, though it
        says nothing where the names differ.
        """
        return frozenset((b.fiscal, b.yen) for b in self.appearance.budgets if b.fiscal)


@dataclass(frozen=True)
class Evidence:
    """What two appearances share."""

    form: float
    """How surely a form of one name is a form of the other, 0 (none is) to 1."""
    inner: bool
    """The names meet only in brackets."""
    part_or_whole: bool
    """One name says that it is a part of the other, or joins it with others."""
    named: bool
    """Both name something in particular."""
    similarity: float
    """Cosine of the titles, 0 to 1."""
    text: float
    """Cosine of the pages, 0 to 1."""
    ministries: int
    """Whether they share a ministry: 1 they do, 0 one names none, -1 others."""
    sums: bool
    """Both print a sum of one fiscal year."""
    one_document: bool
    """Both stand in one document."""

    @property
    def score(self) -> float:
        """How surely they are one measure (about 0 to 1). Equal names carry it; without them titles
        and texts must be alike.
        """
        owner = {1: 0.02, 0: -0.02, -1: -0.3}[self.ministries]
        if (
            self.form and not self.named
        ):  # an office's name twice is one measure only where the text is one
            return 0.35 + 0.6 * self.text + owner
        if self.form:
            doubt = 1 - self.form
            same_sums = 0.05 if self.sums else 0.0
            # the weaker the form, the more the text must bear it out
            return min(
                1.0,
                self.form
                + owner
                + same_sums
                + min(
                    0.1,
                    (
                        (self.text - 0.25) * (0.4 + 2 * doubt)
                        if self.text < 0.25
                        else (self.text - 0.25) * 0.3
                    ),
                ),
            )
        if self.part_or_whole or not self.named:
            return 0.0
        return 0.1 + 0.65 * self.similarity + 0.3 * self.text + owner


class Weights:
    """The letter pairs of all pages and titles as vectors; both are weighed by how few pages have
    them.
    """

    def __init__(self, named: Sequence[NamedAppearance]) -> None:
        self._pages = Vectors(
            {entry.id: "".join(line.plain for line in entry.page.lines) for entry in named}
        )
        # a title is short: every pair counts, those of hiragana too (えるぼし is not くるみん)
        self.titles = {
            entry.id: self._pages.unit(
                {entry.name.bare[at : at + 2]: 1.0 for at in range(len(entry.name.bare) - 1)}
            )
            for entry in named
        }

    def text(self, a: str, b: str) -> float:
        return self._pages.alike(a, b)

    def title(self, a: str, b: str) -> float:
        return cosine(self.titles[a], self.titles[b])


def evidence(a: NamedAppearance, b: NamedAppearance, weights: Weights) -> Evidence:
    """What speaks for `a` and `b` being one measure."""
    form, inner = _common_form(a.name, b.name)
    named = min(a.name.forms[0].strength, b.name.forms[0].strength) == 1.0
    return Evidence(
        form,
        inner,
        is_part_or_whole(a.name, b.name) or is_part_or_whole(b.name, a.name),
        named,
        weights.title(a.id, b.id),
        weights.text(a.id, b.id),
        _owners(a, b),
        bool(a.sums & b.sums),
        a.appearance.document == b.appearance.document,
    )


def is_part_or_whole(part: Name, whole: Name) -> bool:
    """Whether the name says that it is a part of the other, or the other one that it joins this one
    with others.
    """
    names = {form.bare for form in whole.forms if not form.inner}
    its_names = {form.bare for form in part.forms}
    return bool(names & set(part.wholes)) or any(
        its_names & {form.bare for form in piece.forms} for piece in whole.pieces
    )


def _common_form(a: Name, b: Name) -> tuple[float, bool]:
    """The strongest form that both names have, and whether it stands in brackets on a side; (0,
    False) where they share none.
    """
    if a.bare == b.bare:
        return min(a.forms[0].strength, b.forms[0].strength), False
    forms_of_b = {form.bare: form for form in b.forms}
    shared = [
        (form.strength * of_b.strength, form.inner or of_b.inner)
        for form in a.forms
        if (of_b := forms_of_b.get(form.bare))
    ]
    return max(
        shared,
        key=lambda strength_and_place: (strength_and_place[0], not strength_and_place[1]),
        default=(0.0, False),
    )


def _owners(a: NamedAppearance, b: NamedAppearance) -> int:
    if not a.ministries or not b.ministries:
        return 0
    if a.ministries & b.ministries or (a.ministries & _ONE_HOUSE and b.ministries & _ONE_HOUSE):
        return 1
    return -1
