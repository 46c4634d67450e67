"""The option by which pairs are scored by weights other than the package's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.printing import note
from graph.phrases.phrases import say

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue
    from loaders.overlap.own_weights import Kind
    from loaders.overlap.weights import Weights


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


def weights_of(path: Path | None) -> dict[Kind, Weights]:
    """The weights at `path`, by the kind of pairs that they are for; none where none is named. To
    be asked for before what takes long is read. Raises VocabularyError for weights that do not
    hold together.
    """
    if path is None:
        return {}
    from loaders.overlap.own_weights import weights_at

    by = weights_at(path)
    note(say("{path}: pairs of {by} are scored by its weights", path=path, by=" and ".join(by)))
    return by


def scored_by(by: dict[Kind, Weights], catalogue: Catalogue) -> Catalogue:
    """The catalogue scored by these weights, where there are any."""
    if not by:
        return catalogue
    from loaders.overlap.own_weights import rescored

    return rescored(catalogue, by)
