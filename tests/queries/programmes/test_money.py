"""The money of programmes by office, and programmes by size, low execution and what is carried."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from commands.options import fiscal_year
from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.records import Programme
from loaders.catalogue.records.programmes import AccountMoney, Money
from loaders.load import load
from queries.programmes.money import money_by_office
from queries.programmes.ranked import Order, ranked_programmes
from shisaku import cli
from tests.made_up import catalogue as made_up
from tests.made_up import programmes

OKU = 10**8


def _money(year: int, available: int, executed: int | None, carried: int | None) -> Money:
    return Money(
        sheet=2031,
        line=year,
        year=year,
        initial=available,
        supplementary=0,
        carried_over=0,
        reserve=0,
        available=available,
        executed=executed,
        carried_on=carried,
        requested=None,
    )


def _account(
    year: int, kind: str, account: str, available: int, executed: int | None
) -> AccountMoney:
    return AccountMoney(
        sheet=2031,
        line=year + 1,
        year=year,
        kind=kind,
        account=account,
        initial=available,
        supplementary=0,
        carried_over=0,
        reserve=0,
        available=available,
        executed=executed,
        requested=None,
    )


# programme -> what of its money stands in which account
ACCOUNTS = {
    7: (
        _account(2031, "一般会計", "一般会計", 5 * OKU, None),
        _account(2030, "一般会計", "一般会計", 3 * OKU, OKU),
        _account(2030, "特別会計", "発酵 こうじ勘定", OKU, 0),
    ),
    8: (_account(2030, "特別会計", "発酵特別会計こうじ勘定", 6 * OKU, 3 * OKU),),
    9: (_account(2030, "一般会計", "一般会計", 2 * OKU, 3 * OKU),),
    11: (_account(2030, "特別会計", "一般会計、港湾特別会計", OKU, 0),),
}


def _programme(
    like: Programme, number: int, office: tuple[str, str], money: tuple[Money, ...]
) -> Programme:
    ministry, agency = office
    return like.model_copy(
        update={
            "id": f"programme:{number}",
            "name": f"試験事業{number}",
            "ministries": [ministry],
            "agencies": [agency] if agency else [],
            "money": list(money),
            "accounts": list(ACCOUNTS.get(number, ())),
            "related": [],
            "pays_for": [],
            "findings": [],
            "payments": [],
        }
    )


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four programmes of two ministries; one has a co-responsible ministry, one no money of 2030,
    one executed more than it could spend.
    """
    folder = tmp_path_factory.mktemp("money")
    own = programmes.catalogue(folder / "sheets")
    workshop = next(one for one in own.programmes if one.id == "programme:7")
    harbour = next(one for one in own.programmes if one.id == "programme:12")
    ours = (
        _programme(
            workshop,
            7,
            ("経済産業省", "中小企業庁"),
            (_money(2031, 5 * OKU, None, None), _money(2030, 4 * OKU, OKU, 3 * OKU)),
        ),
        _programme(
            harbour,
            8,
            ("国土交通省", ""),
            (_money(2031, 9 * OKU, None, None), _money(2030, 6 * OKU, 3 * OKU, 0)),
        ),
        _programme(
            harbour,
            9,
            ("国土交通省", "観光庁"),
            (_money(2031, OKU, None, None), _money(2030, 2 * OKU, 3 * OKU, 0)),
        ),
        _programme(harbour, 10, ("国土交通省", ""), (_money(2031, OKU, None, None),)),
        _programme(harbour, 11, ("国土交通省", ""), (_money(2030, OKU, 0, OKU),)),
    )
    with open_store(folder / "graph.lbug") as store:
        load(replace(own, programmes=ours), store)
    return folder / "graph.lbug"


@pytest.fixture(scope="module")
def store(graph: Path) -> Iterator[Store]:
    with open_store(graph) as opened:
        yield opened


def test_the_latest_executed_year_is_added_up_once_for_the_ministry_in_the_lead(
    store: Store,
) -> None:
    answer = money_by_office(store)
    assert (answer.year, answer.years) == (2030, (2031, 2030))
    assert [(o.ministry, o.programmes, o.with_money, o.available) for o in answer.offices] == [
        ("国土交通省", 4, 3, 9 * OKU),
        ("経済産業省", 1, 1, 4 * OKU),
    ], "農林水産省 answers for one, too, and does not lead it"
    transport, _ = answer.offices
    assert (transport.executed, transport.carried_on) == (6 * OKU, OKU)
    assert transport.execution == pytest.approx(6 / 9)
    assert (transport.nothing_executed, transport.more_executed, transport.not_told) == (1, 1, 0)
    assert (answer.total.programmes, answer.total.available) == (5, 13 * OKU)
    assert answer.total.execution == pytest.approx(7 / 13)


BY_HAND = (
    "MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(:BudgetProgramme)-[b:BUDGETED]->"
    "(:FiscalYear {year: 2030}) WHERE a.lead RETURN o.name AS ministry,"
    " sum(b.available) AS available, sum(b.executed) AS executed ORDER BY available DESC, ministry"
)


