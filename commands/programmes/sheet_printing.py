"""How answers from review sheets are printed: a budget programme, what stands under a law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from commands.codes import coded
from commands.lines import with_places
from commands.printing import counted, padded, table, with_commas
from graph.language.shares import share
from graph.language.yen import yen_in_japanese
from graph.phrases.phrases import say
from queries.programmes.card import ProgrammeCard, YearOfMoney
from queries.programmes.law import LawAnswer
from queries.programmes.paid import PaidAnswer
from queries.programmes.targets import ProgrammeContract

_MOST = 10  # recipients that are printed


def programme_card_lines(card: ProgrammeCard, prose: Mapping[str, str]) -> list[str]:
    """The programme, a line a fact, each with its place; `prose`: what its sheet prints of it by
    heading, set below its name.
    """
    lines = [
        say(
            "{name}   {id} (sheet {number} of {str})",
            name=card.name,
            id=card.id,
            number=card.number,
            str=with_commas(map(str, card.sheets)),
        )
    ]
    lines += [f"  {name}: {' '.join(text.split())}" for name, text in prose.items()]
    lines += [
        with_places(
            f"  {padded(say('ministry') if office.type == 'Ministry' else say('agency'), 12)}"
            f"{office.name}{'' if office.lead else say(' (too)')}",
            office.sources,
        )
        for office in card.offices
    ]
    desk = " ".join(filter(None, (card.bureau, card.division)))
    years = f"{card.began or '?'}–{card.ends or ''}"
    for name, value in (
        (say("desk"), desk),
        (say("years"), years if card.began or card.ends else ""),
        (say("method"), with_commas(coded("method", method) for method in card.methods)),
        (say("once called"), "、".join(card.former_names)),
        (
            say("rates"),
            with_commas(say("fixed sum") if r is None else share(r) for r in card.rates),
        ),
        (say("caps"), with_commas(map(yen_in_japanese, card.caps))),
        (say("address"), card.url or ""),
    ):
        if value:
            lines.append(f"  {padded(name, 12)}{value}")
    if card.money:
        rows = [_money(year) for year in card.money]
        head = (
            say("year"),
            say("initial"),
            say("suppl."),
            say("carried in"),
            say("available"),
            say("executed"),
            say("rate"),
        )
        lines += [f"  {line}" for line in table([head, *rows], right=range(1, 7)).split("\n")]
    for name, linked in (
        (say("law"), card.laws),
        (say("pays for"), card.measures),
        (say("related"), card.related),
    ):
        for each in linked:
            how = (
                f" ({with_commas(coded('programme_relation', how) for how in each.how)})"
                if each.how
                else ""
            )
            text = f"  {padded(name, 12)}{each.name}{how}"
            lines.append(with_places(text, each.sources) if each.sources else f"{text}   {each.id}")
    lines += [
        with_places(f"  {padded(name, 12)}{text}", [place] if place else [])
        for name, texts, rows in (
            (say("policy"), card.policies, card.policies_at),
            (say("plan"), card.plans, card.plans_at),
        )
        for text, place in zip_longest(texts, rows)
    ]
    return [*lines, *_targets(card), *_reviews(card), *_recipients(card)]


def _money(year: YearOfMoney) -> tuple[str, ...]:
    sums = (year.initial, year.supplementary, year.carried_over, year.available, year.executed)
    rate = "?" if year.execution is None else f"{year.execution:.0%}"
    return (str(year.year), *("?" if s is None else yen_in_japanese(s) for s in sums), rate)


def _targets(card: ProgrammeCard) -> Iterator[str]:
    for target in card.targets:
        years = with_commas(
            say(
                "{year}: {result} of {target}",
                year=of.year,
                result=_number(of.result),
                target=_number(of.target),
            )
            for of in target.years
        )
        unit = f" ({target.unit})" if target.unit else ""
        stage = coded("target", target.kind)
        text = f"  {padded(say('counts'), 12)}{stage} {target.indicator}{unit} {years}"
        yield with_places(text.rstrip(), (target.source,))


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.10g}"


def _contract(contract: ProgrammeContract) -> str:
    """How a recipient was chosen, without the sum."""
    parts = (
        contract.method or "",
        counted(contract.bidders, "bidders") if contract.bidders is not None else "",
        say("at {award_rate:g} %", award_rate=contract.award_rate)
        if contract.award_rate is not None
        else "",
    )
    return with_commas(filter(None, parts))


def _reviews(card: ProgrammeCard) -> Iterator[str]:
    for review in card.reviews:
        parts = (
            review.review or coded("review_by", review.by),
            str(review.year) if review.year else "",
            review.verdict or "",
            f"→ {review.outcome}" if review.outcome else "",
            say("— asks: {asks}", asks=with_commas(coded("asks", ask) for ask in review.asks))
            if review.asks
            else "",
            say("(on overlap)") if review.on_overlap else "",
        )
        yield with_places(
            f"  {padded(say('review'), 12)}{' '.join(filter(None, parts))}", review.sources
        )


def _recipients(card: ProgrammeCard) -> Iterator[str]:
    ordered = sorted(card.recipients, key=lambda paid: (not paid.direct, -(paid.yen or 0), paid.id))
    for paid in ordered[:_MOST]:
        yen = "?" if paid.yen is None else yen_in_japanese(paid.yen)
        direct = "" if paid.direct else say(", indirectly") if paid.direct is False else ""
        text = say(
            "  paid        {yen} to {name} ({kind}, block {block}{direct})",
            yen=yen,
            name=paid.name,
            kind=coded("recipient_kind", paid.kind),
            block=paid.block,
            direct=direct,
        )
        text += "".join(f"; {how}" for how in dict.fromkeys(map(_contract, paid.contracts)) if how)
        yield with_places(text, paid.sources)
    if left := len(ordered) - _MOST:
        if left > 0:
            yield say(
                "  paid        {recipients} more (--json has all)",
                recipients=counted(left, "recipients"),
            )


def law_lines(answer: LawAnswer) -> list[str]:
    """How many each ministry has under it, then what there is, each with its articles and place."""
    lines = [
        f"{answer.name}   {answer.id}: {counted(len(answer.under), 'programmes and measures')}",
        "  " + "、".join(f"{ministry} {count}" for ministry, count in answer.ministries),
    ]
    for each in answer.under:
        articles = f" ({'、'.join(each.articles)})" if each.articles else ""
        kind = say("programme") if each.type == "BudgetProgramme" else say("measure")
        text = f"  {padded(kind, 10)} {'、'.join(each.ministries)}  {each.name}{articles}"
        lines.append(with_places(text, each.sources))
    return lines


def paid_lines(answer: PaidAnswer, top: int) -> list[str]:
    """Each recipient with its sum, the ministries and the programmes, a line each; public ones
    apart.
    """
    lines: list[str] = []
    for name, found in (
        (say("recipients"), answer.recipients),
        (say("municipalities, universities and ministries"), answer.public),
    ):
        lines.append(
            say("{found:,} {name}, of what programmes paid themselves", found=len(found), name=name)
        )
        for recipient in found[:top]:
            lines.append(
                say(
                    "  {yen}  {name} ({kind}), sheets of {sheet}",
                    yen=yen_in_japanese(recipient.yen),
                    name=recipient.name,
                    kind=coded("recipient_kind", recipient.kind),
                    sheet=recipient.sheet,
                )
            )
            for through in recipient.through:
                yen = "?" if through.yen is None else yen_in_japanese(through.yen)
                text = f"    {through.ministry}  {yen}  {through.name}"
                lines.append(with_places(text, through.sources))
    return lines
