"""A vocabulary file is checked when it is read: what does not hold together is refused, with the
file and the entry named.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders import vocabulary
from loaders.vocabulary.bodies import read_bodies
from loaders.vocabulary.certifications import read_certifications
from loaders.vocabulary.ministries import read_ministries
from loaders.vocabulary.words import read_kinds, read_stop_words

OFFICE = "- {name: 試し省, level: ministry, english: Test}\n"
MARK = "- {name: 試し認定, kind: certification, source: 試し法, english: Test}\n"


def refused(tmp_path: Path, read: Callable[[Path], object], text: str) -> str:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as error:
        read(path)
    assert "words.yaml" in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("read", "text", "says"),
    [
        (
            read_ministries,
            "- {name: 試し省, level: ministry, english: Test, colour: red}",
            "試し省: colour",
        ),
        (read_ministries, "- {name: 試し省, level: club, english: Test}", "試し省: level"),
        (read_ministries, "- {level: ministry, english: Test}", "name"),
        (
            read_ministries,
            OFFICE + "- {name: 別省, level: ministry, short_names: [試し省], english: Other}",
            "別省: 試し省 already stands under 試し省",
        ),
        (
            read_ministries,
            "- {name: 試し省, level: ministry, short_names: [試省, 試省], english: Test}",
            "already stands",
        ),
        (
            read_ministries,
            OFFICE + "- {name: 試し庁, level: agency, parent: 無い省, english: Agency}",
            "試し庁: parent: 無い省",
        ),
        (read_ministries, "- {name: 試し庁, level: agency, english: Agency}", "試し庁"),
        (
            read_ministries,
            OFFICE + "- {name: 別省, level: ministry, parent: 試し省, english: Other}",
            "別省",
        ),
        (
            read_bodies,
            "- {name: 試し機構, kind: fund, supervised_by: [無い省], english: Test}",
            "試し機構: supervised_by: 無い省",
        ),
        (
            read_bodies,
            (
                "- {name: 試し機構, kind: fund, english: A}\n- {name: 別機構, aliases: [試し機構],"
                " kind: fund, english: B}"
            ),
            "別機構",
        ),
        (
            read_certifications,
            "- {name: 上級, kind: certification, implies: [下級], source: 試し法, english: Upper}",
            "上級: implies: 下級",
        ),
        (
            read_certifications,
            "- {name: 上級, kind: certification, requires: [下級], source: 試し法, english: Upper}",
            "上級: requires: 下級",
        ),
        (
            read_certifications,
            "- {name: 試し, kind: certification, issuer: 無い省, source: 試し法, english: Test}",
            "試し: issuer: 無い省",
        ),
        (
            read_certifications,
            "- {name: 試し, kind: certification, tier: 1, source: 試し法, english: Test}",
            "tier without a family",
        ),
        (
            read_certifications,
            (
                "- {name: 甲, kind: plan, family: 段, tier: 1, source: 法, english: A}\n- {name:"
                " 乙, kind: plan, family: 段, tier: 1, source: 試し法, english: B}"
            ),
            "tier 1",
        ),
        (
            read_certifications,
            (
                "- {name: 甲, kind: plan, implies: [乙], source: 法, english: A}\n- {name: 乙,"
                " kind: plan, implies: [甲], source: 試し法, english: B}"
            ),
            "circle",
        ),
        (read_certifications, MARK + MARK, "試し認定"),
        (read_certifications, "- {name: 試し, kind: plan, english: Test}", "試し: source"),
        (
            read_certifications,
            "- {name: 試し, kind: plan, source: ' ', english: Test}",
            "試し: a source is empty",
        ),
        (
            read_certifications,
            (
                "- {name: 試, kind: plan, source: 法, english: Test,"
                " terms: {cost: {says: 有, source: ''}}}"
            ),
            "試: a source is empty",
        ),
        (
            read_certifications,
            "- {name: 試し, kind: plan, source: 試し法, holders: [club], english: Test}",
            "試し: holders",
        ),
        (
            read_certifications,
            "- {name: 試し, kind: plan, co_issuers: [環境省], source: 試し法, english: Test}",
            "試し: co_issuers are beside an issuer",
        ),
        (
            read_certifications,
            "- {name: 試し, kind: plan, by_field: true, source: 試し法, english: Test}",
            "試し: by_field without co_issuers",
        ),
        (read_kinds, "- {name: 補助, english: subsidy}", "no word shows it"),
        (read_kinds, "- {name: 補助, english: subsidy, signs: [率, 率]}", "already stands"),
        (read_stop_words, "- {name: 語, weight: 1, words: [事業]}", "語: weight"),
        (read_stop_words, "- {name: 語, weight: 0, words: [事業, 事業]}", "already stands"),
        (read_ministries, "- {name: 試し省, name: 別省, level: ministry, english: Test}", "twice"),
        (read_ministries, "just a word", "no list"),
        (read_ministries, "", "no list"),
        (read_ministries, "- [", "no YAML"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_file_and_entry(
    tmp_path: Path, read: Callable[[Path], object], text: str, says: str
) -> None:
    assert says in refused(tmp_path, read, text)


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="cannot be read"):
        read_ministries(tmp_path / "nowhere.yaml")


def test_kinds_have_names_in_both_languages_and_no_name_twice() -> None:
    for kinds in (vocabulary.instruments(), vocabulary.beneficiaries(), vocabulary.industries()):
        assert len({k.name for k in kinds}) == len({k.english for k in kinds}) == len(kinds)
