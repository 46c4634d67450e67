"""docs/schemas/: JSON Schemas of the YAML files that a person edits, written from the types that
read them: `python -m docs.yaml_schemas` writes them, and into each file's first line which one is
its own; a test holds them and the files to each other.

An editor that knows YAML completes and checks a file by the schema that its first line names.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, RootModel, TypeAdapter

from dashboard.serve import Setting
from dashboard.text.preferred import PreferredWord
from graph.schema.benefits import BenefitKind
from graph.schema.budget_kinds import BudgetKindEntry
from graph.schema.company_kinds import CompanyKindEntry
from graph.schema.industry_classes import Section
from graph.schema.legal_sizes import LegalSizes
from graph.schema.size_classes import SizeClassEntry
from loaders.calls.keys import Key
from loaders.documents.corrections import Correction
from loaders.documents.description import Description
from loaders.documents.package_2025.titles import Layout
from loaders.overlap.for_companies import ForCompanies
from loaders.overlap.topics import Topic
from loaders.overlap.weights import Weights
from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.names import Words
from loaders.review_sheets.fetching import PublishedYear
from loaders.review_sheets.joins.by_hand import HandJoin
from loaders.review_sheets.stated import Stated
from loaders.review_sheets.tables import Table
from loaders.text.characters import CharacterKind
from loaders.vocabulary.applicants import ApplicantWords
from loaders.vocabulary.bodies import Body
from loaders.vocabulary.bonus_words import BenefitWords, ConditionWords, SizeWords
from loaders.vocabulary.certifications import CertificationEntry
from loaders.vocabulary.laws import Law, LawWords
from loaders.vocabulary.ministries import Office
from loaders.vocabulary.patterns import PatternEntry
from loaders.vocabulary.words import Kind, StopWords
from queries.bonus.companies.columns import TableMapping
from queries.bonus.who_may import WhoMay
from queries.bonus.yen.formulas import Formulas
from queries.money.reasons import Texts as Reasons
from queries.overlap.empty_words import EmptyWords
from queries.overlap.for_company import CompanyWords
from queries.overlap.grades import GradeNames
from queries.overlap.headings import HeadingsInBothLanguages as OverlapHeadings
from queries.overlap.left_out import Words as LeftOutWords
from queries.overlap.sentences import Sentences
from queries.overview.reading_figures import Figures
from queries.themes.headings import HeadingsInBothLanguages as ThemeHeadings
from queries.themes.themes import Theme

ROOT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "schemas"
_NAMES_IT = "# yaml-language-server: $schema="


class Text(BaseModel):
    """A text of the dashboard in every language."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    ja: str
    """The Japanese text, with {names} to fill in."""
    en: str
    """The English text, with the same {names}."""


