"""Whether a programme supports companies, by the words of its name, purpose and outline."""

from __future__ import annotations

from loaders.text.lines import plain
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)


def supports_companies(text: str) -> bool:
    """Whether the text speaks of companies by size."""
    return _PATTERNS["companies_by_size"].search(plain(text)) is not None
