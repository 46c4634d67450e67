"""What stands under a name is looked at before it is replaced."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.files.replace import built_file, replaced_file, replaced_files, replaced_folder
from graph.files.workplace import _MARK
from tests.paths import ROOT


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real").write_text("old")
    (tmp_path / "link").symlink_to("far/real")
    for replaced in (replaced_file, built_file):
        with replaced(tmp_path / "link") as new:
            new.write_text(replaced.__name__)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "far" / "real").read_text() == replaced.__name__
    with replaced_files(tmp_path, ["link"]) as folder:
        (folder / "link").write_text("of several")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "real").read_text() == "of several"


def test_a_link_that_leads_nowhere_yet_is_filled(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    with replaced_file(tmp_path / "link") as new:
        new.write_text("new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text() == "new"


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with replaced_folder(tmp_path / "link", ["a"]) as folder:
        (folder / "a").write_text("new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real" / "a").read_text() == "new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    reader.start()
    with replaced_file(pipe) as new:
        new.write_text("answer")
    reader.join(60)
    assert heard == ["answer"] and pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]


def test_devices_are_written_to_and_stay_devices() -> None:
    for name in ("/dev/null", "/dev/full"):
        if not os.access(name, os.W_OK):
            pytest.skip("there are no devices here")
    with replaced_file(Path("/dev/null")) as new:
        new.write_text("answer")
    with pytest.raises(StoreError, match="No space left"), replaced_file(Path("/dev/full")) as new:
        new.write_text("answer")
    assert Path("/dev/null").is_char_device() and Path("/dev/full").is_char_device()


def test_a_graph_and_files_of_a_catalogue_do_not_go_into_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="is a device or a pipe"), built_file(tmp_path / "pipe"):
        pytest.fail("it was begun")
    with (
        pytest.raises(StoreError, match="pipe is a device or a pipe"),
        replaced_files(tmp_path, ["pipe"]) as folder,
    ):
        (folder / "pipe").write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_what_is_not_ours_is_not_swept(tmp_path: Path) -> None:
    names = ("g.lbug.building-notes", ".x.json-mine", ".new-year")
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes").write_text("mine")
    (tmp_path / "g.lbug.building-list").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / _MARK).touch()
    (tmp_path / ".x.json-linked").symlink_to("elsewhere")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with built_file(tmp_path / "g.lbug") as new:
        new.write_text("new")
    with replaced_file(tmp_path / "x.json") as new:
        new.write_text("new")
    with replaced_files(tmp_path, ["y"]) as folder:
        (folder / "y").write_text("new")
    after = {path.name for path in tmp_path.rglob("*")}
    assert after - set(before) == {"g.lbug", "x.json", "y"}
    assert set(before) <= after


def test_what_a_dead_process_left_is_swept_and_what_a_living_one_uses_is_not(
    tmp_path: Path,
) -> None:
    for name in (".x.json-dead", ".x.json-living"):
        (tmp_path / name).mkdir()
        (tmp_path / name / _MARK).touch()
    with (tmp_path / ".x.json-living" / _MARK).open() as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        with replaced_file(tmp_path / "x.json") as new:
            new.write_text("new")
        assert {path.name for path in tmp_path.iterdir()} == {"x.json", ".x.json-living"}


_AT_WORK = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs behind ignores it
import shisaku, sys, time
from pathlib import Path
from graph.files.replace import replaced_file
shisaku.end_quietly()
with replaced_file(Path(sys.argv[1])) as new:
    new.write_text("half")
    print("begun", flush=True)
    time.sleep(600)
"""


@pytest.mark.processes
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_process_that_is_ended_leaves_nothing_that_the_next_one_meets(
    tmp_path: Path, ending: signal.Signals
) -> None:
    out = tmp_path / "x.json"
    out.write_text("old")
    child = subprocess.Popen(
        [sys.executable, "-c", _AT_WORK, str(out)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdout and child.stdout.readline() == b"begun\n"
    child.send_signal(ending)
    child.wait(60)
    child.stdout.close()
    assert out.read_text() == "old"
    if ending != signal.SIGKILL:
        assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
    end = time.monotonic() + 60
    while time.monotonic() < end:  # a killed process lets go of its locks a little later
        with replaced_file(out) as new:
            new.write_text("new")
        if [path.name for path in tmp_path.iterdir()] == ["x.json"]:
            break
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"] and out.read_text() == "new"


@pytest.mark.times
def test_of_many_builders_one_builds_at_a_time_and_no_lock_is_left(tmp_path: Path) -> None:
    path, within = tmp_path / "g.lbug", threading.Semaphore(1)
    done: list[int] = []

    def build(number: int) -> None:
        while True:
            try:
                with built_file(path) as new:
                    assert within.acquire(blocking=False), "two build at once"
                    new.write_text(str(number))
                    time.sleep(0.001)
                    within.release()
            except StoreError:
                continue
            done.append(number)
            return

    with ThreadPoolExecutor(8) as builders:
        list(builders.map(build, range(24)))
    assert sorted(done) == list(range(24))
    assert [each.name for each in tmp_path.iterdir()] == ["g.lbug"]


@pytest.mark.parametrize("held", ["linked", "written"])
def test_a_lock_file_that_is_not_ours_is_kept(tmp_path: Path, held: str) -> None:
    lock = tmp_path / "g.lbug.lock"
    if held == "linked":
        (tmp_path / "mine").touch()
        lock.symlink_to("mine")
    else:
        lock.write_text("mine")
    with built_file(tmp_path / "g.lbug") as new:
        new.write_text("new")
    assert lock.is_symlink() == (held == "linked")
    assert lock.read_text() == ("" if held == "linked" else "mine")
