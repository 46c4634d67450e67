"""What click names as a command is declared is said in the language spoken when it runs."""

from __future__ import annotations

import click
import pytest

from commands.spoken_help import click_speaks, in_language
from graph.phrases import language


@pytest.mark.parametrize(("spoken", "name"), [("ja", "パス"), ("en", "path")])
def test_the_name_of_a_path_is_of_the_language_spoken(
    monkeypatch: pytest.MonkeyPatch, spoken: str, name: str
) -> None:
    click_speaks()
    monkeypatch.setattr(language, "_spoken", "en" if spoken == "ja" else "ja")
    command = click.Command("text", params=[click.Argument(["file"], type=click.Path())])
    monkeypatch.setattr(language, "_spoken", spoken)
    (param, *_) = in_language(command, click.Context(command)).params
    assert param.type.name == name
