"""The kinds of company: what the file says, and what of it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.language.fold import fold
from graph.schema import company_kinds as declaration
from graph.schema.company_kinds import (
    CompanyKind,
    company_kind_names,
    company_kinds,
    kinds_of,
    possible_kinds,
    read_company_kinds,
)

DECLARED = Path(declaration.__file__).with_name("company_kinds.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("株式会社", "corporation"),
        ("個人事業主", "sole_proprietor"),
        ("事業協同組合", "cooperative"),
        ("JA", "agricultural_cooperative"),
        ("農事組合法人", "farm"),
        ("NPO", "npo"),
        ("一般社団", "association"),
        ("medical", "medical"),
    ],
)
def test_a_kind_goes_by_what_people_type(typed: str, code: str) -> None:
    assert company_kind_names()[fold(typed)] == code


def test_a_farmers_cooperative_is_a_cooperative_too() -> None:
    assert kinds_of("agricultural_cooperative") == {"agricultural_cooperative", "cooperative"}
    assert kinds_of("cooperative") == {"cooperative"}


@pytest.mark.parametrize(
    ("told", "size", "listed"),
    [
        ("corporation", "大企業", True),
        ("corporation", None, True),
        ("corporation", "中小企業", False),
        ("listed", "中小企業", True),
        (None, "小規模事業者", False),
        (None, "中堅企業", True),
        ("npo", "大企業", False),
    ],
)
def test_a_small_company_is_listed_only_where_it_says_so(
    told: CompanyKind | None, size: str | None, listed: bool
) -> None:
    kinds = kinds_of(told) if told else frozenset[CompanyKind]()
    assert ("listed" in possible_kinds(kinds, size)) is listed
    assert "municipality" not in possible_kinds(kinds, size)


def test_no_english_stands_twice() -> None:
    assert len({kind.english for kind in company_kinds().values()}) == len(company_kinds())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (DECLARED.replace("code: npo", "code: charity"), "6.code"),
        (DECLARED.rpartition("- code")[0], "the kinds are not corporation"),
        (DECLARED.replace("names: [宗教法人", "names: [宗教法人, 学校法人"), "stands for school"),
        (DECLARED.replace("  law: 医療法 39条\n", ""), "5.law"),
    ],
)
def test_what_does_not_hold_together_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "company_kinds.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=says):
        read_company_kinds(file)
