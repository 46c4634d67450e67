"""The JSON Schemas of YAML files are what the types say, every file has one, and fits it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from docs.yaml_schemas import FOLDER, SCHEMAS, as_text, files_of, json_schemas, with_first_line
from tests.paths import ROOT

# the declaration of the graph is put together from its parts (graph/schema/schema.py)
WITHOUT = {"graph/schema/schema.yaml"}
FILES = [pytest.param(name, path, id=path.name) for name in SCHEMAS for path in files_of(name)]


def test_the_written_schemas_are_those_of_the_types() -> None:
    written = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert written == {name: as_text(schema) for name, schema in json_schemas().items()}, (
        "python -m docs.yaml_schemas"
    )


def test_every_yaml_file_that_is_edited_has_one_schema() -> None:
    rooms = ("graph", "loaders", "queries", "dashboard")
    edited = {path for room in rooms for path in (ROOT / room).rglob("*.yaml")}
    listed = [path for name in SCHEMAS for path in files_of(name)]
    assert len(listed) == len(set(listed))
    assert edited - set(listed) == {ROOT / path for path in WITHOUT}


@pytest.mark.parametrize(("name", "path"), FILES)
def test_a_file_fits_its_schema_and_names_it_in_its_first_line(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    schema = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    raw = yaml.load(text, yaml.CSafeLoader)
    held = json.loads(json.dumps(raw, default=str))  # a date is a text there
    jsonschema.Draft202012Validator(schema).validate(held)
    assert text == with_first_line(name, path), "python -m docs.yaml_schemas"
    named = text.split("\n", 1)[0].partition("$schema=")[2]
    assert (path.parent / named).resolve() == FOLDER / f"{name}.json"


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("bodies", [{"name": "試し機構", "kind": "fund", "english": "Test", "colour": "red"}]),
        ("patterns", [{"name": "x", "pattern": "x", "example": [], "counterexample": ["y"]}]),
        ("dashboard-texts", {"app": {"title": {"ja": "題"}}}),
        ("size-classes", [{"name": "巨大企業", "short": "巨大", "english": "Giants"}]),
    ],
)
def test_what_the_reader_would_refuse_does_not_fit(name: str, held: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(held, json_schemas()[name])
