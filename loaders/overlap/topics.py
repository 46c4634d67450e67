"""What a measure works on and what it does, in words that a reader would use: policy problems and
activities, told by the words of its page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path

from pydantic import Field

from graph.errors import VocabularyError
from loaders.catalogue.records import Term
from loaders.facts.prose import running_text
from loaders.text.lines import Flow, plain
from loaders.text.page import Page
from loaders.vocabulary.matching import Squeezed
from loaders.vocabulary.reading import Entry, entries, one_owner

_FOLDER = Path(__file__).parent
# a word of the name says as much as some nineteen mentions on the page
_TITLE_COUNTS = 3.0


class Topic(Entry):
    """A problem or an activity."""

    english: str
    """Its English name."""
    title: tuple[str, ...] = ()
    """Words that show it in a measure's name."""
    signs: tuple[str, ...] = ()
    """Words that show it wherever the page says them, the more often the more."""
    decoys: tuple[str, ...] = Field((), alias="not")
    """Longer words in which one of the others means something else (`not` in the file)."""
    fields: tuple[str, ...] = ()
    """The broader fields that it belongs to; its own name stands for one where there are none."""

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str] | None, ...]:
        """One pattern each of the words for a name, of the signs and of the decoys."""
        return tuple(_any_of(group) for group in (self.title, self.signs, self.decoys))


def read_topics(path: Path) -> tuple[Topic, ...]:
    """The topics of a file; raises VocabularyError (also for one that no word can show)."""
    topics = entries(path, Topic)
    for topic in topics:
        if not (topic.title or topic.signs):
            raise VocabularyError(
                f"{topic.name}: no word shows it", path.name, "add title or signs"
            )
        for group in (topic.title, topic.signs, topic.decoys):
            one_owner(path, ((word, topic.name) for word in group))
    return topics


@cache
def problems() -> tuple[Topic, ...]:
    """The policy problems (輸出・海外販路の開拓, 省エネルギー …); raises VocabularyError."""
    return read_topics(_FOLDER / "problems.yaml")


@cache
def activities() -> tuple[Topic, ...]:
    """The activities (展示会・商談会への出展, 専門家の派遣・伴走 …); raises VocabularyError."""
    return read_topics(_FOLDER / "activities.yaml")


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    return {problem.name: problem.fields or (problem.name,) for problem in problems()}


def fields_of(topics: Sequence[Term]) -> dict[str, float]:
    """The fields of a measure's problems, each as heavy as the heaviest of them that is in it."""
    heaviest: dict[str, float] = {}
    for topic in topics:
        for field in _fields().get(topic.term, (topic.term,)):
            heaviest[field] = max(topic.weight, heaviest.get(field, 0.0))
    return heaviest


def topics_of(page: Page, title: str) -> dict[str, list[Term]]:
    """`problems` and `activities` of a measure as its page shows them, best first; `weight` is
    relative to the best (0 to 1].
    """
    return {"problems": problems_of(page, title), "activities": activities_of(page, title)}


def problems_of(page: Page, title: str) -> list[Term]:
    """The problems alone of `topics_of`."""
    return _weighed(problems(), *_squeezed(page, title))


def activities_of(page: Page, title: str) -> list[Term]:
    """The activities alone of `topics_of`."""
    return _weighed(activities(), *_squeezed(page, title))


def topics_of_text(text: str, title: str) -> dict[str, list[Term]]:
    """As `topics_of`, of running text that stands on no page."""
    squeezed = Squeezed.of(plain(text)).text, Squeezed.of(plain(title)).text
    return {
        "problems": _weighed(problems(), *squeezed),
        "activities": _weighed(activities(), *squeezed),
    }


def _squeezed(page: Page, title: str) -> tuple[str, str]:
    """What the page says, and its title."""
    return Squeezed.of(_flow(page).text).text, Squeezed.of(plain(title)).text


def topic_lines(
    page: Page, title: str, title_line: int, topics: Mapping[str, Sequence[Term]]
) -> dict[str, list[int]]:
    """For each of these `problems` and `activities` the line of the first word that shows it: of
    the name, else wherever the page says it.
    """
    flow, name = _flow(page), Squeezed.of(plain(title)).text
    text = Squeezed.of(flow.text)
    places = {topic.name: _place(topic, text.text, name) for topic in (*problems(), *activities())}
    lines = {
        shown: title_line if at is None else flow.line_at(text.span(at, at + 1)[0])
        for shown, at in places.items()
    }
    return {field: [lines[term.term] for term in terms] for field, terms in topics.items()}


@lru_cache(maxsize=8)
def _flow(page: Page) -> Flow:
    """The running text of the page, its statements kept apart by a line feed."""
    starts: list[int] = []
    numbers: list[int] = []
    at, flows = 0, running_text(page)
    for flow in flows:
        starts += [at + start for start in flow.starts]
        numbers += flow.numbers
        at += len(flow.text) + 1
    return Flow("\n".join(flow.text for flow in flows), tuple(starts), tuple(numbers))


def _place(topic: Topic, text: str, title: str) -> int | None:
    """Where the text shows the topic; None where a name that the text does not repeat shows it, and
    where nothing does.
    """
    in_title, signs, decoys = topic.patterns
    clear_text, name = (
        decoys.sub(_blotted, printed) if decoys else printed for printed in (text, title)
    )
    if in_title and (match := in_title.search(name)):
        titled = text.find(title)
        return titled + match.start() if titled >= 0 else None
    match = signs.search(clear_text) if signs else None
    return match.start() if match else None


def clear(topics: Sequence[Term]) -> list[str]:
    """Of a measure's problems or activities those that are told of it, best first: at least a third
    as heavy as the first; the rest is touched upon.
    """
    return [topic.term for topic in topics if 3 * topic.weight >= topics[0].weight]


def _weighed(topics: Sequence[Topic], text: str, title: str) -> list[Term]:
    """A name counts once, mentions by the logarithm of their number: a page that says a word ten
    times is not ten times as much about it.
    """
    weights = {
        topic.name: weight for topic in topics if (weight := _weight(topic, text, title)) > 0
    }
    best = max(weights.values(), default=1.0)
    return [
        Term(term=name, weight=round(weights[name] / best, 3))
        for name in sorted(weights, key=lambda name: (-weights[name], name))
    ]


def _weight(topic: Topic, text: str, title: str) -> float:
    in_title, signs, decoys = topic.patterns
    if decoys:
        text, title = decoys.sub(_blotted, text), decoys.sub(_blotted, title)
    mentions = len(signs.findall(text)) if signs else 0
    return (_TITLE_COUNTS if in_title and in_title.search(title) else 0.0) + math.log1p(mentions)


def _blotted(match: re.Match[str]) -> str:
    """As many line feeds as characters, so that no word is found there and places stay what they
    are.
    """
    return "\n" * len(match.group())


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    ordered = sorted(
        {re.escape(plain(word)) for word in words}, key=lambda word: (-len(word), word)
    )
    return re.compile("|".join(ordered)) if ordered else None
