"""What is no document is refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.bounds import DOCUMENT_LINE
from graph.errors import DocumentError
from loaders.text.source import read_source


@pytest.mark.processes
@pytest.mark.parametrize(
    ("data", "says", "line"),
    [
        (b"", "empty", ""),
        (b" \n\n", "empty", ""),
        (b"%PDF-1.7\n...", "PDF", ""),
        (b"ok\n\0\1\2binary", "not a text file", ":2"),
        ("一行目\n".encode() + b"\xff\xfe\n", "not UTF-8", ":2"),
        (b"one\ntwo\n" + b"x" * (DOCUMENT_LINE + 1) + b"\n", "a line of", ":3"),
    ],
)
def test_bad_files_are_named_with_their_line(tmp_path: Path, data: bytes, says: str, line: str):
    path = tmp_path / "000_bad.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=says) as caught:
        read_source(path)
    assert str(caught.value).startswith(f"{path}{line}: ") and "\n" not in str(caught.value)


def test_a_line_of_fifty_megabytes_is_refused(tmp_path: Path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"first\n" + b"x" * 50 * 2**20)
    with pytest.raises(DocumentError, match="a line of 52,428,800 characters"):
        read_source(path)


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(DocumentError, match="cannot be read"):
        read_source(tmp_path / "nowhere.txt")


def test_lines_count_from_one_and_stand_between_line_feeds(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes("一\r\n\x0b二\n\n四".encode())
    source = read_source(path)
    assert [(line.number, line.text) for line in source.lines] == [
        (1, "一"),
        (2, "二"),
        (3, ""),
        (4, "四"),
    ]
