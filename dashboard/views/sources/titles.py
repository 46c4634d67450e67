"""What a document is called in lists, where no two are called the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.reading.answers import ask
from queries.calls.calls import all_calls
from queries.documents import is_about_one_call
from queries.overview.quality import DocumentQuality


def titles(every: Sequence[DocumentQuality]) -> Mapping[str, str]:
    """Id of a document → its title; of an answer about one call the title of that call. Those that
    share one have their id behind it.
    """
    found = {one.document.id: one.document.title for one in every}
    about_one = {one.document.id for one in every if is_about_one_call(one.document.found)}
    for call in ask(all_calls):
        for place in call.sources:
            if place.document in about_one:
                found[place.document] = call.title
    shared = {name for name, number in Counter(found.values()).items() if number > 1}
    return {id: f"{name} {id}" if name in shared else name for id, name in found.items()}
