"""How amounts in yen are printed for people, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from commands.call_text import NOT_READ, state_text
from commands.codes import coded
from commands.lines import with_places
from commands.printing import with_commas, with_semicolons
from graph.language.yen import decimal, yen_in_japanese
from graph.phrases.phrases import Phrases, say
from queries.bonus.dated import Calls
from queries.bonus.profile import Profile
from queries.bonus.yen.worked import Amount, Step, Worked

_NUMBERS = Phrases(
    {
        "payroll_rise": "the payroll rise",
        "training_cost": "the training cost",
        "tax": "the tax",
        "investment": "the investment",
        "employees": "the number of employees",
    }
)
_NEEDS = Phrases(
    {
        **{name: f"--{name.replace('_', '-')}" for name in _NUMBERS},
        "size": "the size class: --size, or --employees, --capital and --industry",
        "person": "whose cost it is: it is paid to persons, not to the company",
        "part": "the rate and the cap of the part: the page prints none under its name",
        "rate": "one rate: the page prints none, or several without saying for whom",
        "cap": "one cap: the page prints none, a range, or several without saying for whom",
        "tier": "whether the sum above which another rate holds is one of the cost or of the"
        " subsidy",
        "value": "what the uplift comes to: the page gives a range, or not whether it comes on top",
        "limit": "the limit of the credit: these documents print none",
    }
)
_TIER_OF = Phrases({"if_of_cost": "the cost", "if_of_subsidy": "the subsidy"})
_NONE = (
    "No credit or subsidy that a rule in force raises is within one step of this profile; say who"
    " it is with --size, --does, --hold and --employees"
)


def amount_lines(amounts: Sequence[Amount], profile: Profile, calls: Calls) -> list[str]:
    """Every amount with its steps, each with its place: without uplifts, with what the company
    has, and with each step more.
    """
    if not amounts:
        return [say(_NONE)]
    money = [
        f"{coded('bonus.number', name)} {yen_in_japanese(yen)}"
        for name, yen in profile.money().items()
    ]
    lines = [
        say(
            "For {money}; costs taken to be eligible as a whole",
            money=with_commas(money) or say("no numbers"),
        ),
        say(NOT_READ),
    ]
    for amount in amounts:
        part = " ".join(filter(None, (amount.frame, amount.band and f"({amount.band})")))
        size = f"[{amount.size_class}]" if amount.size_class else ""
        name = " ".join(filter(None, (amount.title, part, size)))
        state = state_text(calls.of_measure(amount.measure, amount.frame), calls)
        lines.append(f"{name}: {coded('bonus.amount', amount.kind)}{state}")
        if amount.without:
            lines += _worked(say("without uplifts") if amount.now else say("now"), amount.without)
        if amount.now:
            gain = f" (+{yen_in_japanese(amount.gain)})" if amount.gain is not None else ""
            lines += _worked(say("with what is held and done{gain}", gain=gain), amount.now)
        for way in amount.ways:
            lines += _worked(say("with {by}", by=way.by), way.worked)
    return lines


def _worked(head: str, worked: Worked) -> Iterator[str]:
    yield f"  {head}: {_result(worked)}"
    for step in worked.steps:
        line = f"    {_step(step)}"
        yield with_places(line, step.sources) if step.sources else line


def _result(worked: Worked) -> str:
    if worked.yen is not None:
        return yen_in_japanese(worked.yen)
    if "least" in worked.needs:
        return say("none: less than the page asks for")
    return say(
        "not computable: needs {needs}",
        needs=with_semicolons(_NEEDS[need] for need in worked.needs),
    )


def _step(step: Step) -> str:
    yen = yen_in_japanese(step.yen) if step.yen is not None else "?"
    share = step.printed or percent(step.share)
    by = f"  {step.by}" if step.by else ""
    match step.kind:
        case "rate":
            return f"{share}{by}"
        case "added":
            return f"+ {share}{by}"
        case "least":
            return say("at least {yen} of {numbers}", yen=yen, numbers=_NUMBERS[step.by])
        case "times":
            return say(
                "= {share} of {numbers}: {yen}", share=share, numbers=_NUMBERS[step.by], yen=yen
            )
        case "above":
            return say("{share} of what is above: {yen}", share=share, yen=yen)
        case "if_of_cost" | "if_of_subsidy":
            return say(
                "{share}: {yen} where that sum is one of {tier_of}",
                share=share,
                yen=yen,
                tier_of=_TIER_OF[step.kind],
            )
        case "cap":
            return say("at most {yen}{by}", yen=yen, by=by)
        case "cap_added":
            return f"+ {yen}{by}"
        case "at_most" if step.share is None:
            return say("at most {yen}", yen=yen)
        case "at_most":
            return say(
                "at most {share} of {numbers}: {yen}",
                share=share,
                numbers=_NUMBERS[step.by],
                yen=yen,
            )
        case "left":
            return say("left over: {yen}", yen=yen)
        case _:
            return say("carried over for {years} years", years=step.years)


def percent(share: Fraction | None) -> str:
    """A share in percent; "" for none."""
    return "" if share is None else f"{decimal(float(share * 100))}%"
