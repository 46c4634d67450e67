"""Only regular files are read, and those up to a bound."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from graph.files.regular import bounded_lines, opened_regular, regular_bytes


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_file_is_read_up_to_its_bound(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    assert regular_bytes(file, 6) == regular_bytes(file, 5) == b"12345"
    with pytest.raises(OSError, match="5 bytes, more than the 4 of such a file"):
        regular_bytes(file, 4)
    with pytest.raises(OSError, match="more than the 4"):
        opened_regular(file, 4)


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "link").symlink_to("file")
    assert regular_bytes(tmp_path / "link", 9) == b"1"


def test_a_device_a_pipe_and_a_folder_are_refused_at_once(tmp_path: Path, pipe: Path) -> None:
    for path in (Path("/dev/zero"), Path("/dev/null"), pipe):
        with pytest.raises(OSError, match="it is a device or a pipe"):
            regular_bytes(path, 9)
    with pytest.raises(OSError, match="it is a folder"):
        regular_bytes(tmp_path, 9)
    with pytest.raises(FileNotFoundError):
        regular_bytes(tmp_path / "none", 9)


def test_a_file_that_says_it_is_empty_and_is_not_is_bounded_too() -> None:
    path = Path("/proc/self/maps")
    if not path.exists():
        pytest.skip("/proc is not there")
    with pytest.raises(OSError, match="more than the 10"):
        regular_bytes(path, 10)


def test_lines_are_read_up_to_their_bound() -> None:
    assert list(bounded_lines(io.StringIO("abc\nab\n\nabc"), 4)) == ["abc\n", "ab\n", "\n", "abc"]
    lines = bounded_lines(io.StringIO("abc\nabcd\n"), 4)
    assert next(lines) == "abc\n"
    with pytest.raises(OSError, match="line 2 has more than 4 characters"):
        next(lines)
