"""Marks go to files and come back, merged by their times; none is lost."""

from __future__ import annotations

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ShisakuError
from graph.store import Store
from queries.overlap import marks_exchange, marks_file
from queries.overlap.filter import PairFilter
from queries.overlap.marks import Mark, now
from queries.overlap.marks_completed import completed, known_of
from queries.overlap.marks_exchange import (
    Offered,
    as_csv,
    as_jsonl,
    ids_in,
    offered,
    offered_in,
    take_in,
)
from queries.overlap.marks_file import current, read
from queries.overlap.programme_pairs import programme_pairs
from tests.made_up.catalogue import SALES

A, B = "measure:0000000a", "programme:12"


def mark(day: int = 1, **said) -> Mark:
    return Mark(**{"a": A, "b": B, "at": datetime(2026, 4, day, tzinfo=UTC)} | said)


def test_both_kinds_of_files_give_the_marks_back_as_they_were(tmp_path: Path) -> None:
    marks = (
        mark(1, text="=1+1\n二行目", who="'佐藤", verdict="agree", title_a="@表", score=0.25),
        mark(2, text="'=x", status="checking", judged=0, title_b="-三"),
        mark(3, text="''"),
    )
    for name, content in (("m.csv", as_csv(marks)), ("m.jsonl", as_jsonl(marks))):
        (tmp_path / name).write_bytes(content)
        assert offered(tmp_path / name).marks == marks, name
        assert not offered(tmp_path / name).refused


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_and_name_come_back_out_of_a_table(text: str, who: str) -> None:
    one = mark(text=text.replace("\r", "").replace("\0", ""), who=who, status="checking")
    assert offered_in(as_csv([one]), "m.csv").marks == (one,)


def test_no_cell_of_a_table_is_a_formula() -> None:
    content = as_csv([mark(text="=cmd", who="+1", title_a="@x", title_b="-1")])
    _, row = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert not [cell for cell in row if cell[:1] in "=+-@" and cell]


def test_what_is_later_holds_and_what_was_earlier_is_history(tmp_path: Path) -> None:
    kept = tmp_path / "remarks.jsonl"
    first = take_in(kept, offered_in(as_jsonl([mark(2, verdict="agree")]), "a.jsonl"), {})
    assert (first.new, first.older, first.known) == (1, 0, 0)
    theirs = [mark(1, verdict="not_overlap"), mark(2, verdict="agree"), mark(3, text="再確認")]
    merged = take_in(kept, offered_in(as_jsonl(theirs), "b.jsonl"), {})
    assert (merged.new, merged.older, merged.known) == (1, 1, 1)
    held = current(kept, {})
    assert held.by_pair[A, B].text == "再確認"
    assert [each.at.day for each in held.histories[A, B]] == [1, 2, 3]


def test_a_row_without_a_time_is_said_now_and_only_once(tmp_path: Path) -> None:
    kept, table = tmp_path / "remarks.jsonl", f"a,b,status,verdict\n{A},{B},確認済,同意\n".encode()
    assert take_in(kept, offered_in(table, "m.csv"), {}).new == 1
    assert take_in(kept, offered_in(table, "m.csv"), {}).known == 1
    (said,) = read(kept).marks
    assert (said.status, said.verdict) == ("checked", "agree")


def test_a_row_without_a_time_holds_where_another_clock_is_ahead(tmp_path: Path) -> None:
    kept = tmp_path / "remarks.jsonl"
    ahead = mark(at=now() + timedelta(hours=9), verdict="agree", who="佐藤")
    take_in(kept, Offered((ahead,), ()), {})
    merged = take_in(
        kept, offered_in(f"a,b,verdict\n{A},{B},重なりではない\n".encode(), "m.csv"), {}
    )
    assert (merged.new, merged.older) == (1, 0)
    assert current(kept, {}).by_pair[A, B].verdict == "not_overlap"


def _taken_in_at_once(kept: Path, table: bytes, begin: Barrier) -> None:
    begin.wait()
    take_in(kept, offered_in(table, "m.csv"), {})


def test_a_file_that_is_taken_in_by_several_at_once_is_taken_in_once(tmp_path: Path) -> None:
    kept, begin = tmp_path / "remarks.jsonl", Barrier(4)
    rows = "".join(f"{A},programme:{n},同意,{n}\n" for n in range(200))
    table = f"a,b,verdict,text\n{rows}".encode()
    with ThreadPoolExecutor(4) as at_once:
        list(at_once.map(lambda _: _taken_in_at_once(kept, table, begin), range(4)))
    assert len(read(kept).marks) == 200


