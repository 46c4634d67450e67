"""The frame of a bonus that is one of its page's rates or caps."""

from __future__ import annotations

from loaders.bonuses.frames import framed
from loaders.catalogue.records import Appearance, Bonus, Cap, Raises, Rate


def page(**numbers: object) -> Appearance:
    return Appearance(
        id="appearance:booklet:0",
        document="booklet",
        measure="measure:0",
        line_start=1,
        line_end=50,
        title="窯替え補助金",
        **numbers,
    )


def bonus(**changed: object) -> Bonus:
    return Bonus.model_validate(
        {
            "id": "b",
            "condition": ["薪を使う場合"],
            "condition_mode": "all",
            "condition_kind": "other",
            "benefit": "cap_uplift",
            "value": "2,000万円",
            "status": "in_force",
            "document": "booklet",
            "line": 20,
            "measure": "measure:0",
            "raises": Raises(measure="measure:0", printed="窯替え補助金"),
            **changed,
        }
    )


def cap(frame: str | None, line: int, yen: int = 20_000_000) -> Cap:
    return Cap(yen=yen, printed=f"{yen // 10_000:,}万円", frame=frame, line=line)


def frame_of(bonus: Bonus, appearance: Appearance) -> str | None:
    [same] = framed([bonus], appearance)
    assert same.raises
    return same.raises.frame


def test_a_bonus_has_the_frame_of_the_cap_or_rate_that_it_is() -> None:
    assert frame_of(bonus(), page(caps=[cap("港町枠", 20)])) == "港町枠"
    rate = Rate(printed="2/3", value=2 / 3, frame="里山枠", line=21)
    assert frame_of(bonus(benefit="rate_uplift", value="2/3"), page(rates=[rate])) == "里山枠"


def test_it_has_none_where_the_sum_line_or_measure_is_another_or_frames_differ() -> None:
    for told in (
        page(caps=[cap("港町枠", 25)]),
        page(caps=[cap("港町枠", 20, 30_000_000)]),
        page(caps=[cap("港町枠", 20), cap("里山枠", 20)]),
        page(caps=[cap(None, 20)]),
    ):
        assert frame_of(bonus(), told) is None
    other = Raises(measure="measure:7", printed="別の補助金")
    assert frame_of(bonus(raises=other), page(caps=[cap("港町枠", 20)])) is None


def test_a_frame_written_in_two_ways_is_called_in_the_fuller_one() -> None:
    told = page(caps=[cap("買手類型", 20), cap("買い手類型", 40)])
    assert frame_of(bonus(), told) == "買い手類型"
