"""Saved answers of calls: what is read of them, what is left out, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph import bounds
from graph.errors import DocumentError
from loaders.calls import saved
from loaders.calls.read import ReadCalls, read_calls
from loaders.calls.saved import read_answer, saved_answers
from loaders.catalogue.records.calls import Call, HeadLimit
from tests.made_up.calls import answer, collected, detail, listed, of_interface, written


def read(folder: Path, *values: Any) -> ReadCalls:
    for number, value in enumerate(values):
        written(folder / f"{number}.json", value)
    answers, _, _ = saved_answers([folder])
    return read_calls(answers)


def one(folder: Path, **other: Any) -> Call:
    found = read(folder, collected([listed(1, "港町の網の補助金", **other)]))
    assert found.problems == ()
    return found.calls[0]


def test_a_call_is_read_whole_with_the_line_where_it_stands(tmp_path: Path) -> None:
    entries = [listed(1, "港町の網の補助金"), listed(2, "山の網の補助金", max_limit=5000000)]
    found = read(tmp_path, collected(entries))
    first, second = found.calls
    document = found.documents[0]
    text = (tmp_path / "0.json").read_text(encoding="utf-8").split("\n")
    assert (first.id, first.title, first.cap, second.cap) == (
        "call:S-90000001",
        "港町の網の補助金",
        None,
        5_000_000,
    )
    assert "a0Wmade00002" in text[second.told[0].line - 1]
    assert second.told[0].document == document.id == f"jgrants-{document.sha256[:8]}"
    assert (document.date, document.lines) == ("2031-05-01", len(text))
    assert (document.states, document.found) == ({"calls": 2}, {"calls": 2})


@pytest.mark.parametrize(
    ("end", "closes"),
    [
        ("2031-06-30T08:00:00.000Z", ("2031-06-30", "17:00")),
        ("2031-06-30T14:59Z", ("2031-06-30", "23:59")),
        ("2031-06-30T15:00Z", ("2031-06-30", "24:00")),
        ("2031-06-30T15:01Z", ("2031-07-01", "00:01")),
        ("2031-12-31T20:00Z", ("2032-01-01", "05:00")),
    ],
)
def test_times_are_those_of_japan_and_midnight_ends_the_day_before(
    tmp_path: Path, end: str, closes: tuple[str, str]
) -> None:
    call = one(tmp_path, end=end)
    assert (call.closes, call.closes_at) == closes
    assert (call.opens, call.opens_at) == ("2031-04-01", "09:00")


def test_all_industries_and_no_number_of_heads_are_no_limit(tmp_path: Path) -> None:
    free = one(tmp_path)
    assert (free.industries, free.employees, free.areas) == ([], None, ["全国"])
    assert free.purposes == ["網を直したい", "港を広げたい"]


def test_limits_are_read(tmp_path: Path) -> None:
    call = one(
        tmp_path,
        industry="漁業 / サービス業（他に分類されないもの）",
        employees="1,000名以上",
        area="東京都/港山県 / 九州・沖縄地方",
    )
    assert call.industries == ["漁業", "サービス業(他に分類されないもの)"]
    assert call.employees == HeadLimit(op=">=", amount=1000)
    assert call.areas == ["東京都", "港山県", "九州・沖縄地方"]


@pytest.mark.parametrize(
    ("said", "shares"),
    [
        ("経費の３分の２以内", [("3分の2", 0.6667)]),
        ("中小 1/2 もしくは ２／３、その他１/２", [("1/2", 0.5), ("2/3", 0.6667)]),
        ("1/2～3/4", [("1/2", 0.5), ("3/4", 0.75)]),
        ("網は定額、港は50％", [("50%", 0.5), ("定額", None)]),
        ("1台当たり50万円", []),
        ("募集要領を見てください", []),
        ("150%", []),
        ("網法第16条の3第1項の計画による", []),
        (None, []),
    ],
)
def test_shares_are_read_from_what_is_said_freely(
    tmp_path: Path, said: str | None, shares: list[tuple[str, float | None]]
) -> None:
    found = read(tmp_path, detail(1, "港町の網の補助金", subsidyRate=said))
    assert [(rate.printed, rate.value) for rate in found.calls[0].rates] == shares


def test_the_same_call_in_a_list_and_its_details_is_one_and_the_latest_holds(
    tmp_path: Path,
) -> None:
    later = listed(1, "港町の網の補助金（第2回）", max_limit=0, area="全国")
    earlier = detail(1, "港町の網の補助金", subsidyRate="1/2")
    call = read(tmp_path, earlier, collected([later])).calls[0]
    assert call.title == "港町の網の補助金(第2回)"
    assert (call.cap, call.areas, call.closes, call.employees) == (
        None,
        ["全国"],
        "2031-06-30",
        None,
    )
    assert (call.scheme, call.project_ends) == ("網の制度", "2032-02-28")
    assert [rate.printed for rate in call.rates] == ["1/2"]
    assert call.fetched_at == "2031-05-01" and len(call.told) == 2


@pytest.mark.parametrize(("stated", "cap"), [(0, None), (9_999_999_999, None), (999_999, 999_999)])
def test_no_cap_is_stated_by_naught_nor_by_a_field_full_of_nines(
    tmp_path: Path, stated: int, cap: int | None
) -> None:
    assert one(tmp_path, max_limit=stated).cap == cap


def test_answers_of_the_interface_are_read_as_collected_ones(tmp_path: Path) -> None:
    found = read(tmp_path, answer([of_interface(1, "港町の網の補助金")]))
    call = found.calls[0]
    assert (call.cap, call.opens_at, call.rates[0].value) == (5_000_000, "10:00", 0.5)
    assert call.url == "https://portal.example/subsidy/a0Wmade00001"
    assert found.documents[0].states == {"calls": 1} and call.fetched_at == ""


def test_follow_up_forms_and_exercises_are_left_out_with_their_counts(tmp_path: Path) -> None:
    titles = [
        "港町の網の補助金",
        "港町の網の補助金（交付申請等）",
        "港町の網の補助金（共同申請_網元）",
        "港町の網の奨励金　変更届",
        "【3年目申請用】港町の網の助成金",
        "操作練習用補助金",
        "港町の人の研修等支援助成金",
    ]
    entries = [listed(number, title) for number, title in enumerate(titles)]
    found = read(tmp_path, collected(entries))
    assert [call.code for call in found.calls] == ["S-90000000", "S-90000006"]
    assert found.documents[0].found == {
        "calls": 7,
        "left_out_follow_up_forms": 4,
        "left_out_exercises": 1,
    }
    assert found.left_out[0].startswith("left out: 4 follow-up forms (S-90000001, ")
    assert found.left_out[1].startswith("left out: 1 exercise (S-90000005)")
    assert found.left_out[2].startswith("calls: 7 entries read are 2 calls and 5 left out")


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"end": "30 June"}, "closes: '30 June' is no time in UTC"),
        ({"end": "2031-02-30T00:00Z"}, "closes: '2031-02-30T00:00Z' is no day"),
        ({"end": "0031-02-20T00:00Z"}, "is no year of a call"),
        ({"start": "2031-07-30T00:00Z"}, "opens: 2031-07-30 is after its last day, 2031-06-30"),
        ({"max_limit": -1}, "cap: -1 is no sum that is paid"),
        ({"max_limit": 10**30}, "cap: a number of more than 18 digits is no sum"),
        ({"max_limit": "many"}, "cap: 'many' is no sum of yen"),
        ({"area": "港町"}, "areas: '港町' is no prefecture"),
        ({"industry": "網業"}, "industries: '網業' is no division"),
        ({"employees": "多数"}, "employees: '多数' is no number"),
        ({"url": "javascript:alert(1)"}, "url: 'javascript:alert(1)' is no https address"),
        ({"title": 7}, "no call: 7 is no text"),
        ({"title": " "}, "has no title"),
        ({"code": "../x"}, "is no number of a call"),
        ({"use_purpose": "あ" * 5000}, "has 5,000 characters, more than 4,000"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(
    tmp_path: Path, other: dict[str, Any], what: str
) -> None:
    found = read(tmp_path, collected([listed(1, "港町の網の補助金") | other]))
    assert len(found.problems) == 1 and what in found.problems[0].what
    assert found.problems[0].line == 7  # where its id stands


def test_a_count_that_does_not_hold_is_a_problem(tmp_path: Path) -> None:
    found = read(tmp_path, collected([listed(1, "港町の網の補助金")], count=2))
    assert "1 call read up to the last line, the answer states 2" in found.problems[0].what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"items": [', ":1: is broken JSON"),
        ("", ":1: is broken JSON"),
        ('{"items": NaN}', "holds a value that is none"),
        ("[" * 100_000 + "]" * 100_000, "holds lists in one another without end"),
        ('{"a": 1}', "no saved answer of jGrants"),
        ("[1]", "no saved answer of jGrants"),
        ('{"items": [1]}', "no saved answer of jGrants"),
        ('{"items": [{"id": "a"}]}', "entry 1 has no code, title, subsidy_max_limit"),
        (f'{{"count": {"9" * 5000}, "items": []}}', "holds a value that is none"),
    ],
)
def test_a_file_that_is_no_answer_is_refused_in_one_line(
    tmp_path: Path, text: str, what: str
) -> None:
    path = tmp_path / "answer.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        read_answer(path)
    assert what in str(refused.value) and "\n" not in str(refused.value)
    assert "fetch jgrants" in str(refused.value)


def test_a_file_that_is_no_text_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answer.json"
    path.write_bytes(b'{\n"items": "\xff"}')
    with pytest.raises(DocumentError, match=r"answer\.json:2: is not UTF-8 text"):
        read_answer(path)
    monkeypatch.setattr(saved, "CALLS_BYTES", 10)
    with pytest.raises(DocumentError, match="more than the 10 of such a file"):
        read_answer(path)
    monkeypatch.setattr(saved, "CALLS_BYTES", bounds.CALLS_BYTES)
    monkeypatch.setattr(saved, "CALLS", 1)
    written(path, collected([listed(1, "網"), listed(2, "港")]))
    with pytest.raises(DocumentError, match="has 2 entries, more than the 1 of an answer"):
        read_answer(path)


def test_answers_are_found_in_folders_and_their_folders_and_other_json_is_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "details").mkdir()
    listing = written(tmp_path / "list.json", collected([listed(1, "網の補助金")]))
    inside = written(tmp_path / "details" / "1.json", detail(2, "港の補助金"))
    written(tmp_path / "again.json", json.loads(inside.read_text(encoding="utf-8")))
    other = written(tmp_path / "other.json", {"a": 1})
    answers, others, skipped = saved_answers([tmp_path, listing])
    assert [each.path.name for each in answers] == ["again.json", "list.json"]
    assert (others, skipped) == ((), (other,))


def test_a_folder_with_documents_is_read_for_both(tmp_path: Path) -> None:
    written(tmp_path / "list.json", collected([listed(1, "網の補助金")]))
    (tmp_path / "booklet.txt").write_text("網", encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    answers, others, skipped = saved_answers([tmp_path])
    assert len(answers) == 1 and (others, skipped) == ((tmp_path,), (broken,))
    (tmp_path / "list.json").unlink()
    assert saved_answers([tmp_path]) == ((), (tmp_path,), (broken,))
