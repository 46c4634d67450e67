"""Names, frames and stories are blotted out; what the page says itself stays, line by line."""

import pytest

from loaders.facts.kinds import beneficiaries, instruments
from loaders.facts.masked import BLOT, masked, masked_but_organisations, masked_name
from loaders.text.lines import Line
from loaders.text.page import Page, Problem


def page(*lines: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))


def left(*lines: str, own: str = "港町事業", titles: tuple[str, ...] = ()) -> list[str]:
    return [line.plain.replace(BLOT, "") for line in masked(page(*lines), [own], titles).lines]


@pytest.mark.parametrize(
    ("lines", "readable"),
    [
        (("中小企業基盤整備機構が支援する",), ["が支援する"]),
        (
            ("独立行政法人高齢・障害・求職", "者雇用支援機構が運営する"),
            ["独立行政法人", "が運営する"],
        ),
        (("中小企業", "港町漁業振興センターの窓口"), ["中小企業", "の窓口"]),
        (("一般社団法人農業・港町協会は",), ["は"]),
        (("商工会議所の会員",), ["商工会議所の会員"]),
        (("地域金融機関の融資",), ["地域金融機関の融資"]),
        (("（１）港町庁 省エネルギー課", "省エネルギー課題"), ["", "省エネルギー課題"]),
    ],
)
def test_names_of_organisations(lines: tuple[str, ...], readable: list[str]) -> None:
    assert [text.strip() for text in left(*lines)] == readable


def test_the_printed_frame() -> None:
    assert left("事業スキーム（対象者、対象行為、補助率等）", "補助率 2/3", "２．人材確保") == [
        "事業スキーム",
        "補助率 2/3",
        "",
    ]


def test_other_programmes() -> None:
    said = "本事業は「山村求職者支援事業」と港町留学生補助金の後に"
    assert left(said, titles=("港町留学生補助金", "港町事業")) == ["本事業は「事業」と補助金の後に"]
    own = "「港町事業」では、港町事業の例を"
    assert left(own, titles=("港町事業",)) == [own]


def test_a_programme_that_begins_a_line_heads_a_part_of_the_page() -> None:
    lines = ("①港町留学生補助金", "・港町留学生補助金")
    assert left(*lines, titles=("港町留学生補助金",)) == ["1港町留学生補助金", lines[1]]


def test_success_stories() -> None:
    lines = ("活用事例①", "港の農家が情報発信に使う", "観光の店", "■港町", "補助率 2/3")
    assert left(*lines) == ["", "", "", "■港町", "補助率 2/3"]
    assert left("活用事例集を作成し", "港の農家に") == ["活用事例集を作成し", "港の農家に"]


def test_a_success_story_within_a_line() -> None:
    lines = ("船を直す。【活用事例】港の農家が売る", "観光の店", "■港町")
    assert left(*lines) == ["船を直す。", "", "■港町"]
    assert left("「活用事例」を港の農家に配る") == ["「活用事例」を港の農家に配る"]


def test_lines_keep_their_numbers_and_their_signs() -> None:
    before = page("①中小企業基盤整備機構", "", "港町")
    after = masked(before, ["港町事業"])
    assert [line.number for line in after.lines] == [1, 2, 3]
    assert after.lines[0].text[0] == "①"
    assert after.lines[1:] == before.lines[1:]
    after.refuse(3, "a made-up problem")
    assert before.refused == [Problem("made-up", 3, "a made-up problem")]


def test_who_reads_organisations_still_sees_them() -> None:
    told = page("港町漁業振興センターは「求職者補助金」の")
    (line,) = masked_but_organisations(told, ["港町事業"]).lines
    assert line.plain.replace(BLOT, "") == "港町漁業振興センターは「補助金」の"


def test_a_measure_that_is_an_organisation_keeps_its_name() -> None:
    assert left("港町漁業コンソーシアムの会員", own="港町漁業コンソーシアム") == [
        "港町漁業コンソーシアムの会員"
    ]
    assert masked_name("港町漁業コンソーシアム") == "港町漁業コンソーシアム"
    assert masked_name("中小企業基盤整備機構の窓口").replace(BLOT, "") == "の窓口"


def test_words_in_names_show_no_kind() -> None:
    told = masked(
        page(
            "(独)高齢・障害・求職者雇用支援機構が行う",
            "事業スキーム（対象者、対象行為、補助率等）",
        ),
        ["港町事業"],
    )
    assert beneficiaries(told, "港町事業") == {}
    assert instruments(told, "港町事業") == {}


def test_a_page_without_a_word_stays_as_it_is() -> None:
    page = Page("made-up", (Line(1, " "),))
    assert masked(page, ["港町づくり補助金"]).lines == page.lines


def test_what_is_refused_on_a_masked_page_is_refused_on_the_page_that_was_given() -> None:
    first, again = page("港町庁の補助"), page("港町庁の補助")
    masked(first, ["港町事業"])
    masked(again, ["港町事業"]).refuse(1, "nobody can read it")
    assert (first.refused, again.refused) == ([], [Problem("made-up", 1, "nobody can read it")])


def test_a_story_behind_its_heading_and_a_colon_says_nothing_of_the_measure() -> None:
    story = "成功事例：里山農園では、農林漁業者向けの融資を商工会議所の紹介で受けた。"
    assert left("船を直す。", story, "■対象：港町の商工会") == [
        "船を直す。",
        "",
        "■対象:港町の商工会",
    ]
    assert left("過去の事例：12件を商工会が集めた") == ["過去の事例:12件を商工会が集めた"]
