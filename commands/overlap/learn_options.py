"""The options by which weights of a reader's own are learned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


def learn_options(command: Any) -> Any:
    """--learn, --catalogue and --anyway."""
    command = click.option(
        "--anyway",
        is_flag=True,
        help="Of --learn: write also what grades worse than what is shipped, cross-validated.",
    )(command)
    command = click.option(
        "--catalogue",
        type=click.Path(path_type=Path, file_okay=False),
        help="Of --learn: the catalogue folder (default: catalogue).",
    )(command)
    return click.option(
        "--learn",
        type=click.Path(path_type=Path),
        help=(
            "Calibrate the score to the pairs of this file (`shisaku marks --pairs`); what changes"
            " is printed, and with --out FOLDER written for `shisaku load --overlap-weights`."
        ),
    )(command)
