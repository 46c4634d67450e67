"""The bonuses of one page: every form in which pages tell them, each bonus once, with its id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from graph.schema.size_classes import SizeClass, size_names
from loaders.bonuses import ladders, uplifts
from loaders.bonuses.clauses import clauses, with_circles
from loaders.bonuses.conditions import Condition, key_of, subject_of
from loaders.bonuses.draft import Draft
from loaders.bonuses.frames import credit_frames, numbered_parts
from loaders.bonuses.holders import (
    for_named_schemes,
    for_plan_holders,
    in_lists,
    in_sentences,
)
from loaders.bonuses.points import of_persons
from loaders.bonuses.promises import promised
from loaders.bonuses.ranks import ranked
from loaders.bonuses.requirements import doors
from loaders.bonuses.tables import credit_table
from loaders.catalogue.ids import digest
from loaders.catalogue.records import Alternative, Benefit, Bonus, Raises
from loaders.text.glyphs import as_printed
from loaders.text.lines import Flow, fold
from loaders.text.page import Page
from loaders.vocabulary.bodies import bodies

_LENDER = re.compile(r"日本政策(?:金融)?公庫")
_LENDER_LOANS = "日本政策金融公庫の融資"
_GUARANTEE = re.compile(r"(?P<body>.+?)(?:による|の)(?P<what>債務保証.*)")
_VAGUE = re.compile(r"^(?:いくつかの|各種の?|国の)")
_FOR_SIZE = re.compile(rf"({'|'.join(size_names())})(?:者|等)?向け")
_QUOTED = re.compile(r"「([^」]+)」")


def bonuses(page: Page, measure: str, title: str, besides: Sequence[Draft] = ()) -> list[Bonus]:
    """What meeting a condition unlocks, as the page of the measure (its id, its title) tells it, in
    the order of the lines.

    A bonus that the page tells twice is one, at the place that says most. `raises.measure` is the
    page's own measure where its own support gets better; names of other measures stay in
    `raises.printed` until `resolved` knows all titles. `besides`: what forms of telling that only
    its family of documents has say of the page; of two that say as much they come first.
    """
    return recorded([*besides, *told(page, title)], page, measure, title)


def told(page: Page, title: str) -> list[Draft]:
    """Every telling of a bonus on the page of the measure of that title, one bonus told twice being
    two.
    """
    return list(_drafts(with_circles(page), title))


def recorded(drafts: Sequence[Draft], page: Page, measure: str, title: str) -> list[Bonus]:
    """The bonuses that the drafts come to, each once, in the order of the lines; for those who read
    a page in forms of their own too.
    """
    kept = ranked(_once(drafts), clauses(with_circles(page)))
    found = {
        bonus.id: bonus
        for bonus in (_bonus(draft, page.document, measure, title) for draft in kept)
    }
    return sorted(found.values(), key=lambda bonus: (bonus.line, bonus.id))


def _drafts(page: Page, title: str) -> Iterator[Draft]:
    read, joined = clauses(page), Flow.of(page.lines)
    subject = subject_of(title, read)
    yield from in_sentences(read, subject)
    yield from in_lists(read, subject)
    yield from for_plan_holders(read)
    yield from for_named_schemes(read)
    yield from uplifts.in_brackets(read)
    yield from uplifts.in_sentences(read)
    yield from uplifts.added(read)
    yield from uplifts.added_items(read)
    yield from uplifts.starred(joined)
    yield from ladders.in_tables(joined)
    yield from ladders.in_sentences(read)
    yield from credit_table(joined)
    yield from credit_frames(joined)
    yield from of_persons(read)
    yield from promised(read)
    yield from doors(read, numbered_parts(joined.text))


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """Each bonus once: of tellings of the same one, that which says most, the earlier of equals."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.told, d.line)):
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.line)


def _same(a: Draft, b: Draft) -> bool:
    return (
        a.benefit == b.benefit
        and _agree(a.value, b.value)
        and _agree(a.size_class, b.size_class)
        and not _divided(a, b)
        and _agree(a.frame, b.frame)
        and _raise_the_same(a, b)
        and _overlap(a.condition, b.condition)
    )


def _divided(a: Draft, b: Draft) -> bool:
    """Whether the one leaves out the size class that the other is for."""
    return a.size_class in {each.size_class for each in b.not_for} or b.size_class in {
        each.size_class for each in a.not_for
    }


def _raise_the_same(a: Draft, b: Draft) -> bool:
    """Names in quotes tell two programmes apart; benefits of no kind are told apart by
    their words.
    """
    return (
        _agree(a.raises, b.raises)
        if a.benefit == "other"
        else _agree(_quoted(a.raises), _quoted(b.raises))
    )


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or fold(a) == fold(b)


