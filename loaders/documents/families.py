"""Every family of documents that can be read."""

from __future__ import annotations

from loaders.documents.family import Family
from loaders.documents.followup_2024 import parser as followup_2024
from loaders.documents.leaflets_2025 import parser as leaflets_2025
from loaders.documents.package_2025 import parser as package_2025
from loaders.documents.pillars_2022 import parser as pillars_2022
from loaders.documents.slides_2025 import parser as slides_2025

_PARSERS = (package_2025, followup_2024, slides_2025, pillars_2022, leaflets_2025)


def families() -> tuple[Family, ...]:
    """The families in the order in which a text is offered to them."""
    return tuple(
        Family(parser.name, parser.folder, parser.recognises, parser.read) for parser in _PARSERS
    )
