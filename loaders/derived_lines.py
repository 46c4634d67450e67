"""What the pages of one document say of its measures between their fields: key terms, and the lines
of what is not printed as such (who applies, key terms).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.catalogue.records import Appearance
from loaders.facts.applicants import any_size, applicant_lines
from loaders.facts.masked import masked
from loaders.facts.terms import key_terms, term_lines
from loaders.text.page import Page


def with_terms(appearances: Sequence[Appearance], pages: Sequence[Page]) -> tuple[Appearance, ...]:
    """A document's appearances with the key terms of the lines that are the measure's own (before
    them may stand its policy item), and with a line for each of these and for who applies. `pages`
    in their order.
    """
    titles = [appearance.title for appearance in appearances]
    named = list(dict.fromkeys(titles))
    words = [masked(page, [title], named) for page, title in zip(pages, titles, strict=True)]
    own = [own_lines(each, page) for each, page in zip(appearances, words, strict=True)]
    items = [
        page.part([line for line in page.lines if line.number < each.line_start])
        for each, page in zip(appearances, words, strict=True)
    ]
    terms = key_terms(own, titles, items)
    return tuple(
        _with_derived_lines(each.model_copy(update={"terms": of_page}), page, masked_page)
        for each, of_page, page, masked_page in zip(appearances, terms, pages, words, strict=True)
    )


def _with_derived_lines(appearance: Appearance, page: Page, words: Page) -> Appearance:
    at, own = title_line(appearance), own_lines(appearance, page)
    return with_lines(
        appearance,
        {
            "applicants": applicant_lines(words, appearance.title, at, appearance.applicants),
            "any_size": any_size(own),
            "terms": term_lines(own, at, appearance.terms),
        },
    )


def title_line(appearance: Appearance) -> int:
    """The line (from 1) of its title; its first line, where none is known."""
    return next(iter(appearance.lines.get("title", ())), appearance.line_start)


def with_lines(appearance: Appearance, lines: Mapping[str, Iterable[int]]) -> Appearance:
    """The appearance with these lines by field; a field without any gets none."""
    all_lines = {field: list(at) for field, at in lines.items()}
    return appearance.model_copy(
        update={"lines": appearance.lines | {field: at for field, at in all_lines.items() if at}}
    )


def own_lines(appearance: Appearance, page: Page) -> Page:
    """The lines of its page that are the measure's own; before them may stand its policy item."""
    first, last = appearance.line_start, appearance.line_end
    return page.part([line for line in page.lines if first <= line.number <= last])
