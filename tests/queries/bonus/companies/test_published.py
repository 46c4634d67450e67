"""Tables of companies as ministries publish them: marks, stages, bands, several columns of one
meaning, and numbers with a check digit.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import ProfileError
from graph.store import Store
from queries.bonus.bands import Band, band_of, turning_points
from queries.bonus.companies.answers import ask_companies
from queries.bonus.companies.cells import check_company_number, doubt_of
from queries.bonus.companies.columns import read_mapping
from tests.queries.bonus.companies.written import rows_of

RIGHT, WRONG = "9234567890123", "1234567890123"
MAPPING = """
rows: company
columns: {number: 法人番号, name: [商号, 屋号], employees: [従業員数, 人数]}
optional: [商号, 従業員数]
marks:
  - {column: くるみん欄, certification: くるみん}
  - {column: えるぼし欄, certification: DX認定}
names: {上級: プラチナくるみん}
"""


def write(path: Path, *rows: Sequence[str], encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> str:
    path = tmp_path / "mapping.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    return str(path)


def held_by(store: Store, table: Path, mapping: str) -> set[str]:
    out = table.with_name("out.csv")
    ask_companies(store, table, out, mapping)
    return {row["by"].partition(" → ")[0] for row in rows_of(out)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("mark", ["○", "〇", "有", "１", "1", "TRUE", "あり", "くるみん"])
def test_a_mark_says_that_the_certification_of_its_column_is_held(
    bonus_store: Store, tmp_path: Path, mapping: str, mark: str, encoding: str
) -> None:
    table = write(
        tmp_path / "in.csv",
        ["法人番号", "屋号", "くるみん欄", "人数"],
        [RIGHT, "試し", mark, "80"],
        encoding=encoding,
    )
    assert "くるみん" in held_by(bonus_store, table, mapping)


@pytest.mark.parametrize("mark", ["", "×", "✕", "無", "0", "false", "－", "なし", "　"])
def test_another_mark_or_none_says_that_it_is_not(
    bonus_store: Store, tmp_path: Path, mapping: str, mark: str
) -> None:
    table = write(
        tmp_path / "in.csv",
        ["法人番号", "屋号", "くるみん欄", "えるぼし欄", "人数"],
        [RIGHT, "試し", mark, "○", "80"],
    )
    assert held_by(bonus_store, table, mapping) & {"くるみん", "DX認定"} == {"DX認定"}


def test_a_mark_that_says_neither_is_refused_with_row_and_column(
    bonus_store: Store, tmp_path: Path, mapping: str
) -> None:
    table = write(
        tmp_path / "in.csv",
        ["法人番号", "屋号", "くるみん欄", "人数"],
        [RIGHT, "試し", "申請中", ""],
    )
    out = tmp_path / "out.csv"
    with pytest.raises(ProfileError, match=r"in.csv:2: column 'くるみん欄' says '申請中'.*held"):
        ask_companies(bonus_store, table, out, mapping)
    assert not out.exists()


@pytest.mark.parametrize("cell", ["上級", "プラチナくるみん"])
def test_a_stage_says_which_of_the_family_is_held(
    bonus_store: Store, tmp_path: Path, mapping: str, cell: str
) -> None:
    table = write(
        tmp_path / "in.csv", ["法人番号", "屋号", "くるみん欄", "人数"], [RIGHT, "試し", cell, ""]
    )
    assert "プラチナくるみん" in held_by(bonus_store, table, mapping)


def test_of_columns_of_one_meaning_the_one_that_says_something_counts(
    bonus_store: Store, tmp_path: Path, mapping: str
) -> None:
    head = ["法人番号", "商号", "屋号", "くるみん欄", "従業員数", "人数"]
    table = write(tmp_path / "in.csv", head, [RIGHT, "", "試し", "○", "－", "80人"])
    assert "くるみん" in held_by(bonus_store, table, mapping)
    assert {row["name"] for row in rows_of(tmp_path / "out.csv")} == {"試し"}
    write(table, head, [RIGHT, "", "試し", "○", "70", "80"])
    with pytest.raises(
        ProfileError, match="in.csv:2: column '人数' says '80', but '従業員数' '70'"
    ):
        held_by(bonus_store, table, mapping)


def test_marks_stand_in_a_table_of_companies_alone(tmp_path: Path, mapping: str) -> None:
    path = Path(mapping)
    path.write_text(MAPPING.replace("rows: company", "rows: certification"), encoding="utf-8")
    with pytest.raises(ProfileError, match="marks stand in a table with one row a company"):
        read_mapping(str(path))


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("80", Band(80, 80)),
        ("８０人", Band(80, 80)),
        ("301～500人", Band(301, 500)),
        ("301〜500人", Band(301, 500)),
        ("1,001-5,000", Band(1001, 5000)),
        ("101人以上300人以下", Band(101, 300)),
        ("100人以上～300人未満", Band(100, 299)),
        ("500人超1,000人以下", Band(501, 1000)),
        ("500人を超え1,000人未満", Band(501, 999)),
        ("5001人以上", Band(5001, None)),
        ("5,000人超", Band(5001, None)),
        ("10人以下", Band(0, 10)),
        ("10人未満", Band(0, 9)),
        ("～100人", Band(0, 100)),
        ("500～301人", None),
        ("多数", None),
    ],
)
def test_a_band_is_read_and_what_is_none_is_refused(cell: str, band: Band | None) -> None:
    if band is None:
        with pytest.raises(ProfileError):
            band_of("employees", cell)
    else:
        assert band_of("employees", cell) == band


def test_a_band_of_yen_has_the_unit_of_its_end() -> None:
    assert band_of("capital", "1～3億円") == Band(100_000_000, 300_000_000)
    assert band_of("capital", "1000万円～1億円") == Band(10_000_000, 100_000_000)


def test_an_answer_turns_on_the_limits_within_a_band_alone() -> None:
    assert turning_points(Band(301, 500), (300, 2000)) == (301,)
    assert turning_points(Band(301, 500), (300, 400)) == (301, 400, 401)
    assert turning_points(Band(80, 80), (80,)) == (80,)
    assert turning_points(Band(5001, None), (300, 2000)) == (2001,)
    assert turning_points(Band(1001, None), (2000,)) == (0, 2000, 2001)


def answered(store: Store, path: Path, heads: str) -> dict[str, str]:
    """Rule → what it depends on, for a company of these heads that holds much."""
    write(
        path,
        ["法人番号", "認定", "取組", "従業員数"],
        [RIGHT, "くるみん、DX認定", "賃上げ+5%", heads],
    )
    ask_companies(store, path, path.with_name("out.csv"))
    return {row["rule"]: row["depends"] for row in rows_of(path.with_name("out.csv"))}


def test_what_does_not_hold_all_over_a_band_depends_on_the_number(
    bonus_store: Store, tmp_path: Path
) -> None:
    table = tmp_path / "in.csv"
    one = {heads: answered(bonus_store, table, str(heads)) for heads in range(1, 41)}
    band = answered(bonus_store, table, "1～40人")
    assert set(band) == set().union(*one.values())
    assert any(one[1] != answer for answer in one.values()), "no limit lies in the band"
    for rule, depends in band.items():
        same = {answer.get(rule) for answer in one.values()}
        assert ("employees" in depends.split()) or same == {depends}, rule
    assert any("employees" in depends.split() for depends in band.values())


def test_a_band_between_two_limits_is_answered_as_any_number_of_it(
    bonus_store: Store, tmp_path: Path
) -> None:
    table = tmp_path / "in.csv"
    assert answered(bonus_store, table, "30000～30001人") == answered(bonus_store, table, "30000")


@pytest.mark.parametrize("number", [RIGHT, "7000012050002", "A-12", "17"])
def test_a_right_number_and_ones_own_number_pass(number: str) -> None:
    check_company_number(number, own=True)
    assert doubt_of(number) is None


@pytest.mark.parametrize("number", ["234567890123", "92345678901234"])
def test_a_number_of_a_digit_less_or_more_is_refused(number: str) -> None:
    with pytest.raises(ProfileError, match="no 法人番号"):
        check_company_number(number, own=True)


@pytest.mark.parametrize("number", [WRONG, "7000012050003"])
def test_a_number_whose_check_digit_is_another_is_doubtful(number: str) -> None:
    check_company_number(number, own=False)
    assert "its check digit would be" in (doubt_of(number) or "")


@pytest.mark.parametrize("number", ["17", "A-12", ""])
def test_where_only_the_official_number_counts_another_is_refused(number: str) -> None:
    with pytest.raises(ProfileError, match="no 法人番号"):
        check_company_number(number, own=False)


def test_a_doubtful_number_is_told_all_the_same_with_its_row(
    bonus_store: Store, tmp_path: Path
) -> None:
    table = write(
        tmp_path / "in.csv", ["法人番号", "認定"], [RIGHT, "くるみん"], [WRONG, "くるみん"]
    )
    out = tmp_path / "out.csv"
    done = ask_companies(bonus_store, table, out)
    assert (done.companies, done.doubtful, done.left_out) == (2, 1, 0)
    (problem,) = done.problems
    assert problem.startswith(f"{table}:3: 法人番号: {WRONG}")
    assert "check digit would be 9" in problem and "told all the same" in problem
    assert {row["number"] for row in rows_of(out)} == {RIGHT, WRONG}


def test_a_number_that_lost_a_digit_is_refused_with_row_and_column(
    bonus_store: Store, tmp_path: Path
) -> None:
    table = write(tmp_path / "in.csv", ["法人番号", "認定"], [RIGHT[1:], "くるみん"])
    out = tmp_path / "out.csv"
    with pytest.raises(ProfileError, match=r"in.csv:2: 法人番号: .*digit lost"):
        ask_companies(bonus_store, table, out)
    assert not out.exists()
    done = ask_companies(bonus_store, table, out, lenient=True)
    assert (done.companies, done.doubtful, done.left_out) == (1, 1, 0)


def test_the_shipped_mapping_reads_marks_stages_and_bands(
    bonus_store: Store, tmp_path: Path
) -> None:
    head = [
        "企業名",
        "法人番号",
        "企業規模",
        "業種",
        "企業認定等-くるみん認定",
        "企業認定等-プラチナくるみん認定",
        "備考",
    ]
    table = write(
        tmp_path / "in.csv", head, ["試し", RIGHT, "301～500人", "製造業", "", "○", "改\n行"]
    )
    done = ask_companies(bonus_store, table, tmp_path / "out.csv", "josei_katsuyaku")
    assert done.not_read == ("備考",)
    assert "プラチナくるみん" in {
        row["by"].partition(" → ")[0] for row in rows_of(tmp_path / "out.csv")
    }
    write(table, head, ["試し", "17", "301～500人", "製造業", "", "○", ""])
    with pytest.raises(ProfileError, match="in.csv:2: 法人番号: '17' is no 法人番号"):
        ask_companies(bonus_store, table, tmp_path / "out.csv", "josei_katsuyaku")


def test_a_column_of_the_industry_decides_the_class_by_the_law_of_the_trade(
    bundled_store: Store, tmp_path: Path
) -> None:
    table = write(
        tmp_path / "in.csv",
        ["法人番号", "業種", "法人の種類", "従業員数", "資本金", "認定"],
        *(
            [number, industry, kind, "90", "8000万", "くるみん"]
            for number, industry, kind in (
                ("1", "製造業", "株式会社"),
                ("2", "小売業", ""),
                ("3", "宿泊業，飲食サービス業", ""),
                ("4", "分類不能の産業", "－"),
            )
        ),
    )
    ask_companies(bundled_store, table, tmp_path / "out.csv")
    loans = {
        row["number"]: row["depends"]
        for row in rows_of(tmp_path / "out.csv")
        if row["benefit"] == "low_interest_loan" and row["by"] == "くるみん"
    }
    assert loans == {"1": "", "3": "size", "4": "size"}, (
        "90 heads are small in making, not in shops"
    )


def test_a_word_that_is_no_industry_is_told_or_passed_over(
    bonus_store: Store, tmp_path: Path
) -> None:
    table = write(tmp_path / "in.csv", ["法人番号", "業種", "認定"], ["1", "試し業界", "くるみん"])
    with pytest.raises(ProfileError, match="in.csv:2: no industry is called '試し業界'"):
        ask_companies(bonus_store, table, tmp_path / "out.csv")
    head = ["企業名", "法人番号", "業種", "企業認定等-くるみん認定"]
    write(table, head, ["試し", RIGHT, "試し業界", "○"])
    assert ask_companies(bonus_store, table, tmp_path / "out.csv", "josei_katsuyaku").others == 1


def test_a_part_of_a_cell_that_says_nothing_is_no_name(bonus_store: Store, tmp_path: Path) -> None:
    table = write(tmp_path / "in.csv", ["法人番号", "認定"], ["1", "プラチナくるみん|なし"])
    assert ask_companies(bonus_store, table, tmp_path / "out.csv").left_out == 0
