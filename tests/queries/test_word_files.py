"""The words that stand in YAML beside the questions: a broken file is one error with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from queries.english import NAMES, read_names
from queries.money.reasons import TEXTS as REASONS
from queries.money.reasons import read_texts
from queries.overlap.empty_words import EMPTY_WORDS, read_empty_words
from queries.overlap.for_company import TEXTS as FOR_COMPANY
from queries.overlap.for_company import read_company_words
from queries.overlap.grades import TEXTS as GRADES
from queries.overlap.grades import read_grades
from queries.overlap.headings import TEXTS as HEADINGS
from queries.overlap.headings import read_headings
from queries.overlap.left_out import WORDS, read_words
from queries.overlap.sentences import TEXTS as SENTENCES
from queries.overlap.sentences import read_sentences
from queries.overview.reading_figures import FIGURES, read_figures
from queries.themes.headings import TEXTS as THEME_HEADINGS
from queries.themes.headings import read_headings as read_theme_headings
from queries.themes.themes import THEMES, read_themes
from tests.paths import ROOT

Reader = Callable[[Path], object]
FILES: dict[Path, Reader] = {
    NAMES: read_names,
    REASONS: read_texts,
    EMPTY_WORDS: read_empty_words,
    FOR_COMPANY: read_company_words,
    GRADES: read_grades,
    HEADINGS: read_headings,
    WORDS: read_words,
    SENTENCES: read_sentences,
    FIGURES: read_figures,
    THEME_HEADINGS: read_theme_headings,
    THEMES: read_themes,
}


def test_every_file_of_words_is_read_here() -> None:
    here = {path for path in (ROOT / "queries").rglob("*.yaml") if "bonus" not in path.parts}
    assert set(FILES) == here


@pytest.mark.parametrize(("path", "read"), FILES.items(), ids=[path.name for path in FILES])
def test_a_file_without_a_part_is_refused_by_name(path: Path, read: Reader, tmp_path: Path) -> None:
    assert read(path)
    broken = tmp_path / path.name
    for text in ("", "a: [1", "a: 1\na: 2\n", "nothing_of_ours: {a: 1}\n"):
        broken.write_text(text, encoding="utf-8")
        with pytest.raises(VocabularyError) as refused:
            read(broken)
        assert str(refused.value).startswith(f"{broken}: ") and "\n" not in str(refused.value)
    with pytest.raises(VocabularyError, match="cannot be read"):
        read(tmp_path / "absent.yaml")


@pytest.mark.parametrize(
    ("path", "printed", "instead", "says"),
    [
        (NAMES, "  企業: Companies", "  企業:", "'企業' .* has no English"),
        (REASONS, "no_sum:", "no_money:", "no_sum: Field required"),
        (REASONS, "（{count}件）は一度だけ", "（{n}件）は一度だけ", "shared_pots.japanese"),
        (GRADES, "[none, ", "[", r"english\.3: Field required"),
        (HEADINGS, "  rank: 順位", "  rang: 順位", "columns.rang"),
        (HEADINGS, "    rank: 順位\n", "", "no heading for rank"),
        (HEADINGS, "  caps: 補助上限", "  cap: 補助上限", "nothing is called cap"),
        (HEADINGS, "    date: 作成日\n", "", "asked: date is there in one language alone"),
        (THEME_HEADINGS, "    pairs: 重なる組\n", "", "no heading for pairs"),
        (THEME_HEADINGS, "    value: 値\n", "", "columns: value is there in one language alone"),
        (THEMES, "  why: written short and in full\n", "  way: short\n", "way: Extra inputs"),
        (WORDS, "headings: [", "headings: [] # [", "headings: Tuple should have at least 1"),
        (SENTENCES, "shared: [problems", "shared: [problem", "nothing is compared in problem"),
        (SENTENCES, "    caps: [補助上限, 補助上限]\n", "", "no label for caps"),
        (SENTENCES, '  sum: "{year}{kind}', '  sum: "{year}{sort}', "sum: the blanks of the two"),
        (SENTENCES, "ほか{n}件", "ほか{count}件", "more: the blanks of the two languages differ"),
        (SENTENCES, "ほか{n}件", "ほか{n件", "expected '}'"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    path: Path, printed: str, instead: str, says: str, tmp_path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(printed) == 1
    broken = tmp_path / path.name
    broken.write_text(text.replace(printed, instead), encoding="utf-8")
    with pytest.raises(VocabularyError, match=says):
        FILES[path](broken)
