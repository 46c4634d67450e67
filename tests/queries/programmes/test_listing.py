"""All budget programmes in short, those that are asked for, and a recipient's payments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.programmes.listing import (
    ListedProgramme,
    ProgrammeFilter,
    all_programmes,
    budget_in,
    chosen,
)
from queries.programmes.paid import group_of, paid_recipients
from queries.programmes.recipient import recipient_card
from queries.sources import Source
from tests.made_up import catalogue as made_up
from tests.made_up import programmes
from tests.made_up.review_sheets import HARBOUR, WORKSHOP

SHOP, PORT = "budgetprogramme:7", "budgetprogramme:12"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("listing")
    with open_store(folder / "graph.lbug") as opened:
        load(programmes.catalogue(folder / "sheets"), opened)
        yield opened


@pytest.fixture(scope="module")
def listed(store: Store) -> tuple[ListedProgramme, ...]:
    return all_programmes(store)


def test_the_programme_of_the_number_that_was_typed_comes_first(
    listed: tuple[ListedProgramme, ...],
) -> None:
    longer = replace(listed[0], id="budgetprogramme:70", number=70, searched="70")
    found = chosen([replace(longer), *listed], ProgrammeFilter(words="7"), "budget")
    assert [each.number for each in found] == [7, 70]


def test_every_programme_is_there_in_short_by_its_number(
    listed: tuple[ListedProgramme, ...],
) -> None:
    shop, port = listed
    assert (shop.id, shop.number, shop.name) == (SHOP, 7, WORKSHOP["name"])
    assert (port.id, port.number, port.name) == (PORT, 12, HARBOUR["name"])
    assert [(office.name, office.lead) for office in shop.offices] == [
        ("経済産業省", True),
        ("中小企業庁", True),
        ("農林水産省", False),
    ], "ministries before agencies, those in the lead first"
    assert shop.ministry and shop.ministry.name == "経済産業省"
    assert [name for _, name in shop.laws] == ["発酵振興法"]
    assert (shop.methods, shop.verdict, shop.on_overlap) == (
        ("subsidy",),
        "事業内容の一部改善",
        True,
    )
    assert (port.verdict, port.on_overlap) == (None, False)


def test_what_is_not_known_yet_is_no_zero(listed: tuple[ListedProgramme, ...]) -> None:
    shop = listed[0]
    assert shop.budget and (shop.budget.year, shop.budget.available) == (2031, 500_000_000)
    assert shop.budget.executed is None
    assert shop.spent and shop.spent.year == 2030
    assert shop.spent.execution == pytest.approx(390 / 410)
    assert budget_in(listed, 2031) == 500_000_000
    assert budget_in(listed, 2030) == 410_000_000
    assert budget_in(listed, 1999) == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ProgrammeFilter(), [SHOP, PORT]),
        (ProgrammeFilter(words="里山"), [SHOP]),
        (ProgrammeFilter(words="促進　中小企業庁"), [SHOP]),
        (ProgrammeFilter(words="12"), [PORT]),
        (ProgrammeFilter(words="発酵 港湾"), [PORT]),
        (ProgrammeFilter(words="発酵振興法"), [SHOP, PORT]),
        (ProgrammeFilter(words="発酵設備"), [SHOP]),
        (ProgrammeFilter(office="ministry:農林水産省"), [SHOP]),
        (ProgrammeFilter(office="agency:観光庁"), [PORT]),
        (ProgrammeFilter(method="direct"), [PORT]),
        (ProgrammeFilter(least=500_000_000), [SHOP]),
        (ProgrammeFilter(least=500_000_001), []),
        (ProgrammeFilter(below=500_000_000), []),
        (ProgrammeFilter(executed_from=0.95), [SHOP]),
        (ProgrammeFilter(executed_below=0.95), []),
        (ProgrammeFilter(execution_unknown=True), [PORT]),
        (ProgrammeFilter(verdict="事業内容の一部改善"), [SHOP]),
        (ProgrammeFilter(on_overlap=True), [SHOP]),
        (ProgrammeFilter(supports_companies=True), [SHOP]),
    ],
)
def test_all_that_is_asked_for_must_hold(
    listed: tuple[ListedProgramme, ...], wanted: ProgrammeFilter, found: list[str]
) -> None:
    assert [each.id for each in chosen(listed, wanted)] == found


def test_a_law_is_asked_for_by_its_node(listed: tuple[ListedProgramme, ...]) -> None:
    of_port = {law for law, _ in listed[1].laws} - {law for law, _ in listed[0].laws}
    assert len(of_port) == 1
    assert [each.id for each in chosen(listed, ProgrammeFilter(law=of_port.pop()))] == [PORT]


def test_what_is_not_known_comes_last_in_every_order(
    listed: tuple[ListedProgramme, ...],
) -> None:
    shop, port = listed
    low = replace(shop, id="budgetprogramme:9", number=9, years=(shop.years[1],))
    low = replace(low, years=(replace(shop.years[1], executed=41_000_000),))
    three = (port, shop, low)
    assert [each.number for each in chosen(three, ProgrammeFilter(), "budget")] == [7, 9, 12]
    assert [each.number for each in chosen(three, ProgrammeFilter(), "least_executed")] == [
        9,
        7,
        12,
    ]
    assert [each.number for each in chosen(three, ProgrammeFilter(), "number")] == [7, 9, 12]


def test_a_recipient_tells_what_came_directly_and_what_through_others(store: Store) -> None:
    names = {
        row["id"]: row["name"]
        for row in store.read("MATCH (w:Recipient) RETURN w.id AS id, w.name AS name ORDER BY id")
    }
    village = next(id_ for id_, name in names.items() if name == "株式会社里山")
    (payment,) = recipient_card(store, village).payments
    assert (payment.name, payment.ministries) == (WORKSHOP["name"], ("経済産業省",))
    assert (payment.yen, payment.block, payment.direct, payment.sheet) == (
        50_000_000,
        "B",
        False,
        2031,
    )
    assert payment.sources == (Source("rs-2031-5-3", 4),)
    with pytest.raises(NotFound):
        recipient_card(store, "どこにもない会")


def test_whom_programmes_paid_themselves_by_the_group_it_stands_in(store: Store) -> None:
    (society,) = paid_recipients(store)
    assert (society.name, society.yen, group_of(society)) == (
        "一般社団法人発酵会",
        300_000_000,
        "bodies",
    )
    assert group_of(replace(society, kind="university")) == "university"
    assert group_of(replace(society, kind="unknown")) == "bodies", "it has a number"
    assert group_of(replace(society, kind="unknown", corporate_number=None)) == "others"


def test_a_graph_without_sheets_has_none(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as opened:
        load(made_up.catalogue(), opened)
        assert all_programmes(opened) == ()
        assert paid_recipients(opened) == ()
