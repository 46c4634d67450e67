"""Weights other than the package's: files of them written, and a catalogue scored anew by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from graph.errors import VocabularyError
from graph.files.replace import replaced_file
from graph.files.yaml_file import yaml_text
from loaders.overlap.programmes import programme_overlaps
from loaders.overlap.score import overlaps
from loaders.overlap.weights import Weights, read_weights

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

Kind = Literal["measures", "programmes"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# as the package calls its own
NAMES: Mapping[Kind, str] = {"measures": "weights.yaml", "programmes": "programme_weights.yaml"}
_PROGRAMME = "programme:"
_ABOUT = "# What the score of a pair is made of, learned from {pairs} pairs that readers graded.\n"


def write_weights(weights: Weights, path: Path, pairs: int) -> None:
    """Writes a file that `weights_at` reads; `pairs`: from how many they were learned. Raises
    StoreError where it cannot be written, VocabularyError where the weights do not hold together;
    an old file is left as it is then.
    """
    told = yaml_text(weights.model_dump(mode="json"))
    with replaced_file(path) as new:
        new.write_text(_ABOUT.format(pairs=pairs) + told, encoding="utf-8")
        read_weights(new)


def weights_at(path: Path) -> dict[Kind, Weights]:
    """The weights of a folder (weights.yaml, programme_weights.yaml or both), or of one file: of
    measures, unless it is called programme_weights.yaml. Raises VocabularyError where there are
    none, or where they do not hold together.
    """
    if not path.is_dir():
        kind: Kind = "programmes" if path.name == NAMES["programmes"] else "measures"
        return {kind: read_weights(path)}
    found = {kind: path / name for kind, name in NAMES.items() if (path / name).exists()}
    if not found:
        raise VocabularyError(
            "holds no weights", str(path), f"name a folder with {' or '.join(NAMES.values())}"
        )
    return {kind: read_weights(file) for kind, file in found.items()}


def rescored(catalogue: Catalogue, by: Mapping[Kind, Weights]) -> Catalogue:
    """The catalogue with the pairs of these kinds scored anew; the others stay."""
    kept = [pair for pair in catalogue.overlaps if _kind(pair.b) not in by]
    if "measures" in by:
        kept += overlaps(catalogue, by["measures"])
    if "programmes" in by:
        kept += programme_overlaps(catalogue, by["programmes"])
    return replace(
        catalogue, overlaps=tuple(sorted(kept, key=lambda pair: (_kind(pair.b), pair.a, pair.b)))
    )


def _kind(id_: str) -> Kind:
    return "programmes" if id_.startswith(_PROGRAMME) else "measures"