def _quoted(raises: str | None) -> str | None:
    match = _QUOTED.search(raises or "")
    return match[1] if match else None


def _overlap(a: Condition, b: Condition) -> bool:
    """Whether two conditions are one told twice: the same, or one of the same names among their
    alternatives.
    """
    return key_of(a.requires) == key_of(b.requires) or any(
        fold(one.what) == fold(other.what)
        and (one.amount == other.amount or None in (one.amount, other.amount))
        for one in _alternatives(a)
        for other in _alternatives(b)
    )


def _alternatives(condition: Condition) -> list[Alternative]:
    return [alternative for group in condition.requires for alternative in group]


def _id(draft: Draft, document: str, measure: str, printed: str) -> str:
    """A digest of what is told, wherever it stands; `resolved` gives the final id."""
    return f"bonus:{document}:{digest(measure, draft.benefit, key_of(draft.condition.requires), draft.value or '', draft.size_class or '', printed)}"


def first_told(found: Sequence[Bonus]) -> list[Bonus]:
    """Each bonus once where a measure is told of in several places that say the same of it: the
    first place is kept.
    """
    return list({bonus.id: bonus for bonus in reversed(found)}.values())[::-1]


def _bonus(draft: Draft, document: str, measure: str, title: str) -> Bonus:
    raises = _raises(draft, measure, title)
    requires = [
        [
            alternative.model_copy(update={"what": as_printed(alternative.what)})
            for alternative in group
        ]
        for group in draft.condition.requires
    ]
    return Bonus(
        id=_id(draft, document, measure, raises.printed),
        condition=[as_printed(part) for part in draft.condition.printed],
        condition_mode=draft.condition.mode,
        condition_kind=draft.condition.kind,
        benefit=draft.benefit,
        value=as_printed(draft.value) if draft.value else None,
        applies_to=raises.printed,
        size_class=draft.size_class or _meant_for(raises),
        status=draft.status,
        document=document,
        line=draft.line,
        measure=measure,
        requires=requires,
        limits=list(draft.limits),
        not_for=list(draft.not_for),
        rank=draft.rank,
        unstated=draft.leaves_open,
        raises=raises,
        exclusive_group=(
            f"{measure} {as_printed(draft.exclusive_group)}" if draft.exclusive_group else None
        ),
    )


def _raises(draft: Draft, measure: str, title: str) -> Raises:
    if draft.raises is None and draft.programme is None:
        return Raises(
            measure=measure,
            frame=draft.frame,
            printed=f"{title} {draft.frame}" if draft.frame else title,
        )
    printed = draft.raises or draft.programme
    return Raises(programme=_programme(printed, draft.benefit), printed=printed)


def _meant_for(raises: Raises) -> SizeClass | None:
    """The size class that the name of a programme says (中小企業向け補助金)."""
    match = _FOR_SIZE.match(raises.programme or "")
    return match[1] if match else None  # type: ignore[return-value]  # the pattern has size classes only


def _programme(printed: str, benefit: Benefit) -> str:
    """One name for what pages call in several ways: the lender's loans, the guarantee of a body by
    the body's formal name.
    """
    if benefit == "low_interest_loan" and _LENDER.match(printed):
        return _LENDER_LOANS
    given = _GUARANTEE.match(printed)
    body = bodies().get(given["body"]) if given else None
    return f"{body.name}の{given['what']}" if given and body else _VAGUE.sub("", printed)


def resolved(found: Sequence[Bonus], measures: Mapping[str, str]) -> list[Bonus]:
    """The bonuses of all pages with the measure put to what they raise, where its printed name is
    the title of one (`measures`: title to id).

    Each gets its final id: the measure that states it and its number among those that the document
    states of it, in the order of the lines.
    """
    by_title = {fold(title): measure for title, measure in measures.items()}
    counted: Counter[tuple[str, str]] = Counter()
    result = []
    for bonus in sorted(found, key=lambda bonus: (bonus.document, bonus.line, bonus.id)):
        counted[bonus.document, bonus.measure] += 1
        of = bonus.measure.partition(":")[2].removeprefix(
            f"{bonus.document}:"
        )  # the item's own id names the document once more
        result.append(
            _resolved(bonus, by_title).model_copy(
                update={
                    "id": f"bonus:{bonus.document}:{of}-{counted[bonus.document, bonus.measure]:02}"
                }
            )
        )
    return result


def _resolved(bonus: Bonus, by_title: Mapping[str, str]) -> Bonus:
    if bonus.raises is None or bonus.raises.measure is not None:
        return bonus
    printed = bonus.raises.printed
    measure = by_title.get(fold(_quoted(printed) or printed))
    return (
        bonus
        if measure is None
        else bonus.model_copy(update={"raises": Raises(measure=measure, printed=printed)})
    )
