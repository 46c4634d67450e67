"""Whom to ask."""

from __future__ import annotations

import pytest

from loaders.facts.contacts import contact_blocks
from loaders.text.lines import Line


def contacts(text: str) -> list[tuple[str, list[str], list[str]]]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return [(c.org, c.phones, c.emails) for block in contact_blocks(lines) for c in block.contacts]


def test_a_desk_with_phone_and_mail_an_extension_is_no_phone() -> None:
    assert contacts(
        "お問合せ先：経済産業省 産業局"
        " 発酵課（03-0000-0001）（内線2345）\nE-mail:hakko＠example.go.jp\n\n予算額"
    ) == [("経済産業省 産業局 発酵課", ["03-0000-0001"], ["hakko@example.go.jp"])]


def test_two_desks_one_a_line() -> None:
    assert contacts(
        "お問合せ先：金融庁監督局発酵室（03-0000-0001）（内線1）\n経済産業省産業局発酵課（03-0000-0002）"
    ) == [
        ("金融庁監督局発酵室", ["03-0000-0001"], []),
        ("経済産業省産業局発酵課", ["03-0000-0002"], []),
    ]


def test_a_desk_cut_by_the_wrap_is_one() -> None:
    assert contacts(
        "お問合せ先：経済産業省 商務局\n発酵技術課（03-0000-0001）\nE-mail:a-b@example.go.jp 147"
    ) == [("経済産業省 商務局 発酵技術課", ["03-0000-0001"], ["a-b@example.go.jp"])]


def test_a_mail_address_cut_by_the_wrap_is_one() -> None:
    assert contacts("お問合せ先：発酵機構 相談窓口（03-0000-0001）E-mail:desk_a@\nexample.go.jp")[
        0
    ][2] == ["desk_a@example.go.jp"]


def test_a_hyphen_of_another_kind_and_two_phones_in_one_bracket() -> None:
    assert contacts("お問合せ先：発酵庁発酵課、窯業課 電話番号（03‐0000‐0001、03-0000-0002）") == [
        ("発酵庁発酵課、窯業課", ["03-0000-0001", "03-0000-0002"], [])
    ]


def test_desks_that_the_block_points_to_are_contacts_too() -> None:
    desks = contacts(
        "東京 03-0000-0001 名古屋 052-000-0002\n\nお問合せ先：お近くの上記窓口へどうぞ"
    )
    assert {phone for _, phones, _ in desks for phone in phones} == {"03-0000-0001", "052-000-0002"}


@pytest.mark.parametrize(
    ("printed", "phones"),
    [
        ("TEL：03-0000-0001 FAX：03-0000-0002", ["03-0000-0001"]),
        ("FAX 03-0000-0002、電話 03-0000-0001", ["03-0000-0001"]),
        ("TEL/FAX 03-0000-0001", ["03-0000-0001"]),
        ("電話 03-0000-0001 📠 03-0000-0002", ["03-0000-0001"]),
        ("Tel. 03-0000-0001(代表) / Fax. 03-0000-0002", ["03-0000-0001"]),
        ("03（0000）0001", ["03-0000-0001"]),
        ("（03）0000-0001", ["03-0000-0001"]),
        ("03.0000.0001", ["03-0000-0001"]),
        ("+81-3-0000-0001", ["03-0000-0001"]),
        ("0300000001", ["0300000001"]),
        ("（FAX兼用 03-0000-0001）", ["03-0000-0001"]),
        ("☎03-0000-0001", ["03-0000-0001"]),
        ("T:03-0000-0001 F:03-0000-0002", ["03-0000-0001"]),
    ],
)
def test_a_phone_in_any_form_but_no_fax(printed: str, phones: list[str]) -> None:
    assert contacts(f"お問合せ先：経済産業省 産業局 発酵課 {printed}") == [
        ("経済産業省 産業局 発酵課", phones, [])
    ]


@pytest.mark.parametrize("sign", ["[at]", "(at)", " [at] ", "＠", "★", "_at_", " at "])
def test_an_address_hidden_from_machines_is_read(sign: str) -> None:
    assert contacts(f"お問合せ先：経済産業省 発酵課\nE-mail：hakko{sign}example.go.jp")[0][2] == [
        "hakko@example.go.jp"
    ]


