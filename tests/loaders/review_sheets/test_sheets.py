"""From made-up review sheets to programmes, laws and recipients."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.catalogue.records.programmes import Payment, Programme
from loaders.extract import Extraction, extract
from loaders.review_sheets.registers import Recipients, law_and_article
from loaders.review_sheets.stated import stated
from tests.made_up.booklet import PAGES, booklet
from tests.made_up.review_sheets import MORE, ROWS, WORKSHOP, YEAR, csv_text, written

NUMBER, FIRM = "1020001071491", "株式会社里山"


def read(folder: Path, **how: object) -> Extraction:
    return extract([written(folder / "sheets", **how)])  # type: ignore[arg-type]  # of several types


def by_number(extraction: Extraction) -> dict[str, Programme]:
    return {p.id.removeprefix("programme:"): p for p in extraction.catalogue.programmes}


def changed(number: str, row: int, **cells: str) -> dict[str, bytes]:
    """The table with other cells in one of its rows."""
    rows = list((ROWS | MORE)[number])
    rows[row] = (rows[row][0], {**rows[row][1], **cells})
    return {number: csv_text(number, rows).encode("utf-8-sig")}


def problems(extraction: Extraction) -> list[tuple[str, int, str]]:
    return [(p.document, p.line, p.what) for p in extraction.problems]


def test_a_programme_is_what_its_sheet_says(tmp_path: Path):
    extraction = read(tmp_path)
    assert extraction.problems == ()
    assert [line.split(" unknown: ")[1] for line in extraction.unknown] == [
        "targets and results",
        "the sum that each recipient was paid, and how it was chosen",
    ]
    found = by_number(extraction)["7"]
    assert (found.name, found.ministries, found.agencies, found.bureau, found.division) == (
        WORKSHOP["name"],
        ["経済産業省"],
        ["中小企業庁"],
        "中小企業庁",
        "発酵課",
    )
    assert (found.began, found.ends, found.methods, found.former_number) == (
        2029,
        2033,
        ["subsidy"],
        "2030-経産-30-0007",
    )
    assert found.lines == {"name": 2} and found.sheets == [YEAR] and found.supports_companies
    assert [(o.office, o.ministry, o.line) for o in found.co_offices] == [
        ("農林水産省", "農林水産省", 3)
    ]
    assert found.co_ministries == ["農林水産省"]
    assert [(r.value, r.line) for r in found.rates] == [(None, 2), (0.5, 2)]
    assert [(c.yen, c.line) for c in found.caps] == [(30_000_000, 2)]
    assert [(r.programme, r.relation) for r in found.related] == [("programme:12", "merged_into")]
    assert [(i.year, i.item, i.sub_item, i.yen) for i in found.budget_items] == [
        (2031, "発酵費", "設備補助金", 500_000_000)
    ]


def test_an_outer_office_beside_its_ministry_is_told_apart(tmp_path: Path):
    found = by_number(read(tmp_path))["12"]
    assert (found.ministries, found.agencies, found.division) == (
        ["国土交通省"],
        ["観光庁"],
        "港湾室",
    )
    assert found.co_offices == []  # its own office is no other one
    assert (found.began, found.ends, found.supports_companies) == (None, None, False)
    assert found.money == []  # a year without a sum says nothing


def test_what_was_spent_in_a_year_that_is_not_over_is_not_known(tmp_path: Path):
    latest, before = by_number(read(tmp_path))["7"].money
    assert (latest.year, latest.initial, latest.executed, latest.requested) == (
        2031,
        500_000_000,
        None,
        640_000_000,
    )
    assert (before.year, before.executed, before.carried_on, before.supplementary) == (
        2030,
        390_000_000,
        0,
        None,
    )
    assert (latest.line, before.line) == (2, 4)


def test_one_law_is_one_whether_or_not_its_id_is_told(tmp_path: Path):
    extraction = read(tmp_path)
    found = by_number(extraction)
    assert [(law.law, law.article) for law in found["7"].laws] == [
        ("law:503AC0000000900", "第四条第2項")
    ]
    assert found["12"].laws[0].law == "law:503AC0000000900"
    assert found["12"].laws[0].article == "第５条"
    assert sorted(law.name for law in extraction.catalogue.laws) == ["港湾冷熱法", "発酵振興法"]
    assert [plan.name for plan in found["12"].plans] == ["港湾計画"]


def test_what_reviewers_said_is_a_finding_each_without_their_sentences(tmp_path: Path):
    found = by_number(read(tmp_path))
    assert [(f.by, f.year, f.verdict, f.outcome, f.on_overlap) for f in found["7"].findings] == [
        ("external", 2029, None, None, True),
        ("team", YEAR, "事業内容の一部改善", "縮減", False),
    ]
    assert [(f.by, f.year) for f in found["12"].findings] == [("earlier", 2028)]


def test_money_is_told_by_account_with_supplementary_and_reserve_added_up(tmp_path: Path):
    this_year, general, special = by_number(read(tmp_path))["7"].accounts
    assert (this_year.year, this_year.available, this_year.executed) == (2031, 500_000_000, None)
    assert (general.kind, general.supplementary, general.reserve, general.executed) == (
        "一般会計",
        150_000_000,
        5_000_000,
        290_000_000,
    )
    assert (special.kind, special.account, special.initial) == ("特別会計", "発酵 こうじ勘定", None)
    assert (general.line, special.line) == (6, 7)


def test_a_recipient_is_one_over_uses_and_money_handed_on_is_marked(tmp_path: Path):
    extraction = read(tmp_path)
    direct, handed_on = by_number(extraction)["7"].payments
    assert (direct.recipient, direct.yen, direct.direct, direct.line) == (
        f"recipient:{NUMBER}",
        300_000_000,
        True,
        2,
    )
    assert (handed_on.yen, handed_on.direct) == (50_000_000, False)
    assert [(r.name, r.kind, r.corporate_number) for r in extraction.catalogue.recipients] == [
        ("一般社団法人発酵会", "foundation", NUMBER),
        (FIRM, "company", None),
    ]


def test_without_a_table_what_it_gives_is_said_to_be_unknown(tmp_path: Path):
    extraction = read(tmp_path, numbers=["1-2", "2-1", "5-3"])
    assert {f.direct for f in by_number(extraction)["7"].payments} == {None}
    assert [line.split(":")[0] for line in extraction.unknown] == [f"rs-{YEAR}"] * 9
    assert any("table 1-5" in line and "relations" in line for line in extraction.unknown)


def test_csvs_say_what_their_zips_say(tmp_path: Path):
    zipped, plain = read(tmp_path / "a"), read(tmp_path / "b", zipped=False)
    assert zipped.catalogue.programmes == plain.catalogue.programmes
    assert [d.sha256 for d in zipped.catalogue.documents] == [
        d.sha256 for d in plain.catalogue.documents
    ]


def test_of_two_years_the_later_tells_and_money_is_told_once_a_year(tmp_path: Path):
    earlier = {
        "1-2": csv_text("1-2", [({**WORKSHOP, "name": "旧名"}, {"direct": "1"})], YEAR - 1),
        "2-1": csv_text(
            "2-1",
            [
                (WORKSHOP, {"budget_year": "2030", "initial": "1", "executed": "0"}),
                (WORKSHOP, {"budget_year": "2029", "initial": "2", "executed": "2"}),
            ],
            YEAR - 1,
        ),
    }
    old = written(
        tmp_path / "old",
        list(earlier),
        year=YEAR - 1,
        instead={number: text.encode() for number, text in earlier.items()},
    )
    found = by_number(extract([written(tmp_path / "new"), old]))["7"]
    assert (found.name, found.former_names, found.sheets) == (
        WORKSHOP["name"],
        ["旧名"],
        [YEAR, YEAR - 1],
    )
    assert [(m.year, m.sheet, m.initial) for m in found.money] == [
        (2031, YEAR, 500_000_000),
        (2030, YEAR, 400_000_000),
        (2029, YEAR - 1, 2),
    ]


def test_documents_and_sheets_are_one_catalogue(tmp_path: Path):
    (tmp_path / "booklet.txt").write_text(booklet(*PAGES), encoding="utf-8")
    extraction = extract([tmp_path / "booklet.txt", written(tmp_path / "sheets")])
    assert len(extraction.catalogue.measures) == 3 and len(by_number(extraction)) == 2
    alone = extract([tmp_path / "booklet.txt"])
    assert extraction.catalogue.measures == alone.catalogue.measures


def test_a_folder_may_hold_both(tmp_path: Path):
    folder = written(tmp_path / "both")
    (folder / "booklet.txt").write_text(booklet(*PAGES), encoding="utf-8")
    (folder / "contacts.csv").write_bytes(b"\x82\xa0;1\n")  # nobody's table
    extraction = extract([folder])
    assert len(extraction.catalogue.measures) == 3 and len(by_number(extraction)) == 2


def test_a_cell_that_its_column_cannot_hold_is_said_with_its_line(tmp_path: Path):
    assert problems(read(tmp_path, instead=changed("2-1", 0, initial="5億"))) == [
        (f"rs-{YEAR}-2-1", 2, "initial: '5億' is no sum in yen")
    ]
    excel = read(tmp_path / "b", instead=changed("5-3", 0, corporate_number="1.02E+12"))
    assert problems(excel)[0][:2] == (f"rs-{YEAR}-5-3", 2)
    assert {p.recipient for p in _payments(excel)} & {f"recipient:{NUMBER}"}


def _payments(extraction: Extraction) -> list[Payment]:
    return by_number(extraction)["7"].payments


def test_a_relation_that_nobody_knows_is_said(tmp_path: Path):
    assert problems(read(tmp_path, instead=changed("1-5", 0, relation="従兄弟"))) == [
        (f"rs-{YEAR}-1-5", 2, "a relation that nobody knows: 従兄弟")
    ]


def test_rows_that_a_known_year_lost_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    whole = read(tmp_path / "a")
    monkeypatch.setitem(
        stated(),
        YEAR,
        stated()[2024].model_copy(
            update={"year": YEAR, "programmes": 2, "offices": 2, "rows": {"1-2": 4}}
        ),
    )
    said = problems(read(tmp_path / "b"))
    assert (f"rs-{YEAR}-1-2", 4, "3 rows read up to the last line, 4 are known to be there") in said
    assert [what for _, _, what in said if "programmes" in what or "offices" in what] == []
    assert whole.problems == ()


def test_a_recipient_of_several_names_bears_the_one_that_most_rows_have() -> None:
    register = Recipients()
    ids = [
        register.add(name, number)
        for name, number in (
            ("灯台府警察", "8000020130001"),
            ("灯台府", "8000020130001"),
            ("灯台府", "8000020130001"),
            ("浜辺社", None),
        )
    ]
    assert ids[0] == ids[1] == ids[2] != ids[3]
    assert [(r.id, r.name) for r in register.records()] == [
        (ids[0], "灯台府"),
        (ids[3], "浜辺社"),
    ]


ALL = (*ROWS, *MORE)


def test_targets_and_results_are_one_series_an_indicator(tmp_path: Path) -> None:
    extraction = read(tmp_path, numbers=ALL)
    assert (extraction.problems, extraction.unknown) == ((), ())
    (target,) = by_number(extraction)["7"].targets
    assert (target.kind, target.indicator, target.unit, target.line) == (
        "アウトカム",
        "発酵樽を更新した事業者",
        "者",
        2,
    )
    assert (target.targets, target.results) == ({2030: 1200, 2031: 1500.5}, {2030: 1100})


def test_a_series_that_nobody_knows_and_a_number_that_is_none_are_said(tmp_path: Path) -> None:
    unknown = read(tmp_path / "a", numbers=ALL, instead=changed("3-1", 1, what="参考値"))
    assert problems(unknown) == [(f"rs-{YEAR}-3-1", 3, "neither target nor result: '参考値'")]
    unread = read(tmp_path / "b", numbers=ALL, instead=changed("3-1", 0, **{"2030": "約千"}))
    assert problems(unread) == [(f"rs-{YEAR}-3-1", 2, "2030: '約千' is no number")]
    (target,) = by_number(unread)["7"].targets
    assert target.targets == {2031: 1500.5}


def test_where_sums_in_all_are_told_they_stand_and_say_how_the_recipient_was_chosen(
    tmp_path: Path,
) -> None:
    granted, handed_on = _payments(read(tmp_path, numbers=ALL))
    assert (granted.yen, granted.table, granted.direct, granted.line) == (
        420_000_000,
        "5-1",
        True,
        3,
    )
    assert [(c.yen, c.method, c.bidders, c.award_rate, c.line) for c in granted.contracts] == [
        (400_000_000, "補助金等交付", None, None, 3),
        (20_000_000, "一般競争契約（最低価格）", 1, 98.5, 4),
    ]
    assert (handed_on.yen, handed_on.direct) == (50_000_000, False)  # the sum of its contracts


def test_two_sums_in_all_of_one_recipient_are_said(tmp_path: Path) -> None:
    twice = read(tmp_path, numbers=ALL, instead=changed("5-1", 2, total="9"))
    assert problems(twice) == [
        (f"rs-{YEAR}-5-1", 4, "9 yen in all, and 420,000,000 yen in an earlier row")
    ]
    assert _payments(twice)[0].yen == 420_000_000


@pytest.mark.parametrize(
    ("printed", "name", "article"),
    [
        ("離島衛星法第12条第3項", "離島衛星法", "第12条第3項"),
        ("・「離島衛星法」（平成15年法律第112号）第4条", "離島衛星法", "第4条"),
        ("離島衛星法（以下「衛星法」という。）第4条", "離島衛星法", "第4条"),
        ("離島衛星法_", "離島衛星法", ""),
        ("離島衛星法_第１５_条第１_項", "離島衛星法", "第１５条第１項"),
        ("②離島衛星法附則", "離島衛星法", "附則"),
        ("（離島衛星法）", "離島衛星法", ""),
        ("離島衛星法第六章の規定による課徴金に関する内閣府令",) * 2 + ("",),
        ("（令和3年2月24日閣議決定）", "", ""),
        ("第４章", "", ""),
        ("--", "", ""),
    ],
)
def test_a_law_is_its_name_whatever_stands_around_it(printed: str, name: str, article: str) -> None:
    assert law_and_article(printed) == (name, article)