def test_one_line_of_cypher_adds_up_the_same(store: Store) -> None:
    rows = store.read(BY_HAND)
    assert [(row["ministry"], row["available"], row["executed"]) for row in rows] == [
        (o.ministry, o.available, o.executed) for o in money_by_office(store).offices
    ]
    assert all(type(row["available"]) is int for row in rows), "JSON tells a number"


def test_what_is_not_known_yet_is_none_and_no_rate_of_nothing(store: Store) -> None:
    total = money_by_office(store, 2031).total
    assert (total.available, total.executed, total.carried_on) == (16 * OKU, None, None)
    assert (total.execution, total.not_told, total.nothing_executed) == (None, 4, 0)


def test_below_a_ministry_are_outer_offices_and_an_office_can_be_asked_for_alone(
    store: Store,
) -> None:
    below = money_by_office(store, office="国土交通省", by="agency").offices
    assert [(o.agency, o.available) for o in below] == [("", 7 * OKU), ("観光庁", 2 * OKU)]
    assert money_by_office(store, office="観光庁").total.programmes == 1
    assert money_by_office(store, office="農林水産省").total.programmes == 0
    with pytest.raises(NotFound):
        money_by_office(store, office="どこにもない省")
    with pytest.raises(NotFound, match=r"the money of 1999 — ask for: 2031, 2030"):
        money_by_office(store, 1999)


def test_of_an_account_is_the_money_there_alone(store: Store) -> None:
    general = money_by_office(store, account="一般会計")
    assert [(o.ministry, o.available, o.executed, o.carried_on) for o in general.offices] == [
        ("経済産業省", 3 * OKU, OKU, None),
        ("国土交通省", 2 * OKU, 3 * OKU, 0),
    ], "what is carried on is not told by account, but where a year has one alone"
    named = ranked_programmes(store, account="発酵")
    assert [(one.number, one.money.available) for one in named.programmes] == [
        (8, 6 * OKU),
        (7, OKU),
    ]
    assert named.programmes[0].money.source.line == 2031
    both = [money_by_office(store, account=kind).total for kind in ("一般会計", "特別会計")]
    assert sum(each.available or 0 for each in both) == 13 * OKU
    with pytest.raises(NotFound, match="no account is called どこ — there are: 一般会計, "):
        money_by_office(store, account="どこ")


@pytest.mark.parametrize(
    ("order", "numbers"),
    [("size", [8, 7, 9, 11]), ("execution", [11, 7, 8, 9]), ("carried", [7, 11])],
)
def test_programmes_are_ranked(store: Store, order: Order, numbers: list[int]) -> None:
    answer = ranked_programmes(store, order)
    assert [one.number for one in answer.programmes] == numbers
    assert all(one.money.source.line == 2030 for one in answer.programmes)


def test_low_execution_leaves_out_what_is_not_known(store: Store) -> None:
    low = ranked_programmes(store, "execution", under=0.5)
    assert [(one.number, one.execution) for one in low.programmes] == [(11, 0), (7, 0.25)]
    assert (low.available, low.carried_on) == (5 * OKU, 4 * OKU)
    large = ranked_programmes(store, "execution", under=0.5, least=2 * OKU)
    assert [one.number for one in large.programmes] == [7]
    unknown = ranked_programmes(store, "execution", year=2031, under=0.5)
    assert (unknown.programmes, unknown.not_told) == ((), 4)


def test_the_command_prints_both_and_json_has_all(graph: Path) -> None:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["money", "--store", str(graph), *arguments])

    text = run().stdout
    assert "Budget year 2030 of 2031, 2030: 4 programmes with money, of 5" in text
    assert "66.7%" in text and "1 programmes that executed more" not in text
    assert "1 programme that executed more than could be spent" in text
    listed = run("--under", "50%", "--top", "1").stdout
    assert "Budget year 2030: 2 programmes, 5億円 that could be spent, 4億円 carried on" in listed
    assert "0.0%  0円 of 1億円, 1億円 carried on  試験事業11 (国土交通省)" in listed
    assert "rs-2031-2-1:2030" in listed and "1 programme more" in listed
    assert "?" in run("--year", "2031").stdout
    assert "all" in run("--account", "特別会計", "--by", "bureau").stdout
    assert json.loads(run("--json").stdout)["total"]["available"] == 13 * OKU
    ranked = json.loads(run("--least", "2億円", "--json").stdout)["programmes"]
    assert [one["number"] for one in ranked] == [8, 7, 9]
    wrong = run("--under", "half")
    assert wrong.exit_code == 2 and "is no percentage" in wrong.output


def test_a_graph_without_programmes_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        load(made_up.catalogue(), store)
        assert money_by_office(store).offices == ()
        assert ranked_programmes(store).programmes == ()
    done = CliRunner().invoke(cli, ["money", "--store", str(tmp_path / "graph.lbug")])
    assert done.exit_code == 0 and "no budget programmes" in done.stdout


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2030", 2030), ("2030年度", 2030), ("令和12", 2030), ("R12年度", 2030), ("令和元年度", 2019)],
)
def test_a_year_is_read_as_people_write_it(typed: str, year: int) -> None:
    command = click.Command("money")
    context = click.Context(command)
    assert fiscal_year(context, click.Option(["--year"]), typed) == year
    with pytest.raises(click.BadParameter, match="is no year"):
        fiscal_year(context, click.Option(["--year"]), f"昭和{typed}")
