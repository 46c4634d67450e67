"""The catalogue on disk: whole or not at all, and the same from run to run."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from graph.errors import CatalogueError
from loaders.catalogue.files import (
    Catalogue,
    differences,
    differences_by_file,
    read_catalogue,
    texts,
    write_catalogue,
)
from loaders.catalogue.records import FILES, Certification, Measure

TWO = Catalogue(
    measures=(
        Measure(id="measure:b", title="里山発酵", appearances=["x"]),
        Measure(id="measure:a", title="沿岸窯業", appearances=["y"]),
    )
)


def test_records_are_written_by_id_and_read_back(tmp_path: Path):
    write_catalogue(TWO, tmp_path)
    assert [m.id for m in read_catalogue(tmp_path).measures] == ["measure:a", "measure:b"]
    assert {p.name for p in tmp_path.iterdir()} == {f"{name}.jsonl" for name in FILES}


def test_japanese_is_written_as_itself_and_ends_with_a_line_feed():
    text = texts(TWO)["measures.jsonl"]
    assert "沿岸窯業" in text and text.endswith("\n") and text == texts(TWO)["measures.jsonl"]


def test_a_folder_that_is_missing_or_not_whole(tmp_path: Path):
    with pytest.raises(CatalogueError, match="no catalogue folder"):
        read_catalogue(tmp_path / "nowhere")
    write_catalogue(TWO, tmp_path)
    (tmp_path / "rules.jsonl").unlink()
    with pytest.raises(CatalogueError, match=r"rules\.jsonl not there"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "Invalid JSON"),
        ('{"id": "measure:c"}', "title"),
        ('{"id": "measure:c", "title": "t", "appearances": [], "colour": 1}', "colour"),
    ],
)
def test_a_broken_record_is_named_with_file_and_line(tmp_path: Path, row: str, says: str):
    write_catalogue(TWO, tmp_path)
    path = tmp_path / "measures.jsonl"
    path.write_text(path.read_text() + row + "\n")
    with pytest.raises(CatalogueError, match=says) as caught:
        read_catalogue(tmp_path)
    assert f"{path}:3" in str(caught.value)


def test_text_that_is_not_utf8_is_named_with_its_line(tmp_path: Path):
    write_catalogue(TWO, tmp_path)
    path = tmp_path / "measures.jsonl"
    path.write_bytes(path.read_bytes() + "施策\n".encode("shift_jis"))
    for reading in (read_catalogue, lambda folder: differences(TWO, folder)):
        with pytest.raises(
            CatalogueError, match=r"measures\.jsonl:3: not UTF-8 text — run `shisaku extract` again"
        ):
            reading(tmp_path)


def test_an_id_that_stands_twice(tmp_path: Path):
    write_catalogue(TWO, tmp_path)
    path = tmp_path / "measures.jsonl"
    path.write_text(path.read_text() * 2)
    with pytest.raises(CatalogueError, match="stands twice"):
        read_catalogue(tmp_path)


def test_a_folder_that_cannot_be_written_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "documents.jsonl").write_text("old\n")

    def full(source: Path, target: Path) -> None:
        if target.name == "measures.jsonl" and "old-" not in source.name:
            raise OSError(28, "No space left on device")
        replace(source, target)

    replace = os.replace
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CatalogueError, match="No space left on device"):
        write_catalogue(TWO, tmp_path)
    assert (tmp_path / "documents.jsonl").read_text() == "old\n"
    assert not (tmp_path / "appearances.jsonl").exists() and not list(tmp_path.glob(".new-*"))


def test_differences_say_file_line_and_field(tmp_path: Path):
    write_catalogue(TWO, tmp_path)
    assert differences(TWO, tmp_path) == []
    other = Catalogue(
        measures=(TWO.measures[0], TWO.measures[1].model_copy(update={"title": "別名"}))
    )
    assert differences(other, tmp_path) == [
        f"{tmp_path / 'measures.jsonl'}:1: measure:a differs in title"
    ]
    more = Catalogue(
        measures=TWO.measures,
        certifications=(Certification(id="certification:x", name="x", kind="plan"),),
    )
    assert differences(more, tmp_path) == [
        f"{tmp_path / 'certifications.jsonl'}: 0 records there, 1 now"
    ]
    (tmp_path / "items.jsonl").unlink()
    assert differences(TWO, tmp_path) == [f"{tmp_path / 'items.jsonl'}: not there"]


def test_differences_say_of_every_file_how_many_and_the_first_few(tmp_path: Path):
    certifications = [
        Certification(id=f"certification:{n}", name=str(n), kind="plan") for n in range(9)
    ]
    write_catalogue(Catalogue(TWO.documents, certifications=tuple(certifications[:8])), tmp_path)
    changed = [c.model_copy(update={"name": "x", "tier": 1}) for c in certifications[2:7]]
    now = Catalogue(measures=TWO.measures, certifications=(*changed, *certifications[7:]))
    file = tmp_path / "certifications.jsonl"
    by_file = differences_by_file(now, tmp_path)
    assert list(by_file) == ["measures.jsonl", "certifications.jsonl"]
    assert by_file["certifications.jsonl"] == [
        f"{file}: 8 records there, 7 now",
        f"{file}:3: certification:2 differs in name, tier",
        f"{file}:4: certification:3 differs in name, tier",
        f"{file}:5: certification:4 differs in name, tier",
        f"{file}:1: certification:0 is gone",
        f"{file}:2: certification:1 is gone",
        f"{file}: certification:8 is new",
        f"{file}: records: 5 differ, 2 gone, 1 new",
    ]
    file.write_text("{\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert f"{file}:1: no record" in differences(now, tmp_path)


def test_a_record_holds_no_unknown_key_and_is_frozen():
    assert json.loads(texts(TWO)["measures.jsonl"].splitlines()[0])["id"] == "measure:a"
    with pytest.raises(ValueError, match="frozen"):
        TWO.measures[0].title = "other"  # type: ignore[misc]  # refused, as it shall be
