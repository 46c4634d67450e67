"""docs/overlap.md says what the bundled catalogue answers on a theme."""

from __future__ import annotations

from docs import theme_page
from graph.store import Store


def test_the_page_is_what_the_question_answers(bundled_store: Store) -> None:
    page = theme_page.PAGE.read_text(encoding="utf-8")
    written = theme_page.with_answer(page, theme_page.answer(bundled_store))
    assert page == written, "shisaku load && python -m docs.theme_page"
