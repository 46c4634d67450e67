"""The page docs/adding-a-document.md says what is so: its example is followed as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from loaders.documents.corrections import block_digest
from loaders.documents.families import families
from loaders.extract import extract
from shisaku import cli
from tests.made_up.pdf import main as write_booklet
from tests.paths import ROOT

PAGE = (ROOT / "docs" / "adding-a-document.md").read_text(encoding="utf-8")
DESCRIPTION, CORRECTIONS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "my-booklet"
    made.mkdir()
    (made / "document.yaml").write_text(DESCRIPTION, encoding="utf-8")
    write_booklet(made / "booklet-2031.pdf")
    return made


@pytest.mark.processes
def test_the_example_gives_what_the_page_prints(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder.parent)
    command, answer = re.search(
        r"\$ \.venv/bin/shisaku (extract .*?)\n(.*?)\$", PAGE, re.DOTALL
    ).groups()
    result = CliRunner().invoke(cli, command.split(), catch_exceptions=False)
    assert result.exit_code == 0
    assert [line for line in answer.splitlines() if line not in result.stderr.splitlines()] == []


@pytest.mark.processes
def test_the_correction_mends_the_page_that_prints_its_line(folder: Path):
    printed = re.search(r'block_digest\("(.*?)"\)', PAGE)[1]
    assert f"block: {block_digest(printed)}" in CORRECTIONS
    (folder / "corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")
    (changed,) = extract([folder]).corrected
    assert (changed.field, changed.after) == ("targets", ["中小企業"])


def test_every_family_stands_on_the_page():
    assert [family.name for family in families() if f"| `{family.name}` |" not in PAGE] == []


def test_every_file_that_the_page_names_is_there():
    named = set(re.findall(r"`((?:loaders|tests)/[\w/]+\.py)`", PAGE))
    assert named and [name for name in named if not (ROOT / name).exists()] == []