def test_what_is_taken_in_is_chosen_while_nobody_else_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, table = tmp_path / "remarks.jsonl", f"a,b,verdict\n{A},{B},同意\n".encode()
    locked = marks_file._locked

    @contextmanager
    def after_another(path: Path):
        monkeypatch.setattr(marks_file, "_locked", locked)
        take_in(path, offered_in(table, "m.csv"), {})
        with locked(path) as file:
            yield file

    offer = offered_in(table, "m.csv")
    later = [each.model_copy(update={"at": each.at + timedelta(seconds=1)}) for each in offer.marks]
    offer = Offered(tuple(later), (), frozenset(later))
    monkeypatch.setattr(marks_file, "_locked", after_another)
    assert take_in(kept, offer, {}).known == 1
    assert len(read(kept).marks) == 1


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("at", "2026-11-02", "2026-11-02T00:00:00+00:00"),
        ("at", "2026/11/2", "2026-11-02T00:00:00+00:00"),
        ("at", "2026/11/2 9:30", "2026-11-02T09:30:00+00:00"),
        ("at", "2026-11-02 09:30:05", "2026-11-02T09:30:05+00:00"),
        ("at", "2026-11-02T09:00:00+09:00", "2026-11-02T00:00:00+00:00"),
        ("verdict", "not an overlap", "not_overlap"),
        ("verdict", "Not_overlap", "not_overlap"),
        ("verdict", "✕ 重なりではない", "not_overlap"),
        ("verdict", "重なりでない", "not_overlap"),
        ("verdict", "Agree", "agree"),
        ("verdict", "同意（重なる）", "agree"),
        ("status", "being checked", "checking"),
        ("status", "確認済み", "checked"),
        ("status", "Checked", "checked"),
        ("judged", "２", "2"),
        ("judged", "2.0", "2"),
    ],
)
def test_words_and_days_as_people_and_spreadsheets_write_them(
    monkeypatch: pytest.MonkeyPatch, column: str, cell: str, said: str
) -> None:
    monkeypatch.setattr(marks_exchange, "now", lambda: datetime(2027, 1, 1, tzinfo=UTC))
    offer = offered_in(f"a,b,text,{column}\n{A},{B},x,{cell}\n".encode(), "m.csv")
    assert not offer.refused
    value = getattr(offer.marks[0], column)
    assert (value.isoformat() if column == "at" else str(value)) == said


def test_rows_that_say_nothing_yet_are_passed_over() -> None:
    table = f"a,b,status,verdict,text\n{A},{B},未確認,,\n{A},{B},,,\n,,,,\n".encode()
    assert offered_in(table, "m.csv") == marks_exchange.Offered((), ())


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"{A},{A},確認済,2026-01-01T00:00:00Z", "both sides are one thing"),
        (f"x,{B},確認済,2026-01-01T00:00:00Z", "a: no id of a measure or programme"),
        (f"{A},{B},済,2026-01-01T00:00:00Z", "status: "),
        (f"{A},{B},確認済,昨日", "at: "),
        (f"{A},{B},確認済,2026-13-01", "at: no time (2026-11-02, 2026-11-02T09:00:00Z)"),
        (f"{A},{B},確認済,11/2/2026", "at: no time"),
        (f"{A},{B},確認済,2999-01-01T00:00:00Z", "its time is yet to come"),
        (f"{A},{B},確認済", "3 cells, not 4"),
    ],
)
def test_a_row_that_is_no_mark_is_refused_with_its_line(row: str, why: str) -> None:
    good = f"{A},{B},確認中,2026-01-01T00:00:00Z"
    offer = offered_in(f"a,b,status,at\n{good}\n{row}\n{good}\n".encode(), "m.csv")
    assert len(offer.marks) == 2
    (refused,) = offer.refused
    assert str(refused).startswith("m.csv, line 3: is no mark: ") and why in str(refused)
    assert refused.japanese.startswith("m.csv 3行目：")
    assert "Input" not in str(refused) and "should" not in str(refused)


