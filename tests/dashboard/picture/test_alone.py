"""Pictures in the browser: what is seen first, what the tools do, and what is saved."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import parse

from tests.dashboard.browsing import expect, places, saved, until
from tests.dashboard.picture.alone import asked, data, edge, node, open_alone, page_of

Open = Callable[[dict[str, Any]], Any]
SPREAD = [
    node("a", "設備の補助", 0, 0),
    node("b", "販路の支援\n（海外）", 300, 0),
    node("c", "人材の育成", 0, 200),
    node("m", "試しの省", 300, 210, "Ministry"),
]
LINES = [edge("a", "m"), edge("b", "m"), edge("c", "m", "実施")]


@pytest.fixture
def opened(window: Any, tmp_path: Path) -> Iterator[Open]:
    pages: list[Any] = []

    def open_(held: dict[str, Any]) -> Any:
        pages.append(open_alone(window, tmp_path, held))
        return pages[-1]

    yield open_
    for page in pages:
        page.close()


@pytest.fixture
def small(opened: Open) -> Any:
    return opened(data(SPREAD, LINES))


def _wide() -> dict[str, Any]:
    """Far more than can be read at once."""
    return data([node(f"n{at}", f"施策の名称{at}", 400 * (at % 12), 90 * at) for at in range(60)])


def test_labels_can_be_read_at_first_sight_and_boxes_that_are_cut_are_counted(
    opened: Open,
) -> None:
    page = opened(_wide())
    assert asked(page, "picture.network.getScale() * 13") >= 11
    assert page.evaluate("defined.PITCH") >= 1.25
    seen = page.evaluate(
        """() => {
          const { picture } = document.querySelector(".picture"), frame = picture.view.frame();
          return picture.boxes().filter((box) => box.left >= frame.left && box.top >= frame.top
            && box.right <= frame.right && box.bottom <= frame.bottom).length; }"""
    )
    assert 0 < seen < 60
    expect(page.locator(".tools .fit")).to_have_text(f"全体 · 枠外 {60 - seen}")
    page.locator(".tools .fit").click()
    expect(page.locator(".tools .fit")).to_have_text("全体")


def test_a_click_shows_the_card_at_once_with_the_neighbours_by_relation(small: Any) -> None:
    page = small
    page.locator(".canvas").click(position=places(page)["nodes"]["m"])
    card = page.locator(".card")
    expect(card.locator(".name")).to_have_text("試しの省")
    expect(card.locator(".by")).to_have_text(["← 所管 2", "← 実施 1"])
    expect(card.locator(".to")).to_have_text(["設備の補助", "販路の支援（海外）", "人材の育成"])
    assert page.evaluate("acts") == [{"kind": "node", "id": "m", "act": "select"}]
    card.get_by_role("button", name="展開").click()
    assert page.evaluate("acts.at(-1)") == {"kind": "node", "id": "m", "act": "expand"}
    expect(card.get_by_role("button", name="たたむ")).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.locator(".canvas").click(position=places(page)["nodes"]["a"])
    expect(card.get_by_role("button", name="展開")).to_be_visible()
    expect(card.get_by_role("button", name="たたむ")).to_have_count(0)


def test_the_legend_hides_a_type_shows_it_alone_and_says_what_is_hidden(small: Any) -> None:
    page, legend = small, small.locator(".legend")
    measures, ministries = legend.locator("button.entry").all()
    ministries.click()
    expect(legend.locator(".gone")).to_have_text("非表示：府省庁 1")
    assert asked(page, "picture.network.body.nodeIndices") == ["a", "b", "c"]
    assert asked(page, "picture.network.body.edgeIndices") == []
    legend.get_by_role("button", name="すべて表示").click()
    expect(legend.locator(".gone")).to_have_count(0)

    ministries.click(modifiers=["Alt"])
    assert asked(page, "picture.visible()") == ["m"]
    expect(legend.locator("button.entry").first).to_have_attribute("aria-pressed", "false")
    legend.locator("button.entry").nth(1).focus()
    page.keyboard.press("Alt+Enter")
    assert asked(page, "picture.visible()") == ["a", "b", "c", "m"]
    page.keyboard.press("Enter")
    assert asked(page, "picture.visible()") == ["a", "b", "c"]
    measures.click()
    assert asked(page, "picture.visible()") == []


def test_a_word_is_found_across_lines_and_widths_and_enter_leads_on(small: Any) -> None:
    page, field = small, small.get_by_role("searchbox")
    field.fill("の支援（海")
    expect(page.locator(".hits")).to_have_text("1 件")
    field.fill("Ｍｅａｓｕｒｅ")
    for told in ("1 / 3", "2 / 3", "3 / 3", "1 / 3"):
        field.press("Enter")
        expect(page.locator(".hits")).to_have_text(told)
    field.press("Shift+Enter")
    expect(page.locator(".card .name")).to_have_text("人材の育成")
    field.fill("ない語")
    expect(page.locator(".hits")).to_have_text("なし")


def test_a_dragged_node_is_pinned_until_it_is_unpinned(small: Any) -> None:
    page, box = small, small.locator(".canvas").bounding_box()
    home = places(page)["nodes"]["c"]
    page.mouse.move(box["x"] + home["x"], box["y"] + home["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + home["x"] + 50, box["y"] + home["y"] - 40, steps=4)
    page.mouse.up()
    until(page, lambda: asked(page, "picture.pins.has('c')"), "a pin")
    away = places(page)["nodes"]["c"]
    assert away["x"] > home["x"] + 20 and away["y"] < home["y"] - 20
    asked(page, "picture.update({ ...picture.data }, () => {})")
    assert places(page)["nodes"]["c"] == away
    page.locator(".canvas").click(position=away)
    page.locator(".card").get_by_role("button", name="ピンを外す").click()
    assert places(page)["nodes"]["c"] == home


def test_the_page_scrolls_over_a_picture_and_ctrl_zooms_it(small: Any) -> None:
    page, scale = small, "picture.network.getScale()"
    page.add_style_tag(content="body { height: 4000px }")
    before = asked(page, scale)
    page.mouse.move(300, 300)
    page.mouse.wheel(0, 240)
    until(page, lambda: page.evaluate("scrollY") == 240, "the page scrolled")
    assert asked(page, scale) == before
    expect(page.locator(".hint")).to_have_attribute("data-shown", "")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    until(page, lambda: asked(page, scale) > before, "a nearer picture")
    assert page.evaluate("scrollY") == 240


def test_one_finger_scrolls_the_page_and_two_zoom_the_picture(
    chromium: Any, tmp_path: Path
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
    page = open_alone(context, tmp_path, data(SPREAD, LINES))
    page.add_style_tag(content="body { height: 4000px }")
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *spots: tuple[int, int]) -> None:
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(spots)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    scale = asked(page, "picture.network.getScale()")
    touch("touchStart", (180, 300), (220, 300))
    for apart in range(5, 41, 5):
        touch("touchMove", (180 - apart, 300), (220 + apart, 300))
    touch("touchEnd")
    until(page, lambda: asked(page, "picture.network.getScale()") > scale * 1.5, "a nearer picture")
    assert page.evaluate("scrollY") == 0

    page.get_by_role("button", name="全体").click()
    seen = asked(page, "picture.network.getViewPosition()")
    touch("touchStart", (200, 500))
    for up in range(20, 201, 20):
        touch("touchMove", (200, 500 - up))
    touch("touchEnd")
    until(page, lambda: page.evaluate("scrollY") > 50, "the page scrolled")
    assert asked(page, "picture.network.getViewPosition()") == seen
    context.close()


def test_arrows_lead_in_their_direction_and_enter_selects(small: Any) -> None:
    page = small
    page.locator(".canvas").focus()
    for key, reached in (("ArrowRight", "b"), ("ArrowDown", "m"), ("ArrowLeft", "c")):
        page.keyboard.press(key)
        assert asked(page, "picture.keyboard.focused") == reached
        expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("+")
    assert [(act["id"], act["act"]) for act in page.evaluate("acts")] == [
        ("c", "select"),
        ("c", "expand"),
    ]


def test_the_tip_goes_with_the_pointer(small: Any) -> None:
    page, box = small, small.locator(".canvas").bounding_box()
    spot = places(page)["nodes"]["a"]
    page.mouse.move(box["x"] + spot["x"] - 3, box["y"] + spot["y"])
    page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(page.locator(".tip")).to_contain_text("設備の補助")
    page.mouse.move(box["x"] + spot["x"], 5)
    expect(page.locator(".tip")).to_be_hidden()


def test_an_offer_of_more_is_reported_as_such_and_a_heading_is_not(opened: Open) -> None:
    said = [
        node("h", "見出し", 0, -80) | {"shape": "text", "role": "heading", "size": 13},
        node("more", "ほか 9 件", 0, 80) | {"shape": "text", "role": "more", "size": 13},
    ]
    page = opened(data([SPREAD[0], *said], joints=[{"id": "j", "x": 60, "y": 80}]))
    assert set(places(page)["nodes"]) == {"a", "h", "more"}
    for name in ("h", "more"):
        page.locator(".canvas").click(position=places(page)["nodes"][name])
    assert page.evaluate("acts") == [{"kind": "node", "id": "more", "act": "more"}]
    expect(page.locator(".card")).to_be_hidden()


def _item(page: Any, name: str) -> Any:
    page.locator(".tools .save").click()
    return page.locator(".menu").get_by_role("button", name=name)


def test_the_whole_picture_is_saved_at_two_and_four_times_its_size(small: Any) -> None:
    page = small
    page.get_by_role("button", name="拡大").click(click_count=5)
    expect(page.locator(".tools .fit")).to_contain_text("枠外")
    box = asked(
        page,
        "(() => { const all = picture.boxes(); return [Math.max(...all.map((box) => box.right)) -"
        " Math.min(...all.map((box) => box.left)), Math.max(...all.map((box) => box.bottom)) -"
        " Math.min(...all.map((box) => box.top))]; })()",
    )
    sizes = {}
    for times, name in ((2, "PNG（2倍）"), (4, "PNG（4倍）")):
        file = saved(page, _item(page, name))
        assert file.suggested_filename == f"made-up@{times}x.png"
        sizes[times] = struct.unpack(">II", Path(file.path()).read_bytes()[16:24])
    width, height = (side / 2 for side in sizes[2])
    assert sizes[4] == (width * 4, height * 4)
    assert max(box[0], 420) + 64 <= width < max(box[0], 420) + 66, "the boxes and a margin"
    assert box[1] + 100 < height < box[1] + 220, "title, legend, source and date as well"


def test_a_change_of_the_window_before_anything_is_drawn_keeps_what_was_zoomed(small: Any) -> None:
    before, zoomed, after = asked(
        small,
        """(() => {
          const scales = [picture.network.getScale()];
          picture.tools.zoom(3);
          scales.push(picture.network.getScale());
          picture.view.resized();
          return [...scales, picture.network.getScale()];
        })()""",
    )
    assert before < zoomed == after


def test_the_svg_holds_every_text_the_legend_and_where_it_is_from(small: Any) -> None:
    page = small
    page.locator(".legend button.entry").nth(0).click()
    page.locator(".legend button.entry").nth(0).click()
    page.locator(".canvas").click(position=places(page)["nodes"]["c"])
    file = saved(page, _item(page, "SVG（編集できる図）"))
    drawn = parse(file.path()).getroot()
    space = "{http://www.w3.org/2000/svg}"
    texts = [text.text for text in drawn.iter(f"{space}text")]
    assert {"設備の補助", "販路の支援", "（海外）", "人材の育成", "試しの省"} <= set(texts)
    assert {"試しの図", "施策", "府省庁", "試しの資料 1 行", "2030-04-01"} <= set(texts)
    assert "実施" in texts and "所管" not in texts, "only lines of what is selected are named"
    assert {title.text for title in drawn.iter(f"{space}title")} >= {
        "試しの図",
        "販路の支援（海外）",
    }
    assert len(list(drawn.iter(f"{space}path"))) >= 4 + 3 * 2


def test_what_is_hidden_or_unsafe_is_not_saved_as_it_is(opened: Open) -> None:
    page = opened(data([node("a", "<b>&\u0007甲", 0, 0), SPREAD[3]], []))
    page.locator(".legend button.entry").nth(1).click()
    drawn = parse(saved(page, _item(page, "SVG（編集できる図）")).path()).getroot()
    texts = {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert "<b>&甲" in texts and not {"試しの省", "府省庁"} & texts


def test_nothing_in_a_picture_breaks_the_rules_of_accessibility(small: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = small
    page.locator(".canvas").click(position=places(page)["nodes"]["m"])
    page.locator(".legend button.entry").nth(0).click()
    page.get_by_role("searchbox").fill("省")
    page.locator(".tools .save").click()
    dark = (
        ":root { --st-text-color: #e6ebf0; --st-background-color: #141a21;"
        " --st-primary-color: #6db3f2; }"
    )
    for style in (":root { --st-font: sans-serif; }", dark):
        page.add_style_tag(content=style)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
        assert [broken["id"] for broken in found.response["violations"]] == []


def test_the_page_needs_nothing_else_and_holds_no_markup_of_others() -> None:
    page = page_of(data([node("a", "</script><script>alert(1)", 0, 0)]))
    assert "</script><script>alert" not in page
    assert 'src="http' not in page and 'href="http' not in page
    policy = page.index("<meta http-equiv")
    assert policy < page.index("<style") and "default-src 'none'" in page[policy:][:200]


PURE = {
    "defined.nearest({ x: 0, y: 0 }, { far: { x: 90, y: 0 }, near: { x: 40, y: 10 },"
    " back: { x: -5, y: 0 }, aside: { x: 10, y: 60 } }, { x: 1, y: 0 })": "near",
    "defined.nearest({ x: 0, y: 0 }, { above: { x: 0, y: -9 } }, { x: 0, y: 1 }) ?? null": None,
    "defined.afterClick(new Set(), ['a', 'b'], 'a', false)": ["a"],
    "defined.afterClick(new Set(['a']), ['a', 'b'], 'a', false)": [],
    "defined.afterClick(new Set(['a']), ['a', 'b', 'c'], 'a', true)": ["b", "c"],
    "defined.afterClick(new Set(['b']), ['a', 'b'], 'a', true)": [],
    "defined.hitsOf([{ id: 'x', label: '設備\\n補助', shape: 'box' }, { id: 'y', label: '設備',"
    " shape: 'text' }], '設備補助')": ["x"],
    "defined.rowsOf('ab cd', '10px monospace', 1)": ["ab", "cd"],
    "defined.possible(100, 100, 4)": 4,
    "defined.possible(8000, 100, 4)": 2,
    "defined.firstLook([{ left: 0, top: 0, right: 100, bottom: 50 }], null, 500, 400)": {
        "position": {"x": 50, "y": 25},
        "scale": 1.25,
    },
    "defined.byRelation('a', [{ from: 'a', to: 'b', said: '所管' }, { from: 'c', to: 'a',"
    " said: '所管' }, { from: 'a', to: 'd', said: '所管' }, { from: 'e', to: 'a', arrows: '', said:"
    " '重複' }, { from: 'a', to: 'f' }], { leads_to: '先' })": [
        {"relation": "→ 所管", "ids": ["b", "d"]},
        {"relation": "← 所管", "ids": ["c"]},
        {"relation": "重複", "ids": ["e"]},
        {"relation": "→ 先", "ids": ["f"]},
    ],
}


def test_what_is_reckoned_in_the_browser(small: Any) -> None:
    assert {asked_: small.evaluate(asked_) for asked_ in PURE} == PURE
