"""Every family of documents that can be read."""

from __future__ import annotations

from loaders.documents.package_2025 import parser as package_2025
from loaders.family import Family


def families() -> tuple[Family, ...]:
    """The families in the order in which a text is offered to them."""
    return (package_2025,)  # type: ignore[return-value]  # a module is a Family: name, folder, recognises, read
