"""What no document names is listed by name."""

from __future__ import annotations

from graph.store import Store
from queries.bonus.for_company import bonuses_for
from queries.bonus.profile import Profile


def test_what_no_document_names_is_listed_plans_first_and_families_once(
    bundled_store: Store,
) -> None:
    names = bonuses_for(bundled_store, Profile(size=("中小企業",))).in_no_document
    assert {"経営力向上計画", "先端設備等導入計画", "経営革新計画"} <= set(names)
    assert names.index("経営力向上計画") < names.index("健康経営優良法人")
    assert len(set(names)) == len(names)
    assert not {"くるみん", "えるぼし1段階目", "SECURITY ACTION二つ星"} & set(names)


def test_what_is_held_or_cannot_be_held_is_not_listed(bundled_store: Store) -> None:
    of_company = bonuses_for(bundled_store, Profile(size=("中小企業",), hold=("経営革新計画",)))
    assert "経営革新計画" in of_company.not_named
    assert not {"経営革新計画", "地域再生計画"} & set(of_company.in_no_document)
    assert (
        "地域再生計画" in bonuses_for(bundled_store, Profile(kind=("地方公共団体",))).in_no_document
    )
