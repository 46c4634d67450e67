"""The bonuses of one page: every form in which pages state them, each bonus once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.bonuses.clauses import clauses, with_circles
from loaders.bonuses.draft import Draft
from loaders.bonuses.forms import (
    announced,
    by_type,
    columns,
    designations,
    grants,
    holders,
    ladders,
    left_out,
    loans,
    openings,
    uplifts,
)
from loaders.bonuses.forms.credit_frames import credit_frames, numbered_parts
from loaders.bonuses.forms.credit_table import credit_table
from loaders.bonuses.forms.numbered_rows import numbered_rows
from loaders.bonuses.forms.persons import of_persons
from loaders.bonuses.forms.prerequisites import prerequisites
from loaders.bonuses.forms.promises import promised
from loaders.bonuses.recorded import recorded
from loaders.bonuses.sized_values import one_a_size
from loaders.bonuses.subject import subject_of
from loaders.catalogue.records import Bonus
from loaders.text.lines import Flow
from loaders.text.page import Page


def bonuses(page: Page, measure: str, title: str, besides: Sequence[Draft] = ()) -> list[Bonus]:
    """What meeting a condition unlocks, as the page of the measure (its id, its title) states it,
    in the order of the lines.

    A bonus that the page states twice is one, at the place that says most. `raises.measure` is the
    page's own measure where its own support gets better; names of other measures stay in
    `raises.printed` until `resolved` knows all titles. `besides`: what the page states in forms
    that only its family of documents has; of two statements that say as much they come first.
    """
    return recorded([*besides, *drafts(page, title)], page, measure, title)


def drafts(page: Page, title: str) -> list[Draft]:
    """Every statement of a bonus on the page of the measure of that title, one bonus stated twice
    being two.
    """
    circled = with_circles(page)
    told = list(_in_all_forms(circled, title))
    told += announced.likewise(clauses(circled), told)
    told += announced.usable(clauses(circled), told)
    told += by_type.by_type(Flow.of(circled.lines), told)
    told = openings.taken_back(clauses(circled), told, page.document)
    by_size = one_a_size(told, clauses(circled))
    return list(ladders.with_first_rung(by_size))


def _in_all_forms(page: Page, title: str) -> Iterator[Draft]:
    read, joined = clauses(page), Flow.of(page.lines)
    subject = subject_of(title, read)
    yield from holders.in_sentences(read, subject)
    yield from holders.in_lists(read, subject)
    yield from holders.for_plan_holders(read)
    yield from holders.for_named_schemes(read)
    yield from uplifts.in_brackets(read)
    yield from uplifts.by_loan(read)
    yield from uplifts.in_sentences(read)
    yield from uplifts.added(read)
    yield from uplifts.added_items(read)
    yield from columns.in_columns(page)
    yield from uplifts.starred(joined)
    yield from ladders.in_tables(joined)
    yield from ladders.in_sentences(read)
    yield from numbered_rows(joined)
    yield from credit_table(joined)
    yield from credit_frames(joined)
    yield from of_persons(read)
    yield from promised(read)
    yield from announced.for_a_size(read, title)
    yield from announced.relaxed(read)
    yield from prerequisites(read, numbered_parts(joined.text), subject)
    yield from openings.of_registered(read)
    yield from openings.of_members(read)
    yield from openings.of_free_members(read, title)
    yield from openings.of_those_in_a_programme(read)
    yield from openings.of_advised(read, subject)
    yield from openings.carried_over(read)
    yield from openings.not_paid_back(read)
    yield from openings.by_turn(read, title)
    yield from openings.of_record(read)
    yield from openings.by_goal(read)
    yield from openings.by_proof(read)
    yield from designations.designated(read)
    yield from designations.to_become(read)
    yield from designations.spared(read)
    yield from grants.granted(read)
    yield from grants.advised(page, title, read)
    yield from grants.opened(read)
    yield from grants.guaranteed(joined)
    yield from loans.lent(read)
    yield from loans.guaranteed(read)
    yield from left_out.deemed_large(read, page.document)
    yield from openings.counted_for_a_tax(read)
