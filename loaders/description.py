"""`document.yaml`: what a document is, where it comes from, and the counts that it states of itself."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import ConfigDict, Field, ValidationError

from graph.errors import VocabularyError
from loaders.records import Record
from loaders.vocabulary.reading import UniqueKeys


class Description(Record):
    """A document before it is read. `file` is a name beside the description; `states` are counts (of measures, ministries …) and sums in yen that it prints of itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    family: str
    title: str
    publisher: str
    date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    url: str | None = None
    file: str = Field(pattern=r"^[^/\\]+$")
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    terms_of_use: str
    states: dict[str, int] = {}
    notes: dict[str, str] = {}


def read_description(path: Path) -> Description:
    """The description in a document's folder; raises VocabularyError naming the file and the field."""
    try:
        return Description.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=UniqueKeys))
    except OSError as error:
        raise VocabularyError(f"cannot be read ({error.strerror})", str(path)) from error
    except UnicodeDecodeError as error:
        raise VocabularyError("not UTF-8", str(path), "save the file as UTF-8") from error
    except yaml.YAMLError as error:
        raise VocabularyError(f"not YAML ({error})", str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise VocabularyError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", str(path), "mend the field") from error
