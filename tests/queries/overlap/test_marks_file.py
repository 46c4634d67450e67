"""Marks on pairs are kept in a file that only grows."""

from __future__ import annotations

import json
import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from graph.errors import ShisakuError
from queries.overlap import marks_file
from queries.overlap.marks import LONGEST_TEXT, Mark, now

A, B, C = "measure:0000000a", "measure:0000000b", "measure:0000000c"


def pair(a: str = A, b: str = B, **said) -> Mark:
    told = {"title_a": "施策あ", "title_b": "施策い", "score": 0.5, "grade": 2, "at": now()}
    return Mark(a=a, b=b, **told | said)


def current(
    file: Path, present: dict[str, str] | None = None
) -> dict[tuple[str, str], tuple[str | None, str]]:
    return {
        ids: (mark.verdict, mark.text)
        for ids, mark in marks_file.current(file, present or {}).by_pair.items()
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "remarks.jsonl"


def test_a_file_that_is_not_there_holds_no_remark(file: Path) -> None:
    assert marks_file.read(file).marks == ()


def test_verdict_and_text_are_kept_each_for_itself(file: Path) -> None:
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    marks_file.change(file, pair(), {}, {"text": "二行\n目の\u2028文"})
    assert current(file) == {(A, B): ("agree", "二行\n目の\u2028文")}


def test_what_was_said_before_stays_in_the_file(file: Path) -> None:
    for verdict in ("agree", "not_overlap", None):
        marks_file.change(file, pair(), {}, {"verdict": verdict})
    assert current(file) == {}, "taken back"
    assert [mark.verdict for mark in marks_file.read(file).marks] == ["agree", "not_overlap", None]


def test_a_text_that_was_written_elsewhere_meanwhile_stays_beside_the_new_one(file: Path) -> None:
    marks_file.change(file, pair(), {}, {"text": "初め"})
    marks_file.change(file, pair(), {}, {"text": "初めと甲"}, seen="初め")
    assert current(file) == {(A, B): (None, "初めと甲")}
    marks_file.change(file, pair(), {}, {"text": "初めと乙"}, seen="初め")
    assert current(file) == {(A, B): (None, "初めと甲\n初めと乙")}
    marks_file.change(file, pair(), {}, {"text": ""}, seen="初め")
    assert current(file) == {(A, B): (None, "初めと甲\n初めと乙")}, (
        "who empties a field has not seen what is in it by now"
    )


def test_saying_the_same_again_adds_nothing(file: Path) -> None:
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    assert len(marks_file.read(file).marks) == 1


def test_a_remark_follows_a_measure_that_has_another_id_now(file: Path) -> None:
    marks_file.change(file, pair(A, B), {}, {"verdict": "agree"})
    now = {A: "measure:ffffffff"}
    assert current(file, now) == {(B, "measure:ffffffff"): ("agree", "")}
    marks_file.change(file, pair(B, "measure:ffffffff"), now, {"text": "その後"})
    assert current(file, now) == {(B, "measure:ffffffff"): ("agree", "その後")}


def test_a_last_line_without_its_end_is_not_run_into_the_next(file: Path) -> None:
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    marks_file.change(file, pair(A, C), {}, {"verdict": "not_overlap"})
    assert set(current(file)) == {(A, B), (A, C)}


@pytest.mark.parametrize(
    "damage",
    [
        b'{"a": "measure:0000000a", "b"',
        b'{"a": "x"}',
        b"\xff\xfe",
        json.dumps({**pair().model_dump(mode="json"), "verdict": "maybe"}).encode(),
        json.dumps({**pair().model_dump(mode="json"), "b": A}).encode(),
        b'{"text": "' + b"x" * marks_file.LONGEST_LINE + b'"}',
    ],
)
def test_a_damaged_line_is_skipped_with_a_warning_and_left_as_it_is(
    file: Path, damage: bytes
) -> None:
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    with file.open("ab") as out:
        out.write(damage)
    before = file.read_bytes()
    marks_file.change(file, pair(A, C), {}, {"verdict": "not_overlap"})
    assert current(file) == {(A, B): ("agree", ""), (A, C): ("not_overlap", "")}
    assert file.read_bytes().startswith(before + b"\n")
    (warning,) = marks_file.read(file).damaged
    assert str(warning).startswith(f"{file}, line 2: is no mark: ")


@pytest.mark.parametrize("size", [0, 1])
def test_a_file_is_read_up_to_its_bound(
    file: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    monkeypatch.setattr(marks_file, "LARGEST_FILE", file.stat().st_size - size)
    if size:
        with pytest.raises(ShisakuError, match="is larger than"):
            marks_file.read(file)
    else:
        assert len(marks_file.read(file).marks) == 1
    before = file.read_bytes()
    with pytest.raises(ShisakuError, match=r"(would be|is) larger than"):
        marks_file.change(file, pair(A, C), {}, {"verdict": "agree"})
    assert file.read_bytes() == before


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path, tmp_path / "fifo", Path("/dev/null")):
        with pytest.raises(ShisakuError, match=r"no regular file|directory"):
            marks_file.read(path)
        with pytest.raises(ShisakuError):
            marks_file.change(path, pair(), {}, {"verdict": "agree"})


def test_a_link_leads_to_its_file(tmp_path: Path) -> None:
    link, file = tmp_path / "link.jsonl", tmp_path / "there" / "marks.jsonl"
    file.parent.mkdir()
    link.symlink_to(file)
    marks_file.change(link, pair(), {}, {"verdict": "agree"})
    assert link.is_symlink() and current(file) == {(A, B): ("agree", "")}


def test_a_line_that_cannot_be_written_whole_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks_file.change(file, pair(), {}, {"verdict": "agree"})
    before = file.read_bytes()
    write = os.write
    calls = iter((10, None))

    def short(handle: int, data: bytes) -> int:
        if (most := next(calls)) is None:
            raise OSError(28, "No space left on device")
        return write(handle, data[:most])

    monkeypatch.setattr(os, "write", short)
    with pytest.raises(ShisakuError, match="No space left"):
        marks_file.change(file, pair(A, C), {}, {"verdict": "agree"})
    assert file.read_bytes() == before


def test_who_judges_has_checked_and_who_takes_it_back_has_not(file: Path) -> None:
    def status(**changed: object) -> str:
        marks_file.change(file, pair(), {}, changed)
        return marks_file.read(file).marks[-1].status

    assert status(verdict="agree") == "checked"
    assert status(verdict=None) == "unchecked"
    assert status(status="checking") == "checking"
    assert status(judged=1) == "checking", "who said so is still at it"
    assert status(status="checked") == "checked"


def test_the_mark_of_the_latest_time_holds_and_all_are_history(file: Path) -> None:
    early, late = (datetime(2026, 4, day, tzinfo=UTC) for day in (1, 2))
    said = [
        pair(at=late, verdict="agree", who="佐藤"),
        pair(B, A, at=early, text="見た", who="鈴木"),
    ]
    marks_file.add_all(file, lambda _: said)
    marks_file.add_all(file, lambda _: said)
    held = marks_file.current(file, {})
    assert held.by_pair[A, B].who == "佐藤"
    assert [mark.who for mark in held.histories[A, B]] == ["鈴木", "佐藤"]
    marks_file.change(file, pair(at=early), {}, {"verdict": "not_overlap"})
    assert marks_file.current(file, {}).by_pair[A, B].verdict == "not_overlap", (
        "what is said last holds, though the clock was put back"
    )


def test_a_line_without_status_says_it_by_its_verdict() -> None:
    told = {"a": A, "b": B, "at": "2026-01-01T00:00:00Z"}
    assert [
        Mark.model_validate(told | said).status
        for said in ({"verdict": "agree"}, {"text": "あ"}, {}, {"status": "checking"})
    ] == ["checked", "checking", "unchecked", "checking"]


def test_a_name_is_one_line_and_a_text_has_its_bound() -> None:
    assert pair(who=" 佐藤\x1b[31m\n花子 ").who == "佐藤 [31m 花子"
    assert pair(text="二行\n目\x07").text == "二行\n目"
    assert len(pair(text="あ" * LONGEST_TEXT).text) == LONGEST_TEXT
    for wrong in ({"text": "あ" * (LONGEST_TEXT + 1)}, {"who": "あ" * 81}, {"score": float("nan")}):
        with pytest.raises(ValidationError):
            pair(**wrong)


def test_two_texts_that_are_too_long_together_are_refused(file: Path) -> None:
    marks_file.change(file, pair(), {}, {"text": "あ" * LONGEST_TEXT})
    with pytest.raises(ShisakuError, match="more than 10000 characters"):
        marks_file.change(file, pair(), {}, {"text": "い"})
    assert len(marks_file.read(file).marks) == 1


def test_programmes_are_called_as_users_call_them(file: Path) -> None:
    marks_file.change(file, pair(A, "budgetprogramme:12"), {}, {"verdict": "agree"})
    assert current(file) == {(A, "programme:12"): ("agree", "")}


def test_a_folder_that_cannot_be_made_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ShisakuError, match="cannot be kept"):
        marks_file.change(tmp_path / "file" / "remarks.jsonl", pair(), {}, {"verdict": "agree"})


def _remark_on(file: Path, number: int) -> None:
    for turn in range(20):
        marks_file.change(
            file,
            pair(A, f"measure:{number:04}{turn:04}"),
            {},
            {"verdict": "agree", "text": "あ" * 2000},
        )


@pytest.mark.processes
def test_sessions_that_remark_at_once_lose_nothing(file: Path) -> None:
    started = [
        multiprocessing.get_context("spawn").Process(target=_remark_on, args=(file, number))
        for number in range(3)
    ]
    for process in started:
        process.start()
    for process in started:
        process.join()
    assert len(current(file)) == 60


def test_the_file_stands_beside_the_graph_or_where_it_is_said_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(marks_file.VARIABLE, raising=False)
    assert marks_file.path_of("/data/graph.lbug") == Path("/data/remarks.jsonl")
    assert marks_file.path_of("bolt://localhost:7687") == Path(".shisaku/remarks.jsonl")
    monkeypatch.setenv(marks_file.VARIABLE, "/notes/ours.jsonl")
    assert marks_file.path_of("/data/graph.lbug") == Path("/notes/ours.jsonl")
