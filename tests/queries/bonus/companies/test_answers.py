"""A table of companies in, a table of bonuses out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.bounds import NAME_PARTS, TABLE_LINE
from graph.errors import ProfileError
from graph.store import Store
from queries.bonus.bands import representative
from queries.bonus.companies.answers import ask_companies
from queries.bonus.companies.cells import between, names_in
from queries.bonus.for_company import bonuses_by
from queries.bonus.profile import Profile, profile_of
from queries.bonus.rule_book.book import RuleBook
from tests.queries.bonus.companies.written import rows_of

PLAIN = """法人番号,法人名,企業規模,認定,取組,従業員数,資本金
1,試し工業,中小企業,くるみん、DX認定,賃上げ+3%,10,
2,"試し, 商会",大企業,プラチナくるみん,,,
3,試し堂,,,,80,3000万
4,もう一つの試し工業,中小企業,DX認定；くるみん,賃上げ+3%,11,
"""
DOWNLOAD = """法人番号,商号または名称,登記住所,証明日,名称,対象,部門,発行元
2,試し商会,東京都,2020-01-01,プラチナくるみん,,,厚生労働省
1,試し工業,東京都,2020-01-01,全省庁統一資格,,,
2,試し商会,東京都,2021-01-01,DX認定,,,経済産業省
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "companies.csv"


def test_one_row_a_company_and_bonus_the_same_as_asked_one_by_one(
    bonus_store: Store, book: RuleBook, table: Path
) -> None:
    table.write_text(PLAIN, encoding="utf-8")
    done = ask_companies(bonus_store, table, table.with_name("out.csv"))
    rows = rows_of(table.with_name("out.csv"))
    assert (done.companies, done.rows, done.left_out, done.problems) == (4, len(rows), 0, ())
    profiles: dict[str, dict[str, object]] = {
        "1": {
            "size": "中小企業",
            "hold": ["くるみん", "DX認定"],
            "does": "賃上げ+3%",
            "employees": 10,
        },
        "2": {"size": "大企業", "hold": "プラチナくるみん"},
        "3": {"employees": 80, "capital": "3000万"},
        "4": {
            "size": "中小企業",
            "hold": ["くるみん", "DX認定"],
            "does": "賃上げ+3%",
            "employees": 11,
        },
    }
    for number, profile in profiles.items():
        answer = bonuses_by(book, profile_of(profile))
        assert {
            (row["rule"], row["outranked_by"])
            for row in rows
            if row["number"] == number and not row["depends"]
        } == {(result.rule.id, result.outranked_by or "") for result in answer.unlocked}
        assert {row["rule"] for row in rows if row["number"] == number and row["depends"]} == {
            result.rule.id for result in answer.depends
        }
    points = next(row for row in rows if row["number"] == "2" and row["rule"] == "rule:points")
    assert (points["name"], points["by"], points["raised"], points["sources"]) == (
        "試し, 商会",
        "プラチナくるみん → くるみん",
        "measure:00000001",
        "booklet-2025:1",
    )


def test_the_download_of_gbizinfo_has_a_row_a_certification_in_any_order(
    bonus_store: Store, table: Path
) -> None:
    table.write_text("\ufeff" + DOWNLOAD, encoding="utf-8")
    done = ask_companies(
        bonus_store, table, table.with_name("out.csv"), "gbizinfo", base=Profile(("大企業",))
    )
    assert (done.companies, done.others) == (
        2,
        1,
    ), "a notification that is no certification is counted and passed over"
    assert {row["rule"] for row in rows_of(table.with_name("out.csv")) if row["number"] == "2"} >= {
        "rule:uplift large",
        "rule:platinum",
        "rule:either",
        "rule:mark",
    }


def test_names_that_are_passed_over_are_counted_in_every_row_that_says_them(
    bonus_store: Store, table: Path
) -> None:
    table.write_text(
        "番号,印\n" + "7,くるみん、無い印\n" * 3 + "8,無い印；別の印\n9,くるみん\n,無い印\n",
        encoding="utf-8",
    )
    mapping = table.with_name("mapping.yaml")
    mapping.write_text(
        "rows: company\nunknown: ignore\ncolumns: {number: 番号, hold: [印]}\n", encoding="utf-8"
    )
    done = ask_companies(bonus_store, table, table.with_name("out.csv"), str(mapping), lenient=True)
    assert (done.companies, done.left_out, done.others) == (5, 1, 5)


