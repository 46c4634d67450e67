"""The size classes: what the file says, and what of it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.schema import size_classes as declaration
from graph.schema.size_classes import (
    read_size_classes,
    size_classes,
    size_names,
    sizes_called,
)

DECLARED = Path(declaration.__file__).with_name("size_classes.yaml").read_text(encoding="utf-8")


def test_the_smallest_comes_first_and_is_a_part_of_the_next() -> None:
    assert size_names() == ("小規模事業者", "中小企業", "中堅企業", "大企業")
    assert {size.name: size.contains for size in size_classes() if size.contains} == {
        "中小企業": ("小規模事業者",)
    }


def test_a_class_goes_by_what_laws_and_people_call_it() -> None:
    assert {sizes_called()[name] for name in ("中小企業", "中小企業者", "中小", "sme")} == {
        "中小企業"
    }
    assert sizes_called()["小規模企業者"] == "小規模事業者" and "企業" not in sizes_called()
    names = [name for size in size_classes() for name in (size.name, *size.names)]
    assert len(names) == len(set(names)), "one name is of one class"


def test_names_begin_with_their_short_form_and_no_english_stands_twice() -> None:
    assert [size.name for size in size_classes() if not size.name.startswith(size.short)] == []
    assert len({size.english for size in size_classes()}) == len(size_names())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (DECLARED.replace("name: 大企業", "name: 企業"), "3.name"),
        (DECLARED.replace("contains: [小規模事業者]", "contains: [無い]"), "1.contains.0"),
        (
            DECLARED.rpartition("- ")[0],
            "the classes are not 小規模事業者, 中小企業, 中堅企業, 大企業",
        ),
        (DECLARED + DECLARED, "name each once, the smallest first"),
    ],
)
def test_what_does_not_hold_together_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "size_classes.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=says):
        read_size_classes(file)
