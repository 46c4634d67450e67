"""Certifications: how they are written, and which contains which."""

from itertools import pairwise

import pytest

from loaders.vocabulary import CertificationEntry, certifications


def certification(name: str) -> CertificationEntry:
    entry = certifications().get(name)
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("くるみん認定", "くるみん"),
        ("くるみんマーク", "くるみん"),
        ("「プラス」認定", "くるみんプラス"),
        ("えるぼし三段階目", "えるぼし3段階目"),
        ("えるぼし（2段階目）", "えるぼし2段階目"),
        ("ＤＸ認定制度", "DX認定"),
        ("売上高100億円を目指す宣言", "100億宣言"),
    ],
)
def test_a_printed_name_leads_to_its_certification(printed: str, name: str) -> None:
    assert certification(printed).name == name


def test_a_higher_tier_is_not_read_as_the_lower_one() -> None:
    mentions = certifications().mentions("くるみん、トライくるみん、プラチナくるみん認定企業")
    assert [m.name for m in mentions] == ["くるみん", "トライくるみん", "プラチナくるみん"]


def test_or_above_is_the_certification_and_what_contains_it() -> None:
    assert certifications().or_above("くるみん") == [
        "くるみん",
        "プラチナくるみん",
        "くるみんプラス",
        "プラチナくるみんプラス",
    ]
    assert "えるぼし1段階目" not in certifications().or_above("えるぼし2段階目")
    assert "プラチナえるぼし" in certifications().or_above("えるぼし2段階目")


def test_a_holder_holds_the_tiers_below() -> None:
    assert certifications().held_with("プラチナくるみん") == {
        "プラチナくるみん",
        "くるみん",
        "トライくるみん",
    }


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("くるみん", "一般事業主行動計画（次世代法）"),
        ("プラチナくるみん", "トライくるみん"),
        ("えるぼし2段階目", "一般事業主行動計画（女性活躍推進法）"),
        ("プラチナえるぼし", "えるぼし"),
        ("DX銘柄", "DX認定"),
    ],
)
def test_what_must_be_held_before(name: str, needs: str) -> None:
    assert certification(name).requires == (needs,)


def test_a_plan_under_either_law_is_one_of_the_plans_without_a_law() -> None:
    assert (
        certification("次世代育成支援対策推進法に基づく一般事業主行動計画").name
        == "一般事業主行動計画（次世代法）"
    )
    assert all(
        "一般事業主行動計画" in certifications().held_with(name)
        for name in ("一般事業主行動計画（次世代法）", "一般事業主行動計画（女性活躍推進法）")
    )


def test_what_can_be_had_otherwise_is_no_prerequisite() -> None:
    assert certification("DXセレクション").requires == ()  # a recommendation will do


def test_any_stage_is_held_with_each_stage() -> None:
    assert all(
        "えるぼし" in certifications().held_with(stage)
        for stage in ("えるぼし1段階目", "えるぼし3段階目", "プラチナえるぼし")
    )
    assert "えるぼし1段階目" not in certifications().held_with("えるぼし")
    assert "くるみん" not in certifications().held_with("トライくるみん")


def test_within_a_family_each_higher_tier_contains_the_lower() -> None:
    families: dict[str | None, list[CertificationEntry]] = {}
    for entry in certifications():
        if entry.tier is not None:
            families.setdefault(entry.family, []).append(entry)
    for family in ("くるみん", "くるみんプラス", "えるぼし", "SECURITY ACTION"):
        tiers = sorted(families[family], key=lambda entry: entry.tier or 0)
        for lower, higher in pairwise(tiers):
            assert lower.name in certifications().held_with(higher.name)


def test_well_known_ones_stand_there_even_if_no_document_names_them() -> None:
    assert certification("健康経営優良法人").issuer == "日本健康会議"
    assert certification("SECURITY ACTION").kind == "declaration"