class SharedText(BaseModel):
    """A text of the dashboard that the command line says, too."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    say: str
    """The English; its Japanese stands in graph/phrases."""


class Texts(RootModel[dict[str, "Text | SharedText | Texts"]]):
    """Texts by key, or by group and key."""


# schema -> what such a file holds, and the files (as glob patterns)
SCHEMAS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "applicant-words": (tuple[ApplicantWords, ...], ("loaders/vocabulary/applicants.yaml",)),
    "benefit-words": (tuple[BenefitWords, ...], ("loaders/vocabulary/benefit_words.yaml",)),
    "benefits": (tuple[BenefitKind, ...], ("graph/schema/benefits.yaml",)),
    "bodies": (tuple[Body, ...], ("loaders/vocabulary/bodies.yaml",)),
    "bureaus": (dict[str, tuple[str, ...]], ("loaders/documents/*/bureaus.yaml",)),
    "certifications": (
        tuple[CertificationEntry, ...],
        ("loaders/vocabulary/certifications.yaml",),
    ),
    "budget-kinds": (tuple[BudgetKindEntry, ...], ("graph/schema/budget_kinds.yaml",)),
    "call-keys": (tuple[Key, ...], ("loaders/calls/keys.yaml",)),
    "characters": (tuple[CharacterKind, ...], ("loaders/text/characters.yaml",)),
    "company-columns": (TableMapping, ("queries/bonus/companies/*.yaml",)),
    "company-kinds": (tuple[CompanyKindEntry, ...], ("graph/schema/company_kinds.yaml",)),
    "condition-words": (tuple[ConditionWords, ...], ("loaders/vocabulary/condition_words.yaml",)),
    "corrections": (tuple[Correction, ...], ("loaders/documents/*/corrections.yaml",)),
    "dashboard-settings": (dict[str, Setting], ("dashboard/settings.yaml",)),
    "dashboard-texts": (Texts, ("dashboard/text/*texts.yaml",)),
    "dashboard-preferred-words": (
        dict[str, list[PreferredWord]],
        ("dashboard/text/preferred_words.yaml",),
    ),
    "document": (Description, ("loaders/documents/*/document.yaml",)),
    "english": (dict[str, dict[str, str | None]], ("queries/english.yaml",)),
    "kinds": (
        tuple[Kind, ...],
        tuple(
            f"loaders/vocabulary/{n}.yaml" for n in ("beneficiaries", "industries", "instruments")
        ),
    ),
    "industry-classes": (tuple[Section, ...], ("graph/schema/industry_classes.yaml",)),
    "joins": (tuple[HandJoin, ...], ("loaders/review_sheets/joins/joins.yaml",)),
    "kanji-variants": (dict[str, str], ("graph/language/variants.yaml",)),
    "law-words": (tuple[LawWords, ...], ("loaders/vocabulary/law_words.yaml",)),
    "laws": (tuple[Law, ...], ("loaders/vocabulary/laws.yaml",)),
    "layout": (Layout, ("loaders/documents/*/layout.yaml",)),
    "ministries": (tuple[Office, ...], ("loaders/vocabulary/ministries.yaml",)),
    "money-reasons": (Reasons, ("queries/money/reasons.yaml",)),
    "legal-sizes": (LegalSizes, ("graph/schema/legal_sizes.yaml",)),
    "names": (Words, ("loaders/resolution/names.yaml",)),
    "overlap-grades": (GradeNames, ("queries/overlap/grades.yaml",)),
    "overlap-for-companies": (ForCompanies, ("loaders/overlap/for_companies.yaml",)),
    "overlap-for-company": (CompanyWords, ("queries/overlap/for_company.yaml",)),
    "overlap-headings": (OverlapHeadings, ("queries/overlap/headings.yaml",)),
    "overlap-empty-words": (EmptyWords, ("queries/overlap/empty_words.yaml",)),
    "overlap-left-out": (LeftOutWords, ("queries/overlap/left_out.yaml",)),
    "overlap-sentences": (Sentences, ("queries/overlap/sentences.yaml",)),
    "overlap-topics": (
        tuple[Topic, ...],
        ("loaders/overlap/activities.yaml", "loaders/overlap/problems.yaml"),
    ),
    "overlap-weights": (
        Weights,
        ("loaders/overlap/programme_weights.yaml", "loaders/overlap/weights.yaml"),
    ),
    "patterns": (
        tuple[PatternEntry, ...],
        (
            "loaders/documents/plain_headings.yaml",
            "loaders/facts/*.yaml",
            "loaders/bonuses/**/*.yaml",
            *(
                f"loaders/review_sheets/{n}.yaml"
                for n in ("asks", "mentions", "passages", "registers", "reviews", "support")
            ),
            "loaders/calls/titles.yaml",
            "loaders/calls/values.yaml",
            "loaders/vocabulary/law_mentions.yaml",
        ),
    ),
    "reading-figures": (Figures, ("queries/overview/reading_figures.yaml",)),
    "review-counts": (tuple[Stated, ...], ("loaders/review_sheets/stated.yaml",)),
    "review-tables": (tuple[Table, ...], ("loaders/review_sheets/tables.yaml",)),
    "size-classes": (tuple[SizeClassEntry, ...], ("graph/schema/size_classes.yaml",)),
    "size-words": (tuple[SizeWords, ...], ("loaders/vocabulary/size_words.yaml",)),
    "stop-words": (tuple[StopWords, ...], ("loaders/vocabulary/stopwords.yaml",)),
    "theme-headings": (ThemeHeadings, ("queries/themes/headings.yaml",)),
    "themes": (tuple[Theme, ...], ("queries/themes/themes.yaml",)),
    "phrases": (dict[str, str], ("graph/phrases/*.yaml",)),
    "published-files": (
        tuple[PublishedYear, ...],
        ("loaders/review_sheets/fetching.yaml",),
    ),
    "formulas": (Formulas, ("queries/bonus/yen/formulas.yaml",)),
    "who-may": (tuple[WhoMay, ...], ("queries/bonus/who_may.yaml",)),
    "verdicts": (tuple[HandVerdict, ...], ("loaders/resolution/resolution.yaml",)),
}


def json_schemas() -> dict[str, Mapping[str, Any]]:
    """Each schema by its name."""
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": name.replace("-", " ").capitalize(),
            **TypeAdapter(held).json_schema(),
        }
        for name, (held, _) in SCHEMAS.items()
    }


def files_of(name: str) -> list[Path]:
    """The files that the schema is for, in the order of their paths."""
    _, patterns = SCHEMAS[name]
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern))


def as_text(json_schema: Mapping[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(json_schema, ensure_ascii=False, indent=2) + "\n"


def first_line(name: str, path: Path) -> str:
    """The comment by which an editor knows the schema of the file."""
    return f"{_NAMES_IT}{os.path.relpath(FOLDER / f'{name}.json', path.parent)}"


def with_first_line(name: str, path: Path) -> str:
    """The file's text, with that line at its head."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return "\n".join([first_line(name, path), *lines[lines[0].startswith(_NAMES_IT) :]])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for stale in FOLDER.glob("*.json"):
        stale.unlink()
    for schema_name, json_schema in json_schemas().items():
        (FOLDER / f"{schema_name}.json").write_text(as_text(json_schema), encoding="utf-8")
        for file in files_of(schema_name):
            file.write_text(with_first_line(schema_name, file), encoding="utf-8")
