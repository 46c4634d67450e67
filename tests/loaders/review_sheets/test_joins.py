"""Which programme pays for which measure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.catalogue.records import Appearance, Budget, Measure
from loaders.catalogue.records.programmes import Money, PaysFor, Programme
from loaders.review_sheets.joins.by_hand import HandJoin, read_joins
from loaders.review_sheets.joins.joined import Joined, joined

ROOT = Path(__file__).parents[3]
_METI = "経済産業省"
_OKU = 100_000_000


def _programme(name: str, number: int = 7, began: int | None = None, **sums: int) -> Programme:
    """A sheet; `sums`: initial_2031=…, supplementary_2030=…, in yen."""
    years: dict[int, dict[str, int]] = {}
    unknown = dict.fromkeys(set(Money.model_fields) - {"sheet", "line", "year"})
    for key, yen in sums.items():
        column, year = key.rsplit("_", 1)
        years.setdefault(int(year), {})[column] = yen
    return Programme(
        id=f"programme:{number}",
        name=name,
        sheets=[2031],
        ministries=[_METI],
        began=began,
        money=[
            Money(sheet=2031, line=2, year=year, **{**unknown, **of})
            for year, of in sorted(years.items())
        ],
    )


def _measure(title: str, ministries: list[str] | None = None, **more: list[str]) -> Measure:
    return Measure(
        id=_id(title),
        title=title,
        appearances=[_appearance(title).id],
        ministries=[_METI] if ministries is None else ministries,
        ministries_known_by="page",
        **more,
    )


def _id(title: str) -> str:
    return f"measure:{sum(map(ord, title)):08x}"


def _appearance(title: str, *budgets: Budget) -> Appearance:
    return Appearance(
        id=f"appearance:made-up:{sum(map(ord, title)):08x}",
        document="made-up",
        measure=_id(title),
        line_start=1,
        line_end=9,
        title=title,
        budgets=list(budgets),
    )


def _budget(yen: int, year: int, kind: str | None = None, **more: object) -> Budget:
    return Budget.model_validate({"yen": yen, "year": year, "kind": kind, "line": 3, **more})


def _join(result: Joined) -> PaysFor | None:
    (programme,) = result.programmes
    assert len(programme.pays_for) <= 1
    return programme.pays_for[0] if programme.pays_for else None


@pytest.mark.parametrize(
    ("programme", "measure", "text", "kind"),
    [
        ("里山発酵設備導入促進事業", "里山発酵設備導入促進事業", "", "same"),
        ("里山発酵設備導入促進事業（令和13年度補正）", "里山発酵設備導入促進事業", "", "same"),
        ("里山基盤事業（うち里山発酵設備導入促進事業）", "里山発酵設備導入促進事業", "", "same"),
        ("里山基盤形成総合事業（うち発酵樽更新事業）", "里山基盤形成総合事業", "", "part"),
        ("発酵樽更新事業（里山基盤形成総合事業の内数）", "里山基盤形成総合事業", "", "part"),
        ("里山振興に要する経費", "発酵樽更新促進補助金", "①発酵樽更新促進補助金", "funds"),
        ("里山振興に要する経費", "発酵樽更新促進補助金", "樽を更新する", None),
        ("里山発酵助成金（樽更新支援コース）", "里山発酵助成金", "", "part"),
        ("里山発酵助成金", "里山発酵助成金（樽更新支援コース）", "", "funds"),
        ("里山発酵設備導入促進事業", "里山発酵設備導入促進事業（若手樽職人実証）", "", "funds"),
        ("里山発酵設備導入促進緊急事業", "里山発酵設備導入促進事業", "", None),
        ("里山基盤事業（うち発酵樽共同更新事業）", "発酵樽共同更新支援事業", "", "same"),
        ("里山基盤交付金（発酵樽共同更新推進タイプ）", "発酵樽共同更新推進交付金", "", "same"),
        ("樽更新支援事業", "樽更新補助金", "", None),
    ],
)
def test_names_and_their_direction(
    programme: str, measure: str, text: str, kind: str | None
) -> None:
    join = _join(joined([_programme(programme)], [_measure(measure)], [], {"programme:7": text}))
    assert (join.kind if join else None) == kind


def test_another_ministry_s_measure_of_the_name_is_left_apart() -> None:
    name = "里山発酵設備導入促進事業"
    assert _join(joined([_programme(name)], [_measure(name, ["国土交通省"])], [], {})) is None


def test_a_measure_of_a_ministry_told_elsewhere_is_left_to_that_ministry() -> None:
    name = "里山発酵設備導入促進事業"
    measure = _measure(name, [], derived_ministries=["国土交通省"])
    assert _join(joined([_programme(name)], [measure], [], {})) is None


@pytest.mark.parametrize(
    ("name", "budgets", "sums", "kind"),
    [
        (  # several sums, each nobody else's, whatever the names are
            "発酵樽の更新に要する経費",
            [_budget(297 * _OKU, 2030, "supplementary"), _budget(123 * _OKU, 2031, "initial")],
            {"supplementary_2030": 29_738_972_000, "initial_2031": 12_345_000_000},
            "same",
        ),
        (  # one sum, and names akin
            "里山発酵支援助成金等",
            [_budget(3_870_000_000, 2031, "initial")],
            {"initial_2031": 3_866_000_000},
            "same",
        ),
        (  # one of several sums of one budget
            "里山発酵支援助成金等",
            [_budget(3_870_000_000, 2031, "initial"), _budget(5_540_000_000, 2031, "initial")],
            {"initial_2031": 3_866_000_000},
            "part",
        ),
        (  # the page says 内数
            "里山発酵支援助成金等",
            [_budget(3_870_000_000, 2031, "initial", part_of=True)],
            {"initial_2031": 3_866_000_000},
            "funds",
        ),
        (  # asked for, in the sheet of the year before
            "里山発酵支援助成金等",
            [_budget(3_870_000_000, 2032, "initial", proposed=True)],
            {"requested_2031": 3_866_000_000},
            "same",
        ),
        (
            "海外広報経費",
            [_budget(3_870_000_000, 2031, "initial")],
            {"initial_2031": 3_866_000_000},
            None,
        ),
        (
            "里山発酵支援助成金等",
            [_budget(4 * _OKU, 2031, "initial")],
            {"initial_2031": 4 * _OKU},
            None,
        ),
        (
            "里山発酵支援助成金等",
            [_budget(3_870_000_000, 2030, "initial")],
            {"initial_2031": 3_866_000_000},
            None,
        ),
        (
            "里山発酵支援助成金等",
            [_budget(3_870_000_000, 2031, "supplementary")],
            {"initial_2031": 3_866_000_000},
            None,
        ),
    ],
)
def test_sums_of_the_same_budget_speak_for_a_join(
    name: str, budgets: list[Budget], sums: dict[str, int], kind: str | None
) -> None:
    title = "里山発酵助成"
    result = joined(
        [_programme(name, **sums)], [_measure(title)], [_appearance(title, *budgets)], {}
    )
    join = _join(result)
    assert (join.kind if join else None) == kind
    assert join is None or "same_money" in join.why


def test_a_sum_of_several_programmes_says_little() -> None:
    title = "里山発酵助成"
    programmes = [
        _programme("里山発酵支援助成金等", number, initial_2031=3_866_000_000)
        for number in range(3)
    ]
    page = _appearance(title, _budget(3_870_000_000, 2031, "initial"))
    result = joined(programmes, [_measure(title)], [page], {})
    assert not any(programme.pays_for for programme in result.programmes)


def test_one_only_named_in_a_text_whose_very_sum_it_has_is_the_same() -> None:
    title = "里山発酵設備導入促進補助金"
    page = _appearance(title, _budget(3_870_000_000, 2031, "initial"))
    programme = _programme("発酵樽に要する経費", initial_2031=3_866_000_000)
    (alone,) = joined([programme], [_measure(title)], [], {programme.id: title}).programmes
    assert alone.pays_for[0].kind == "funds"
    programme = _programme("里山発酵設備に要する経費", initial_2031=3_866_000_000)
    (both,) = joined([programme], [_measure(title)], [page], {programme.id: title}).programmes
    assert (both.pays_for[0].kind, both.pays_for[0].why) == (
        "same",
        ["named_in_text", "same_money", "same_ministry"],
    )


def test_a_pot_that_a_page_names_is_the_programme_s() -> None:
    title = "樽職人大学校による研修"
    page = _appearance(
        title, _budget(9 * _OKU, 2031, part_of=True, pot="独立行政法人樽機構運営費交付金")
    )
    join = _join(
        joined([_programme("独立行政法人樽機構運営費交付金")], [_measure(title)], [page], {})
    )
    assert join and (join.kind, join.why) == ("funds", ["named_as_pot", "same_ministry"])


def test_parts_and_wholes_of_a_measure_go_with_it() -> None:
    whole, part = "里山発酵設備導入促進事業", "発酵樽の共同利用"
    measures = [_measure(whole), _measure(part, part_of=[_id(whole)])]
    (of_whole,) = joined([_programme(whole)], measures, [], {}).programmes
    assert {join.measure: join.kind for join in of_whole.pays_for} == {
        _id(whole): "same",
        _id(part): "funds",
    }
    (of_part,) = joined([_programme(part + "事業")], measures, [], {}).programmes
    assert {join.measure: join.kind for join in of_part.pays_for} == {
        _id(part): "same",
        _id(whole): "part",
    }


def test_one_that_began_after_the_money_that_a_page_tells_follows_it() -> None:
    title = "里山発酵設備導入促進補助金"
    page = _appearance(title, _budget(9 * _OKU, 2029))
    for began, kind in ((2030, "successor"), (2029, "funds")):
        programme = _programme("里山振興に要する経費", began=began)
        join = _join(joined([programme], [_measure(title)], [page], {programme.id: title}))
        assert join and join.kind == kind


def test_names_much_alike_that_nothing_joins_are_told() -> None:
    result = joined(
        [_programme("里山発酵設備導入促進緊急事業")], [_measure("里山発酵設備導入促進事業")], [], {}
    )
    assert len(result.doubts) == 1
    assert result.doubts[0].startswith(
        "programme:7 里山発酵設備導入促進緊急事業 ~ 里山発酵設備導入促進事業"
    )


def test_what_a_person_judged_holds() -> None:
    name = "里山発酵設備導入促進事業"
    page = _appearance(name)
    for verdict in ("different", "part"):
        row = HandJoin(
            programme="programme:7",
            appearance=page.id,
            verdict=verdict,
            names="里山 ／ 里山",
            reason="read beside each other for this test",
        )
        join = _join(joined([_programme(name)], [_measure(name)], [page], {}, [row]))
        assert (join.kind if join else "different") == verdict


def test_a_pair_is_judged_once(tmp_path: Path) -> None:
    row = (
        "- {programme: 'programme:7', appearance: 'appearance:made-up:00000001', verdict: same,"
        " names: a ／ b, reason: read beside each other}\n"
    )
    (tmp_path / "joins.yaml").write_text(row * 2, encoding="utf-8")
    with pytest.raises(VocabularyError, match="judged twice"):
        read_joins(tmp_path / "joins.yaml")


def test_what_is_judged_is_there() -> None:
    lines = (ROOT / "catalogue" / "appearances.jsonl").read_text(encoding="utf-8").splitlines()
    known = {json.loads(line)["id"] for line in lines}
    assert [row.names for row in read_joins() if row.appearance not in known] == []