@pytest.mark.parametrize(
    ("said", "english", "japanese"),
    [
        ("{", "the line is no JSON", "JSON として読めません"),
        ("[]", "the line is no JSON object", "JSON のオブジェクトではありません"),
        ({"a": 1}, "a: no id of a measure", "a：施策・予算事業の id"),
        ({"b": B}, "a: is missing", "a：ありません"),
        ({"colour": 1}, "colour: is nothing that marks say", "colour：記録にない項目です"),
        ({"a": B}, "both sides are one thing", "二つの側が同じものです"),
        (
            {"judged": 4},
            "judged: no grade (0, 1, 2 or 3): 4",
            "judged：段階（0〜3）ではありません：4",
        ),
        ({"score": "x"}, "score: no score (0 to 1): x", "score：得点"),
        ({"who": "あ" * 81}, "who: no name of at most 80", "who：80 字以内"),
        ({"text": "あ" * 10_001}, "text: no text of at most 10000", "text：10000 字以内"),
        ({"title_a": "あ" * 1001}, "title_a: no title", "title_a：1000 字以内"),
        ({"at": "昨日"}, "at: no time (2026-11-02", "at：日時"),
        (
            {"verdict": "多分"},
            "verdict: none of 同意, 重なりではない",
            "のどれでもありません：多分",
        ),
    ],
)
def test_why_a_line_is_no_mark_is_said_in_both_languages(
    said: object, english: str, japanese: str
) -> None:
    if isinstance(said, dict):
        whole = {"a": A, "b": B, "at": "2026-01-01T00:00:00Z"} | said
        said = json.dumps({"b": B} if said == {"b": B} else whole)
    (refused,) = offered_in(f"{said}\n".encode(), "m.jsonl").refused
    assert str(refused).startswith(f"m.jsonl, line 1: is no mark: {english}")
    assert japanese in refused.japanese


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"a,status\n", "m.csv", "no column b"),
        (b"a,b,colour\n", "m.csv", "a column 'colour' too many"),
        (b"a,b,a\n", "m.csv", "a column 'a' too many"),
        (b"\xff\xfea", "m.csv", "not UTF-8"),
        (b'a,b\n"x', "m.csv", "no CSV"),
        (b"", "m.csv", "no column a"),
        (b"{}", "m.txt", "no file of marks by its name"),
    ],
)
def test_a_file_of_another_make_is_refused_whole(content: bytes, name: str, why: str) -> None:
    with pytest.raises(ShisakuError, match=why):
        offered_in(content, name)


def test_a_file_is_taken_in_up_to_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    content = as_jsonl([mark()])
    monkeypatch.setattr(marks_exchange, "LARGEST_FILE", len(content))
    assert offered_in(content, "m.jsonl").marks
    with pytest.raises(ShisakuError, match="larger than"):
        offered_in(content + b"\n", "m.jsonl")


@pytest.mark.parametrize("name", ["/dev/zero", "folder.csv", "nothing.jsonl"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ShisakuError, match=r"nothing was taken in"):
        offered(tmp_path / name)


def test_ids_that_the_graph_does_not_know_are_said(store_of_programme_pairs: Store) -> None:
    marks = [
        mark(a=SALES, b=B, verdict="agree"),
        mark(a="measure:gone", b="programme:4711", verdict="agree"),
        mark(a="measure:former", b=SALES, verdict="agree"),
    ]
    ids = ids_in(marks, {"measure:former": SALES})
    known = known_of(store_of_programme_pairs, ids)
    assert [id_ for id_ in ids if id_ not in known.titles] == ["measure:gone", "programme:4711"]


def test_rows_of_ids_alone_have_titles_score_and_grade_of_the_graph(
    store_of_programme_pairs: Store, tmp_path: Path
) -> None:
    store, kept = store_of_programme_pairs, tmp_path / "remarks.jsonl"
    best = max(programme_pairs(store, PairFilter(grade=1)), key=lambda pair: pair.score)
    table = (
        f"a,b,verdict,at\n{best.b},measure:former,同意,\n{best.a},measure:gone,同意,2026-04-01\n"
    ).encode()
    offer, present = offered_in(table, "m.csv"), {"measure:former": best.a}
    known = known_of(store, ids_in(offer.marks, present))
    whole = completed(offer, present, known)
    first, second = whole.marks
    assert (first.score, first.grade) == (best.score, best.grade)
    assert first.title_a and first.title_b and first.final_grade == best.grade
    assert (second.score, second.grade, second.title_b) == (0.0, 0, "")
    assert second.title_a == known.titles[best.a]
    assert take_in(kept, whole, present).new == 2
    assert take_in(kept, whole, present).known == 2
    assert take_in(kept, offer, present).known == 2, "said the same at the same time"
    given = offered_in(f"a,b,verdict,grade\n{best.a},{best.b},同意,0\n".encode(), "m.csv")
    (kept_as_given,) = completed(given, {}, known).marks
    assert kept_as_given.grade == 0
