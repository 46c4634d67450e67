"""The bonus that a draft comes to: what it raises by its name, and an id."""

from __future__ import annotations

from collections.abc import Sequence

from graph.schema.size_classes import SizeClass
from loaders.bonuses.certified import certified
from loaders.bonuses.clauses import clauses, with_circles
from loaders.bonuses.conditions import key_of
from loaders.bonuses.draft import Draft
from loaders.bonuses.ranks import ranked
from loaders.bonuses.repeats import without_repeats
from loaders.bonuses.values import value_is
from loaders.catalogue.ids import digest
from loaders.catalogue.records import Benefit, Bonus, Raises
from loaders.text.glyphs import as_printed
from loaders.text.page import Page
from loaders.vocabulary.bodies import bodies
from loaders.vocabulary.bonus_words import SIZE_CLASS, common_name, size_class_named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class=SIZE_CLASS)
_GUARANTEE = _PATTERNS["guarantee"]
_VAGUE = _PATTERNS["vague"]
_FOR_SIZE = _PATTERNS["for_size"]
_BLANK_IN_SUM = _PATTERNS["blank_in_sum"]


def recorded(drafts: Sequence[Draft], page: Page, measure: str, title: str) -> list[Bonus]:
    """The bonuses that the drafts of a page come to, each once, in the order of the lines.

    `measure` and `title`: of the measure on whose page they stand. A draft with a number that
    cannot be read is refused on the page (`page.refuse`) and left out.
    """
    readable = [draft for draft in drafts if not _is_refused(draft, page)]
    kept = ranked(without_repeats(readable), clauses(with_circles(page)))
    by_id = {bonus.id: bonus for bonus in (_bonus(draft, page, measure, title) for draft in kept)}
    return sorted(by_id.values(), key=lambda bonus: (bonus.line, bonus.id))


def without_size(name: str) -> str:
    """The name of a programme without the size class that it begins with (中小企業向け…)."""
    return _FOR_SIZE.sub("", name, count=1)


def _is_refused(draft: Draft, page: Page) -> bool:
    unreadable = draft.unreadable or draft.condition.unreadable
    if unreadable is None:
        return False
    page.refuse(draft.line, f"a bonus hangs on {unreadable}, which is no number")
    return True


def _bonus(draft: Draft, page: Page, measure: str, title: str) -> Bonus:
    raises = _raises(draft, measure, title)
    requires = [
        [
            alternative.model_copy(update={"what": as_printed(alternative.what)})
            for alternative in group
        ]
        for group in certified(draft.condition.requires, page)
    ]
    return Bonus(
        id=_id(draft, page.document, measure, raises.printed),
        condition=[as_printed(part) for part in draft.condition.printed],
        condition_mode=draft.condition.mode,
        condition_kind=draft.condition.kind,
        benefit=draft.benefit,
        value=_BLANK_IN_SUM.sub("", as_printed(draft.value)) if draft.value else None,
        value_is=value_is(draft, page),
        applies_to=raises.printed,
        size_class=draft.size_class or _meant_for(raises),
        status=draft.status,
        document=page.document,
        line=draft.line,
        measure=measure,
        requires=requires,
        limits=list(draft.limits),
        not_for=list(draft.not_for),
        excluded=list(draft.excluded),
        rank=draft.rank,
        clawback=draft.clawback,
        unstated=draft.leaves_open,
        raises=raises,
        also_raises=[Raises(programme=name, printed=name) for name in draft.enumerated[1:]],
        exclusive_group=(
            f"{measure} {as_printed(draft.exclusive_group)}" if draft.exclusive_group else None
        ),
    )


def _id(draft: Draft, document: str, measure: str, printed: str) -> str:
    """A digest of what is stated, wherever it stands; `resolved` gives the id of the catalogue."""
    key = digest(
        measure,
        draft.benefit,
        key_of(draft.condition.requires),
        draft.value or "",
        draft.size_class or "",
        printed,
    )
    return f"bonus:{document}:{key}"


def _raises(draft: Draft, measure: str, title: str) -> Raises:
    printed = draft.raises or draft.programme
    if printed is None:
        return Raises(
            measure=measure,
            frame=draft.frame,
            printed=f"{title} {draft.frame}" if draft.frame else title,
        )
    first = next(iter(draft.enumerated), None)
    return Raises(programme=first or _programme(printed, draft.benefit), printed=printed)


def _meant_for(raises: Raises) -> SizeClass | None:
    """The size class that the name of a programme says (中小企業向け補助金)."""
    match = _FOR_SIZE.match(raises.programme or "")
    return size_class_named(match[1]) if match else None


def _programme(printed: str, benefit: Benefit) -> str:
    """One name for what pages call in several ways: the lender's loans, the guarantee of a body by
    the body's formal name.
    """
    if name := common_name(benefit, printed):
        return name
    guarantee = _GUARANTEE.match(printed)
    body = bodies().get(guarantee["body"]) if guarantee else None
    return f"{body.name}の{guarantee['what']}" if guarantee and body else _VAGUE.sub("", printed)