def test_a_mapping_names_other_columns_and_other_words(bonus_store: Store, table: Path) -> None:
    table.write_bytes(
        "番号;印\n".replace(";", ",").encode("cp932") + "7,子育て印\n".encode("cp932")
    )
    mapping = table.with_name("mapping.yaml")
    mapping.write_text(
        "rows: company\nencoding: cp932\ncolumns: {number: 番号, hold: [印]}\nnames: {子育て印:"
        " くるみん}\n",
        encoding="utf-8",
    )
    ask_companies(bonus_store, table, table.with_name("out.csv"), str(mapping))
    assert {row["rule"] for row in rows_of(table.with_name("out.csv"))} >= {
        "rule:points",
        "rule:either",
    }


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ("5,甲,中小企業,くるみ,,,", "did you mean くるみん"),
        ("5,甲,中小企業,,,many,", "employees is a number"),
        ("5,甲,零細,,,,", "no size class"),
        ("5,甲,小規模事業者,,,80,3000万", "is not 小規模事業者"),
        (",甲,大企業,,,,", "no number of the company"),
        ("5,甲", "2 cells under 7 headings"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line_and_nothing_is_written_unless_lenient(
    bonus_store: Store, table: Path, row: str, match: str
) -> None:
    out = table.with_name("out.csv")
    out.write_text("what was there", encoding="utf-8")
    table.write_text(f"{PLAIN}{row}\n", encoding="utf-8")
    with pytest.raises(ProfileError, match=match) as raised:
        ask_companies(bonus_store, table, out)
    assert (
        f"{table}:6: " in str(raised.value) and out.read_text(encoding="utf-8") == "what was there"
    )
    done = ask_companies(bonus_store, table, out, lenient=True)
    assert (done.companies, done.left_out, len(done.problems)) == (4, 1, 1) and {
        r["number"] for r in rows_of(out)
    } >= {"1", "2", "4"}
    assert sorted(p.name for p in table.parent.iterdir()) == ["companies.csv", "out.csv"]


def test_the_first_problems_are_spelt_out_and_the_rest_counted_each_with_its_own_numbers(
    bonus_store: Store, table: Path
) -> None:
    table.write_text(
        "法人番号,企業規模,従業員数\n"
        + "".join(f"{n},小規模事業者,{n + 20}\n" for n in range(1, 31)),
        encoding="utf-8",
    )
    done = ask_companies(bonus_store, table, table.with_name("out.csv"), lenient=True)
    assert (
        done.left_out == 30
        and "employees 22人" in done.problems[1]
        and done.problems[-1] == "and 10 more"
    )


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "no column"),
        ("番号,名\n".encode(), "no column '法人番号'"),
        (b"\xff\xfe\x00", "cannot be read as a table"),
    ],
)
def test_what_is_no_such_table_is_refused(
    bonus_store: Store, table: Path, data: bytes, match: str
) -> None:
    table.write_bytes(data)
    with pytest.raises(ProfileError, match=match):
        ask_companies(bonus_store, table, table.with_name("out.csv"))
    assert not table.with_name("out.csv").exists()


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("rows: company\ncolumns: {}", "columns.number"),
        ("rows: both\ncolumns: {number: a}", "rows"),
        ("a: [", "YAML"),
        ("rows: company\ncolumns: {number: a, number: b}", r"mapping\.yaml.*'number' stands twice"),
    ],
)
def test_a_mapping_that_does_not_hold_together_is_named(
    bonus_store: Store, table: Path, text: str, match: str
) -> None:
    table.write_text(PLAIN, encoding="utf-8")
    table.with_name("mapping.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=match):
        ask_companies(
            bonus_store, table, table.with_name("out.csv"), str(table.with_name("mapping.yaml"))
        )


def test_a_table_that_tells_nothing_that_is_read_is_refused_with_the_headings_that_were_expected(
    bonus_store: Store, table: Path
) -> None:
    table.write_text(
        "法人番号,規模,認定等,資本金(円)\n1,中小企業,くるみん,3000万\n", encoding="utf-8"
    )
    with pytest.raises(
        ProfileError,
        match="規模, 認定等.*expected one at least of 企業規模, 取組, 業種, 法人の種類, 従.*認定",
    ):
        ask_companies(bonus_store, table, table.with_name("out.csv"))
    assert not table.with_name("out.csv").exists()


def test_columns_that_are_not_read_are_told_and_bare_numbers_take_what_is_told_for_all(
    bonus_store: Store, table: Path
) -> None:
    out = table.with_name("out.csv")
    table.write_text("法人番号,備考,認定\n1,甲,くるみん\n", encoding="utf-8")
    assert ask_companies(bonus_store, table, out).not_read == ("備考",)
    table.write_text("法人番号,法人名\n1,甲\n", encoding="utf-8")
    done = ask_companies(bonus_store, table, out, base=Profile(hold=("くるみん",)))
    assert done.not_read == () and done.rows > 0


def test_a_company_that_stands_twice_is_told_with_both_lines(
    bonus_store: Store, table: Path
) -> None:
    table.write_text("法人番号,企業規模\n1,中小企業\n2,大企業\n1,大企業\n", encoding="utf-8")
    with pytest.raises(ProfileError, match="companies.csv:4: 1 is told otherwise in line 2"):
        ask_companies(bonus_store, table, table.with_name("out.csv"))
    mapping = table.with_name("mapping.yaml")
    mapping.write_text(
        "rows: certification\ncolumns: {number: 番号, size: 規模, hold: [印]}\n", encoding="utf-8"
    )
    table.write_text(
        "番号,規模,印\n1,中小企業,くるみん\n1,,DX認定\n1,大企業,プラチナくるみん\n",
        encoding="utf-8",
    )
    done = ask_companies(bonus_store, table, table.with_name("out.csv"), str(mapping), lenient=True)
    assert done.problems == (
        (
            f"{table}:4: 1 is told otherwise in line 2: size, deeds, industry, kind and numbers of"
            " a company are the same in all its rows"
        ),
    )
    assert "rule:platinum" not in {row["rule"] for row in rows_of(table.with_name("out.csv"))}


@pytest.mark.parametrize("link", [None, "symlink_to", "hardlink_to"])
def test_the_table_is_never_written_over_also_through_a_link(
    bonus_store: Store, table: Path, tmp_path: Path, link: str | None
) -> None:
    before, out = b"number,hold\n1,DX\n", table
    table.write_bytes(before)
    if link:
        out = tmp_path / "linked.csv"
        getattr(out, link)(table)
    with pytest.raises(ProfileError, match="is the table of companies itself"):
        ask_companies(bonus_store, table, out)
    assert table.read_bytes() == before


@given(st.integers(0, 400), st.lists(st.integers(0, 300), max_size=6))
def test_a_number_is_stood_for_by_one_that_lies_to_every_limit_as_it_does(
    number: int, limits: list[int]
) -> None:
    limits = sorted(set(limits))
    other = representative(number, limits)
    for limit in limits:
        assert (number < limit, number == limit) == (other < limit, other == limit)


@pytest.mark.parametrize(
    "cell", ["9" * 400, "9" * 60_000, "9" * 400 + "～" + "9" * 400, "1" + "億" * 400, "～" * 400]
)
def test_a_number_beyond_all_bounds_names_its_row_and_the_others_are_answered(
    bonus_store: Store, table: Path, cell: str
) -> None:
    table.write_text(f"{PLAIN}5,試し舎,,,,{cell},\n", encoding="utf-8")
    out = table.with_name("out.csv")
    with pytest.raises(ProfileError, match=r"companies\.csv:6: column '従業員数': employees") as no:
        ask_companies(bonus_store, table, out)
    assert len(str(no.value)) < 400 and not out.exists()
    done = ask_companies(bonus_store, table, out, lenient=True)
    assert (done.companies, done.left_out) == (4, 1)


def test_a_line_without_end_and_a_device_are_no_table(bonus_store: Store, table: Path) -> None:
    row = "5,試し舎,,,{},80,\n"
    spare = TABLE_LINE - len(row.format(""))
    table.write_text(PLAIN + row.format("、" * spare), encoding="utf-8")
    assert ask_companies(bonus_store, table, table.with_name("out.csv")).companies == 5
    table.write_text(PLAIN + row.format("、" * (spare + 1)), encoding="utf-8")
    with pytest.raises(ProfileError, match="line 6 has more than 100,000 characters"):
        ask_companies(bonus_store, table, table.with_name("out.csv"))
    with pytest.raises(ProfileError, match="it is a device or a pipe"):
        ask_companies(bonus_store, Path("/dev/zero"), table.with_name("out.csv"))


def test_a_cell_of_very_many_names_is_taken_apart_in_a_time_that_grows_with_its_length() -> None:
    asked: list[str] = []

    def is_known(name: str) -> bool:
        asked.append(name)
        return name == "・".join("a" * (NAME_PARTS + 1))

    parting = between("・")
    assert names_in("・".join("a" * (NAME_PARTS + 1)), parting, is_known) == [
        "・".join("a" * (NAME_PARTS + 1))
    ]
    assert len(names_in("・".join("a" * (NAME_PARTS + 2)), parting, lambda name: "b" in name)) == 14
    asked.clear()
    names_in("、".join("a" * 5_000), between("、"), is_known)
    assert len(asked) <= NAME_PARTS * 5_000
