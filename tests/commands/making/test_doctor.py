"""The doctor looks at sources that cannot be read, and goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from commands.making.doctor import _sources
from loaders.documents.description import read_description
from loaders.documents.families import families


@pytest.mark.parametrize("kind", ["long", "loop", "pipe", "folder"])
def test_sources_that_cannot_be_read_are_said_one_by_one(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    families_of_ours = families()
    name = read_description(families_of_ours[0].folder / "document.yaml").file
    folder = tmp_path / ("x" * 300) if kind == "long" else tmp_path
    if kind == "loop":
        (tmp_path / name).symlink_to(name)
    elif kind == "pipe":
        os.mkfifo(tmp_path / name)
    elif kind == "folder":
        (tmp_path / name).mkdir()
    monkeypatch.setenv("SHISAKU_SOURCES", str(folder))
    found = list(_sources())
    assert len(found) == len(families_of_ours)
    assert not any(each.ok or each.needed for each in found)
    assert "cannot be read: " in found[0].says
    assert all("is missing" in each.says for each in found[1:]) == (kind != "long")
