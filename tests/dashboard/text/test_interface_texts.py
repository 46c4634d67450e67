"""The interface speaks two languages, and every text is there in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from dashboard.text.words import LANGUAGES, Words, all_texts, read_texts
from graph.errors import VocabularyError
from graph.files.yaml_file import parse_yaml
from graph.phrases.phrases import phrases
from graph.schema.benefits import benefit_classes
from graph.schema.schema import schema
from loaders.catalogue.records import programmes as records
from queries.english import NAMES, read_names
from tests.paths import ROOT

DASHBOARD = ROOT / "dashboard"
VOCABULARY = ROOT / "loaders" / "vocabulary"


def test_every_text_is_there_in_both_languages() -> None:
    assert all(set(text) == set(LANGUAGES) for text in all_texts().values())


def test_every_text_that_a_page_asks_for_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in DASHBOARD.rglob("*.py"))
    asked = set(re.findall(r'words\("([a-z_]+(?:\.[a-z_]+)+)"', code))
    assert len(asked) > 40
    assert asked - set(all_texts()) == set()


def test_every_word_for_a_code_that_a_page_names_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in DASHBOARD.rglob("*.py"))
    asked = set(re.findall(r'words\.of\(\s*"([a-z_.]+)",\s*"([a-z_]+)"', code))
    assert len(asked) > 10
    assert {f"{group}.{name}" for group, name in asked} - set(all_texts()) == set()


def test_what_the_catalogue_uses_as_a_code_has_a_word() -> None:
    texts = all_texts()
    assert [name for name in benefit_classes() if f"benefit.{name}" not in texts] == []
    listed = {
        declared
        for types in (schema().nodes, schema().relationships)
        for kind in types.values()
        for declared in kind.properties
        if declared.listed
    }
    assert len(listed) > 40
    assert {p.name for p in listed if f"field.{p.name}" not in texts} == set()
    groups = {key.partition(".")[0] for key in texts}
    assert {p.codes for p in listed if p.codes} - groups == set()


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("method", records.Method),
        ("programme_relation", records.Relation),
        ("pays_for", records.PaysForKind),
        ("review_by", records.Reviewer),
        ("recipient_kind", records.RecipientKind),
    ],
)
def test_every_code_of_a_review_sheet_has_a_word(group: str, codes: object) -> None:
    assert [code for code in get_args(codes) if f"{group}.{code}" not in all_texts()] == []


@pytest.mark.parametrize("file", ["instruments", "beneficiaries", "industries"])
def test_vocabulary_words_have_their_english(file: str) -> None:
    words = [
        entry["name"]
        for entry in yaml.load(
            (VOCABULARY / f"{file}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
        )
    ]
    assert [word for word in words if word not in read_names(NAMES)] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("page: {ja: 表題}", "not there in every language"),
        ("page: {ja: 表題, en: ''}", "not there in every language"),
        ("page: {ja: '{n} 件', en: '{count} found'}", "filled in differently"),
        ("page: text", "no text"),
        ("page: {ja: 表題, en: Title}\npage: {ja: 頁, en: Page}", "key 'page' stands twice"),
        ("page: {ja: 表題, en: [Title}", r"texts.yaml: is no YAML .*mend the file"),
        ("- page", "give it ja and en"),
        ("page: {say: No such phrase}", "'No such phrase', which is no phrase"),
    ],
)
def test_a_text_that_lacks_something_is_refused(tmp_path: Path, text: str, what: str) -> None:
    file = tmp_path / "texts.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=what):
        read_texts(file)


def test_a_name_with_two_english_words_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "names.yaml"
    file.write_text("a: {融資: Loan}\nb: {融資: Credit}", encoding="utf-8")
    with pytest.raises(VocabularyError, match="two English words"):
        read_names(file)


def test_words_without_english_stay_as_printed() -> None:
    assert Words("en").name("補助金") == "Subsidy"
    assert Words("ja").name("補助金") == "補助金"
    assert Words("en").name("ものづくり設備補助金") == "ものづくり設備補助金"


def test_what_the_command_line_says_too_stands_there_alone(tmp_path: Path) -> None:
    """A text of both faces is named by its English, and is not written again."""
    file = tmp_path / "texts.yaml"
    file.write_text("page: {say: Ministry}\nsum: {say: no sum is printed}", encoding="utf-8")
    assert read_texts(file) == {
        "page": {"ja": "府省庁", "en": "Ministry"},
        "sum": {"ja": "金額の記載なし", "en": "no sum is printed"},
    }
    ours = phrases()
    again = {
        key: entry
        for path in (DASHBOARD / "text").glob("*texts.yaml")
        for key, entry in _written("", parse_yaml(path))
        for english in (entry["en"], entry["en"][:1].lower() + entry["en"][1:])
        if entry["ja"] == ours.get(english)
    }
    assert again == {}


def _written(group: str, entries: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts of a file that are written there in both languages."""
    for name, entry in entries.items():
        if "ja" in entry:
            yield f"{group}.{name}", entry
        elif "say" not in entry:
            yield from _written(f"{group}.{name}", entry)
