"""Words that a file holds in Japanese and in English, of which both must have the same."""

from __future__ import annotations

from typing import ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

W = TypeVar("W", bound=BaseModel)


class InBothLanguages(BaseModel, Generic[W]):
    """The words in each language; `alike` names the fields that must have the same keys in both."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
    alike: ClassVar[tuple[str, ...]] = ()

    ja: W
    """In Japanese."""
    en: W
    """In English."""

    @model_validator(mode="after")
    def _alike(self) -> Self:
        for name in self.alike:
            of_one, of_other = (set(getattr(words, name)) for words in (self.ja, self.en))
            if apart := sorted(of_one ^ of_other):
                raise ValueError(f"{name}: {', '.join(apart)} is there in one language alone")
        return self

    def of(self, language: str) -> W:
        """Those of a language: ja, any other is taken for English."""
        return self.ja if language == "ja" else self.en