def test_what_stands_under_a_contact_is_not_part_of_it() -> None:
    assert contacts(
        "お問合せ先：経済産業省 産業局"
        " 発酵課（03-0000-0001）\n施策の内容\n発酵の相談窓口（03-9999-9999）"
    )[0][1] == ["03-0000-0001"]


def test_words_about_a_contact_in_running_text_are_none() -> None:
    assert contacts("薪の量は、窯ごとの問い合わせ先に聞いてください。") == []


def test_desks_in_brackets_under_a_head_without_a_number_are_desks_of_their_own() -> None:
    assert contacts(
        "お問合せ先：内閣府試験推進事務局\n【試験税制全般(経済産業省"
        " 試験政策課内)】（03-0000-0001）\n【試験助成(厚生労働省 試験対策課内)】（03-0000-0002）"
    ) == [
        ("内閣府試験推進事務局", [], []),
        ("経済産業省 試験政策課", ["03-0000-0001"], []),
        ("厚生労働省 試験対策課", ["03-0000-0002"], []),
    ]


def test_what_one_asks_for_is_not_the_name_of_the_desk() -> None:
    assert contacts("お問合せ先：登録のお申込み・お問合せは、最寄りの試験所へ 全国の試験所") == [
        ("最寄りの試験所", [], [])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "お問合せ先：経済産業省 試験局 試験課（03-0000-00\n01）\n施策の内容",
        "お問合せ先：経済産業省 試験局 試\n験課（03-0000-0001）\n施策の内容",
        "お問合せ先：経済産業省 試験局 試験課\n試験政\n策室（03-0000-0001）",
        "お問合せ先：経済産業省 試験局 試験課\n試験政策室（03-0\n000-0001）",
    ],
)
def test_a_desk_and_its_number_are_found_wherever_the_wrap_cuts_them(text: str) -> None:
    assert [phones for _, phones, _ in contacts(text)] == [["03-0000-0001"]]


@pytest.mark.parametrize(
    "text",
    [
        "お問合せ先：経済産業省 試験課（03-0000-0001）\nE-mail:des\nk@example.go.jp",
        (
            "お問合せ先：経済産業省"
            " 試験課（03-0000-0001）\nE-mail:desk@example.go.jpURL:https://example.go.jp/"
        ),
    ],
)
def test_a_mail_address_is_whole_where_it_is_cut_or_runs_into_another_word(text: str) -> None:
    assert contacts(text)[0][2] == ["desk@example.go.jp"]


def test_a_second_desk_may_have_an_extension_only() -> None:
    assert contacts(
        "お問合せ先：（大企業向け）経済産業省 産業局"
        " 発酵課（03-0000-0001）（内線2345）\n（中小企業向け）中小企業庁 発酵部 企画課（内線5231）"
    ) == [("経済産業省 産業局 発酵課", ["03-0000-0001"], []), ("中小企業庁 発酵部 企画課", [], [])]


def test_two_desks_on_a_line_are_two() -> None:
    assert contacts(
        "お問合せ先：経済産業省 産業局 発酵課（03-0000-0001）／総務省 通信局 離島課（03-0000-0005）"
    ) == [
        ("経済産業省 産業局 発酵課", ["03-0000-0001"], []),
        ("総務省 通信局 離島課", ["03-0000-0005"], []),
    ]


@pytest.mark.parametrize(
    "printed", ["03-0000-0001～3", "03-0000-0001、0002", "03-0000-000", "030000000"]
)
def test_a_number_that_cannot_be_read_is_told(printed: str) -> None:
    [block] = contact_blocks([Line(7, f"お問合せ先：経済産業省 産業局 発酵課 {printed}")])
    assert [line for line, _ in block.unread()] == [7]


def test_a_desk_with_its_numbers_read_leaves_nothing() -> None:
    [block] = contact_blocks([Line(7, "お問合せ先：経済産業省 発酵第1課(03-0000-0001)(内線12)")])
    assert block.unread() == []
