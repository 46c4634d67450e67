"""A YAML file that does not hold together is refused with the file, the place and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from graph.bounds import YAML_BYTES, YAML_DEPTH
from graph.errors import ProfileError, VocabularyError
from graph.files import yaml_file
from graph.files.yaml_file import read_yaml, yaml_text


class Shelf(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    books: tuple[str, ...]


def test_a_file_is_read_into_the_type_asked_for(tmp_path: Path):
    file = tmp_path / "shelf.yaml"
    file.write_text("books: [青, 赤]", encoding="utf-8")
    assert read_yaml(file, Shelf) == Shelf(books=("青", "赤"))
    assert read_yaml(file, dict[str, list[str]]) == {"books": ["青", "赤"]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("books: [", "is no YAML"),
        ("books: []\nbooks: [a]", "stands twice"),
        ("? [a]\n: b", "is no key"),
        ("books: [1]", "books.0: Input should be a valid string — books are names"),
        ("books: []\nshelves: 2", "shelves: Extra inputs are not permitted — books are names"),
        ("[a, b]: [1]", "a list or a mapping is no key"),
        ("books: [%s]" % ("9" * 5000), "put the value in quotes"),
        ("books: [!!int x]", "invalid literal"),
        ("books:\n- a\n- \x08", "shelf.yaml: is no YAML (line 3: control characters"),
        ("books:\n- a\n- \ufffe", "shelf.yaml: is no YAML (line 3: "),
        ("books: [a,\n  b", "shelf.yaml: is no YAML (line 2: while parsing a flow"),
        ("", "Input should be a valid dictionary"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, says: str, tmp_path: Path):
    file = tmp_path / "shelf.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as refused:
        read_yaml(file, Shelf, "books are names")
    assert str(refused.value).startswith(str(file)) and says in str(refused.value)


def test_it_is_refused_with_the_error_of_who_reads_it(tmp_path: Path):
    (tmp_path / "shelf.yaml").write_text("books: [", encoding="utf-8")
    with pytest.raises(ProfileError, match="is no YAML"):
        read_yaml(tmp_path / "shelf.yaml", Shelf, refusal=ProfileError)


def test_a_file_that_cannot_be_read_is_to_be_restored(tmp_path: Path):
    with pytest.raises(VocabularyError, match="No such file or directory.* — restore the file"):
        read_yaml(tmp_path / "none.yaml", Shelf)
    (tmp_path / "sjis.yaml").write_bytes("書架".encode("cp932"))
    with pytest.raises(VocabularyError, match="is not UTF-8"):
        read_yaml(tmp_path / "sjis.yaml", Shelf)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0100", "0100"),  # no octal
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),  # not in sixties
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("OFF", "OFF"),
        ("2031-01-31", "2031-01-31"),
        ("2031-13", "2031-13"),
        (".inf", ".inf"),
        ("100", 100),
        ("-3", -3),
        ("1.5", 1.5),
        ("!!int 0100", 100),
        ("!!float 1.5", 1.5),
        ("true", True),
        ("~", None),
    ],
)
def test_what_is_written_is_what_is_meant(written: str, meant: object, tmp_path: Path):
    file = tmp_path / "value.yaml"
    file.write_text(f"value: {written}", encoding="utf-8")
    assert read_yaml(file, dict[str, object]) == {"value": meant}


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path):
    file = tmp_path / "value.yaml"
    file.write_text("value: 1", encoding="utf-8-sig")
    assert read_yaml(file, dict[str, int]) == {"value": 1}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    said = {"of": ["a", "ふ"], "rows": [{"n": 0.25, "why": "一: 二 # 三", "none": []}], "no": "no"}
    path = tmp_path / "said.yaml"
    path.write_text(yaml_text(said), encoding="utf-8")
    assert read_yaml(path, object) == said


def _refused(text: str, tmp_path: Path) -> str:
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as refused:
        read_yaml(file, object)
    assert str(refused.value).startswith(str(file)) and len(str(refused.value)) < 400
    return str(refused.value)


def _read(text: str, tmp_path: Path) -> object:
    (tmp_path / "file.yaml").write_text(text, encoding="utf-8")
    return read_yaml(tmp_path / "file.yaml", object)


def test_lists_in_lists_are_read_up_to_a_depth(tmp_path: Path):
    for depth in (YAML_DEPTH - 2, YAML_DEPTH - 1):  # what stands in them is one deeper
        assert _read("[" * depth + "1" + "]" * depth, tmp_path)
    for depth in (YAML_DEPTH, 100_000):
        for text in ("[" * depth + "1" + "]" * depth, "- " * depth + "1", "? " * depth + "1"):
            assert f"more than {YAML_DEPTH} lists and mappings" in _refused(text, tmp_path)


def test_a_file_is_read_up_to_a_size(tmp_path: Path):
    assert _read("a: " + "x" * (YAML_BYTES - 3), tmp_path)
    assert "more than the 1,048,576" in _refused("a: " + "x" * (YAML_BYTES - 2), tmp_path)


def test_aliases_are_read_up_to_what_they_come_to(tmp_path: Path):
    def nested(levels: int, times: int) -> str:
        rows = [f"- &a0 [{','.join('x' * times)}]"]
        for level in range(1, levels):
            rows.append(f"- &a{level} [{','.join([f'*a{level - 1}'] * times)}]")
        return "\n".join(rows)

    assert _read("- &a [1, 2]\n- *a", tmp_path) == [[1, 2], [1, 2]]
    assert _read(nested(4, 10), tmp_path)
    assert "more than 100,000 values" in _refused(nested(10, 10), tmp_path)
    assert "an alias of what it stands in" in _refused("&a [*a]", tmp_path)


def test_as_many_values_are_read_as_declared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(yaml_file, "YAML_VALUES", 4)
    assert _read("[1, 2]", tmp_path) == [1, 2]
    assert _read("[1, 2, 3]", tmp_path) == [1, 2, 3]
    assert "more than 4 values (5)" in _refused("[1, 2, 3, 4]", tmp_path)


@pytest.mark.parametrize(
    "text",
    ["!!timestamp 2025-13-45", "!!timestamp x", "!!bool x", "!!float x", "!!binary x", "!!set [a]"],
)
def test_a_tag_is_refused_or_right(text: str, tmp_path: Path):
    assert "is no YAML" in _refused(text, tmp_path)


def test_a_day_that_is_none_is_text(tmp_path: Path):
    assert _read("on: 2025-13-45", tmp_path) == {"on": "2025-13-45"}
    assert _read("on: !!bool TRUE", tmp_path) == {"on": True}


def test_a_device_and_a_pipe_are_no_yaml(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero")):
        with pytest.raises(VocabularyError, match="it is a device or a pipe"):
            read_yaml(path, object)
