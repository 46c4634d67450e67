"""The option by which pairs are scored by weights other than the package's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.printing import note
from graph.phrases.phrases import say

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue


def overlap_weights_option(command: Any) -> Any:
    """--overlap-weights."""
    return click.option(
        "--overlap-weights",
        type=click.Path(path_type=Path),
        help=(
            "Score pairs by the weights of this folder or file, as `shisaku overlap --learn` writes"
            " them."
        ),
    )(command)


def scored_by(path: Path | None, catalogue: Catalogue) -> Catalogue:
    """The catalogue scored by the weights at `path`, where one is named. Raises VocabularyError for
    weights that do not hold together.
    """
    if path is None:
        return catalogue
    from loaders.overlap.own_weights import rescored, weights_at

    by = weights_at(path)
    note(say("{path}: pairs of {by} are scored by its weights", path=path, by=" and ".join(by)))
    return rescored(catalogue, by)
