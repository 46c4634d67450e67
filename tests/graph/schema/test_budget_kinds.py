"""The kinds of budgets: what the file says, and what of it is refused."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from graph.errors import VocabularyError
from graph.schema import budget_kinds as declaration
from graph.schema.budget_kinds import (
    UNSTATED,
    BudgetKind,
    PrintedKind,
    budget_kinds,
    kind_names,
    read_budget_kinds,
)

DECLARED = Path(declaration.__file__).with_name("budget_kinds.yaml").read_text(encoding="utf-8")


def test_the_file_holds_the_kinds_of_the_type_in_its_order_and_last_that_none_is_printed() -> None:
    assert kind_names() == get_args(BudgetKind) == (*get_args(PrintedKind), UNSTATED)


def test_a_name_begins_with_its_short_form_and_no_word_stands_twice() -> None:
    kinds = budget_kinds().values()
    assert [kind.name for kind in kinds if not kind.japanese.startswith(kind.short)] == []
    for words in ({kind.japanese for kind in kinds}, {kind.english for kind in kinds}):
        assert len(words) == len(kinds)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (DECLARED.replace("name: expected", "name: hoped_for"), "4.name"),
        (DECLARED.replace("short: 補正, ", ""), "1.short"),
        (DECLARED.rpartition("- ")[0], "the kinds are not initial, supplementary"),
        (DECLARED + DECLARED, "name each once, in the order"),
    ],
)
def test_what_does_not_hold_together_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "budget_kinds.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=says):
        read_budget_kinds(file)
