"""From appearances to measures: ids, former ids, aliases, and the records that name them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.catalogue.records import Bonus, Item, Measure, Raises, Related
from loaders.measures import measures
from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.evidence import NamedAppearance
from loaders.resolution.final_ids import FinalIds
from loaders.resolution.resolve import Resolution, resolve
from tests.made_up.named_appearances import DOCUMENTS, MAFF, METI, MIDDLE, NEW, OLD, named

DYEING = "沿岸の工房が藍を育てて染める設備を備える費用を補助する\n藍畑の整備と染液の管理を支援する"
HARBOUR = "港の倉庫に冷凍設備を置き魚介の輸送網を組む\n漁港の荷役機械を更新する"
OFFICE = "農研機構"


def resolved(
    appearances: Sequence[NamedAppearance], by_hand: Sequence[HandVerdict] = ()
) -> Resolution:
    documents = [d for d in DOCUMENTS if any(t.appearance.document == d.id for t in appearances)]
    return resolve(
        [t.appearance for t in appearances], {t.id: t.page for t in appearances}, documents, by_hand
    )


def found(
    appearances: Sequence[NamedAppearance], by_hand: Sequence[HandVerdict] = ()
) -> list[Measure]:
    measures_, _ = measures(
        resolved(appearances, by_hand), {t.id: t.page for t in appearances}, DOCUMENTS
    )
    return measures_


def test_a_measure_takes_the_id_and_the_facts_of_its_latest_appearance() -> None:
    old = named(
        OLD, "沿岸藍染振興事業", DYEING, (METI, MAFF), targets=["大企業"], section="１．染める"
    )
    new = named(
        NEW, "沿岸藍染振興事業費補助金", DYEING, (METI,), targets=["中小企業"], section="２．売る"
    )
    [measure] = found([old, new])
    assert (measure.id, measure.former_ids) == (new.appearance.measure, [old.appearance.measure])
    assert (measure.title, measure.aliases, measure.appearances) == (
        "沿岸藍染振興事業費補助金",
        ["沿岸藍染振興事業"],
        [new.id, old.id],
    )
    assert (measure.ministries, measure.targets, measure.pillar) == (
        [METI],
        ["中小企業"],
        "２．売る",
    )


def test_a_measure_whose_latest_page_names_no_office_keeps_those_before_as_derived() -> None:
    [measure] = found(
        [named(OLD, "沿岸藍染振興事業", DYEING), named(NEW, "沿岸藍染振興事業", DYEING, ())]
    )
    assert (measure.ministries, measure.derived_ministries) == ([], [METI])
    assert measure.ministries_known_by == "other_page"


def test_one_that_a_single_document_tells_stays_what_it_is() -> None:
    one = named(NEW, "沿岸藍染振興事業", DYEING)
    [measure] = found([one])
    assert (measure.id, measure.former_ids, measure.aliases, measure.part_of, measure.succeeds) == (
        one.appearance.measure,
        [],
        [],
        [],
        [],
    )


def entries_of_one_office() -> list[NamedAppearance]:
    """Two entries of one document under the name of one office, and a paper that restates the
    second.
    """
    first, second = (
        named(MIDDLE, OFFICE, DYEING, (MAFF,)),
        named(MIDDLE, OFFICE, HARBOUR, (MAFF,), start=50),
    )
    second = NamedAppearance(
        second.appearance.model_copy(update={"id": f"appearance:{MIDDLE}:0000abcd"}), second.page
    )
    return [first, second, named(NEW, "冷たい港", HARBOUR, (MAFF,))]


def test_two_measures_never_share_an_id() -> None:
    first, second, page = entries_of_one_office()
    ids = {m.appearances[0]: (m.id, m.former_ids) for m in found([first, second, page])}
    assert ids[first.id][0] != ids[second.id][0] and {ids[first.id][0], ids[second.id][0]} == {
        first.appearance.measure,
        "measure:0000abcd",
    }


def test_a_former_id_that_means_another_measure_is_left_out() -> None:
    first, second, page = entries_of_one_office()
    same = HandVerdict(
        a=second.id, b=[page.id], verdict="same", names=OFFICE, reason="made up for this test"
    )
    [one] = [m for m in found([first, second, page], [same]) if len(m.appearances) == 2]
    assert one.id == page.appearance.measure and one.former_ids == []


def test_what_pages_name_bears_the_final_id() -> None:
    old = named(OLD, "沿岸藍染振興事業", DYEING)
    new = named(NEW, "沿岸藍染振興事業費補助金", DYEING)
    page = named(
        NEW,
        "冷たい港",
        HARBOUR,
        start=60,
        related=[
            Related(name="沿岸藍染振興事業", relation="mentions", line=61),
            Related(name="どこにもない事業", relation="mentions", line=62),
        ],
    )
    naming = next(
        a for m in resolved([old, new, page]).measures for a in m.appearances if a.id == page.id
    )
    assert [r.measure for r in naming.related] == [new.appearance.measure, None]


def test_items_and_bonuses_bear_the_final_ids() -> None:
    old, new = (
        named(OLD, "沿岸藍染振興事業", DYEING),
        named(NEW, "沿岸藍染振興事業費補助金", DYEING),
    )
    final = FinalIds([old.appearance, new.appearance], resolved([old, new]))
    before, after = old.appearance.measure, new.appearance.measure
    item = Item(
        id="item:1",
        document=OLD,
        item_no="①",
        title="染める",
        line_start=1,
        line_end=9,
        measures=[before],
    )
    bonus = Bonus(
        id="bonus:1",
        condition=["くるみん"],
        condition_mode="all",
        condition_kind="certification",
        benefit="screening_points",
        status="in_force",
        document=OLD,
        line=2,
        measure=before,
        raises=Raises(measure=before, printed="藍"),
        exclusive_group=f"{before} ①＞②",
    )
    assert final.item(item).measures == [after]
    changed = final.bonus(bonus)
    assert (
        changed.measure,
        changed.raises and changed.raises.measure,
        changed.exclusive_group,
    ) == (after, after, f"{after} ①＞②")


def test_of_entries_under_one_name_the_nearest_is_meant() -> None:
    first, second, page = entries_of_one_office()
    resolution = resolved([first, second, page])
    final = FinalIds([t.appearance for t in (first, second, page)], resolution)
    item = Item(
        id="item:2",
        document=MIDDLE,
        item_no="②",
        title="港",
        line_start=45,
        line_end=49,
        measures=[second.appearance.measure],
    )
    of_second = next(m.id for m in resolution.measures if m.latest.id == second.id)
    assert final.item(item).measures == [of_second]


def test_no_measure_is_both_part_and_whole_of_another_whatever_pages_say() -> None:
    fund, port = "沿岸藍染振興事業費補助金", "漁港荷役機械更新事業"
    later = named(NEW, fund, DYEING, related=[Related(name=port, relation="has_part", line=3)])
    earlier = named(OLD, port, HARBOUR, related=[Related(name=fund, relation="has_part", line=4)])
    relations = {
        a.title: [(r.relation, r.measure) for r in a.related]
        for m in resolved([later, earlier]).measures
        for a in m.appearances
    }
    assert relations == {
        fund: [("has_part", earlier.appearance.measure)],
        port: [("mentions", later.appearance.measure)],
    }
