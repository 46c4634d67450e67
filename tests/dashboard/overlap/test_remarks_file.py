"""Remarks on pairs are kept in a file that only grows."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest

from dashboard.views.overlap import remarks_file
from dashboard.views.overlap.remarks_file import Remark
from graph.errors import ShisakuError

A, B, C = "measure:0000000a", "measure:0000000b", "measure:0000000c"


def pair(a: str = A, b: str = B) -> Remark:
    return Remark(
        a=a, b=b, title_a="施策あ", title_b="施策い", score=0.5, grade=2, at=remarks_file.now()
    )


def current(
    file: Path, present: dict[str, str] | None = None
) -> dict[tuple[str, str], tuple[str | None, str]]:
    return {
        ids: (remark.verdict, remark.text)
        for ids, remark in remarks_file.latest(remarks_file.read(file), present or {}).items()
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "remarks.jsonl"


def test_a_file_that_is_not_there_holds_no_remark(file: Path) -> None:
    assert remarks_file.read(file) == ()


def test_verdict_and_text_are_kept_each_for_itself(file: Path) -> None:
    remarks_file.change(file, pair(), {}, {"verdict": "agree"})
    remarks_file.change(file, pair(), {}, {"text": "二行\n目の\u2028文"})
    assert current(file) == {(A, B): ("agree", "二行\n目の\u2028文")}


def test_what_was_said_before_stays_in_the_file(file: Path) -> None:
    for verdict in ("agree", "not_overlap", None):
        remarks_file.change(file, pair(), {}, {"verdict": verdict})
    assert current(file) == {}, "taken back"
    assert [remark.verdict for remark in remarks_file.read(file)] == ["agree", "not_overlap", None]


def test_a_text_that_was_written_elsewhere_meanwhile_stays_beside_the_new_one(file: Path) -> None:
    remarks_file.change(file, pair(), {}, {"text": "初め"})
    remarks_file.change(file, pair(), {}, {"text": "初めと甲"}, seen="初め")
    assert current(file) == {(A, B): (None, "初めと甲")}
    remarks_file.change(file, pair(), {}, {"text": "初めと乙"}, seen="初め")
    assert current(file) == {(A, B): (None, "初めと甲\n初めと乙")}
    remarks_file.change(file, pair(), {}, {"text": ""}, seen="初め")
    assert current(file) == {(A, B): (None, "初めと甲\n初めと乙")}, (
        "who empties a field has not seen what is in it by now"
    )


def test_saying_the_same_again_adds_nothing(file: Path) -> None:
    remarks_file.change(file, pair(), {}, {"verdict": "agree"})
    remarks_file.change(file, pair(), {}, {"verdict": "agree"})
    assert len(remarks_file.read(file)) == 1


def test_a_remark_follows_a_measure_that_has_another_id_now(file: Path) -> None:
    remarks_file.change(file, pair(A, B), {}, {"verdict": "agree"})
    now = {A: "measure:ffffffff"}
    assert current(file, now) == {(B, "measure:ffffffff"): ("agree", "")}
    remarks_file.change(file, pair(B, "measure:ffffffff"), now, {"text": "その後"})
    assert current(file, now) == {(B, "measure:ffffffff"): ("agree", "その後")}


def test_a_last_line_without_its_end_is_not_run_into_the_next(file: Path) -> None:
    remarks_file.change(file, pair(), {}, {"verdict": "agree"})
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    remarks_file.change(file, pair(A, C), {}, {"verdict": "not_overlap"})
    assert set(current(file)) == {(A, B), (A, C)}


@pytest.mark.parametrize(
    "damage",
    [
        b'{"a": "measure:0000000a", "b"',
        b'{"a": "x"}\n',
        b"\xff\xfe\n",
        json.dumps({**pair().model_dump(mode="json"), "verdict": "maybe"}).encode(),
    ],
)
def test_a_damaged_file_is_said_to_be_so_and_left_as_it_is(file: Path, damage: bytes) -> None:
    remarks_file.change(file, pair(), {}, {"verdict": "agree"})
    with file.open("ab") as out:
        out.write(damage)
    before = file.read_bytes()
    for act in (
        lambda: remarks_file.read(file),
        lambda: remarks_file.change(file, pair(), {}, {"text": "もう一度"}),
    ):
        with pytest.raises(ShisakuError, match=r"remarks\.jsonl.*no remark"):
            act()
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ShisakuError, match="cannot be kept"):
        remarks_file.change(tmp_path / "file" / "remarks.jsonl", pair(), {}, {"verdict": "agree"})


def _remark_on(file: Path, number: int) -> None:
    for turn in range(20):
        remarks_file.change(
            file,
            pair(A, f"measure:{number:04}{turn:04}"),
            {},
            {"verdict": "agree", "text": "あ" * 2000},
        )


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
    monkeypatch.delenv(remarks_file.VARIABLE, raising=False)
    assert remarks_file.path_of("/data/graph.lbug") == Path("/data/remarks.jsonl")
    assert remarks_file.path_of("bolt://localhost:7687") == Path(".shisaku/remarks.jsonl")
    monkeypatch.setenv(remarks_file.VARIABLE, "/notes/ours.jsonl")
    assert remarks_file.path_of("/data/graph.lbug") == Path("/notes/ours.jsonl")
