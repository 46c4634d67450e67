"""Taking published files: checked by digest, all or none."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import DocumentError
from loaders.review_sheets import fetching
from loaders.review_sheets.fetching import PublishedFile, PublishedYear, published_years, take
from shisaku import cli

FILES = {"1-1_里.zip": b"one" * 1000, "2-1_海.zip": b"two" * 9}


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the made-up year 2031."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "other.txt").write_text("no file of the year", encoding="utf-8")
    published = PublishedYear(
        year=2031,
        site="里の役所",
        files=tuple(
            PublishedFile(name=name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
            for name, data in FILES.items()
        ),
    )
    monkeypatch.setattr(fetching, "published_years", lambda: (published,))
    return folder


def fetch(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["fetch", "rs", "2031", *map(str, arguments)])


@pytest.mark.parametrize("as_", ["folder", "files", "address"])
def test_files_are_taken_from_folders_files_and_addresses(
    downloads: Path, tmp_path: Path, as_: str
) -> None:
    sources = {
        "folder": [str(downloads)],
        "files": [str(downloads / name) for name in FILES],
        "address": [(downloads / name).as_uri() for name in FILES],
    }[as_]
    out = tmp_path / "new" / "rs-2031"
    assert take(2031, sources, out) == tuple(sorted(FILES))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == FILES


@pytest.mark.parametrize("data", [b"one" * 999, b"one" * 1001, b"two" * 1000])
def test_a_file_that_was_cut_or_changed_is_refused_and_nothing_is_written(
    downloads: Path, tmp_path: Path, data: bytes
) -> None:
    (downloads / "1-1_里.zip").write_bytes(data)
    out = tmp_path / "rs-2031"
    with pytest.raises(DocumentError, match="as it was published"):
        take(2031, [str(downloads)], out)
    assert not out.exists() or not list(out.iterdir())


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("nowhere", "no such file or folder"),
        ("downloads/other.txt", "no file of that year"),
        ("https://example.invalid/other.zip", "no file of that year"),
        ("file:///nowhere/1-1_%E9%87%8C.zip", "cannot be read"),
    ],
)
def test_what_is_no_file_of_the_year_says_so(
    downloads: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DocumentError, match=says):
        take(2031, [source], tmp_path / "out")


def test_the_command_lists_what_there_is_and_takes_what_it_is_given(
    downloads: Path, tmp_path: Path
) -> None:
    listed = fetch()
    assert listed.exit_code == 0 and "里の役所" in listed.stdout
    assert all(name in listed.stdout for name in FILES)
    (downloads / "2-1_海.zip").unlink()
    done = fetch("--from", downloads, "--out", tmp_path / "out")
    assert done.exit_code == 0 and "1 file as published" in done.output
    assert "not there: 2-1_海.zip" in done.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1-1_里.zip"]


def test_a_year_without_digests_says_which_are_known(downloads: Path) -> None:
    unknown = CliRunner().invoke(cli, ["fetch", "rs", "2030"])
    assert isinstance(unknown.exception, DocumentError) and "2031" in str(unknown.exception)


def test_the_digests_of_a_year_are_of_its_tables_each_once() -> None:
    for year in published_years():
        names = [each.name for each in year.files]
        assert len(set(names)) == len(names)
        assert all(f"_RS_{year.year}_" in name and name.endswith(".zip") for name in names)


def test_what_is_refused_leaves_no_folder_behind(downloads: Path, tmp_path: Path) -> None:
    (downloads / next(iter(FILES))).write_bytes(b"another")
    with pytest.raises(DocumentError, match="as it was published"):
        take(2031, [str(downloads)], tmp_path / "new")
    assert not (tmp_path / "new").exists()
    (tmp_path / "mine").mkdir()
    with pytest.raises(DocumentError):
        take(2031, [str(downloads)], tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir()) == [], "a folder that was there stays"
