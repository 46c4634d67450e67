"""How it is printed what reviews ask for of budget programmes."""

from __future__ import annotations

from collections.abc import Iterator

from commands.codes import coded
from commands.lines import with_places
from commands.printing import counted, with_commas
from graph.language.yen import about_in_japanese
from graph.phrases.phrases import Phrases, say
from queries.programmes.card import YearOfMoney
from queries.programmes.reviews import ReviewRequest, ReviewsAnswer

_BY = Phrases(
    {
        "external": "experts",
        "public_process": "public process",
        "team": "the ministry's team",
        "earlier": "an earlier review",
        "other": "another review",
    }
)


def reviews_lines(answer: ReviewsAnswer, top: int) -> list[str]:
    """How many reviews ask for what and what came of it, then each with its row, and budgets
    since: the initial one + supplementary ones.
    """
    number = counted(len(answer.asked), "reviews")
    asked = [f"{count:,} {coded('asks', kind)}" for kind, count in answer.counts.items() if count]
    lines = [
        say(
            "{number} of {programmes}: {asked}",
            number=number,
            programmes=counted(answer.programmes, "programmes"),
            asked=with_commas(asked),
        )
    ]
    if answer.outcomes:
        came = [
            f"{outcome or say('not told')} {count:,}" for outcome, count in answer.outcomes.items()
        ]
        lines.append(say("  what came of the teams' verdicts: {came}", came=with_commas(came)))
    if answer.reflected:
        lines.append(
            say(
                "  next requests change by {reflected} for them",
                reflected=about_in_japanese(answer.reflected),
            )
        )
    for one in answer.asked[:top]:
        lines += _asked(one)
    if (left := len(answer.asked) - top) > 0:
        lines.append(say("  {reviews} more (--top, or --json)", reviews=counted(left, "reviews")))
    return lines


def _asked(one: ReviewRequest) -> Iterator[str]:
    offices = " ".join(filter(None, (one.ministry, one.agency)))
    yield f"{one.name} ({offices})   {one.programme}"
    who = one.review or _BY[one.by]
    when = f" {one.year}" if one.year else ""
    verdict = f": {one.verdict}" if one.verdict else ""
    outcome = f" → {one.outcome}" if one.outcome else ""
    less = "" if one.reflected is None else f", {about_in_japanese(one.reflected)}"
    asks = with_commas(coded("asks", ask) for ask in one.asks)
    text = f"  {asks}  {who}{when}{verdict}{outcome}{less}"
    yield with_places(text, one.sources)
    for whole in one.merged_into:
        yield say("    goes into {name}   {programme}", name=whole.name, programme=whole.programme)
    if "merged" in one.asks and not one.merged_into:
        yield say("    goes into another programme; no sheet relates the two")
    if one.money:
        places = [money.source for money in one.money]
        yield with_places(f"    {' → '.join(map(_budget, one.money))}{_request(one)}", places)


def _budget(money: YearOfMoney) -> str:
    """What was budgeted for a year: at first, and in the course of it."""
    later = f" + {_yen(money.supplementary)}" if money.supplementary else ""
    return f"{money.year} {_yen(money.initial)}{later}"


def _request(one: ReviewRequest) -> str:
    latest = one.money[-1]
    return say(
        " → requested for {year} {requested}",
        year=latest.year + 1,
        requested=_yen(latest.requested),
    )


def _yen(amount: int | None) -> str:
    return "?" if amount is None else about_in_japanese(amount)
