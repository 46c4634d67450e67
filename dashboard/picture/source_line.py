"""What a saved picture says of where it is from: the product, and the documents with dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.words import Words

_MOST = 6  # documents that are named


def source_line(words: Words, stated: Iterable[str]) -> str:
    """The line for a picture of so many statements, each given by the id of its document: the
    documents with most first.
    """
    counted = Counter(stated)
    return _line(words, sorted(counted, key=lambda document: (-counted[document], document)))


def _line(words: Words, most: Iterable[str]) -> str:
    named = list(dict.fromkeys(_named(words, document) for document in most))
    rest = [words("place.more", n=len(named) - _MOST)] if len(named) > _MOST else []
    listed = words.listed([*named[:_MOST], *rest])
    return " · ".join(filter(None, (words("picture_source.product"), listed)))


def of_measures(words: Words) -> str:
    """The line for a picture that is reckoned from all documents that tell of measures, the latest
    first.
    """
    held = {
        document: counts.date or ""
        for document, counts in naming.documents().items()
        if not naming.is_of_no_measure(document)
    }
    return _line(words, sorted(held, key=lambda document: held[document], reverse=True))


def _named(words: Words, document: str) -> str:
    """A document's title, with its date where the title does not say it."""
    held = naming.documents().get(document)
    title = naming.document_title(document)
    if not held or not held.date or naming.is_review_sheet(document):
        return title
    return words("picture_source.dated", title=title, date=figures.day(words, held.date))
