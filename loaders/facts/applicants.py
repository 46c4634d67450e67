"""Who may apply or receive directly, by the body of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Applicant
from loaders.facts.prose import running_text
from loaders.text.lines import Flow, plain
from loaders.text.page import Page
from loaders.vocabulary.applicants import Actor, actors

_COMPANIES = frozenset({"企業", *size_names(), "個人事業主", "スタートアップ"})
_SERVED_KINDS = _COMPANIES | {"その他", "大学・研究機関", "外国人", "団体・組合", "金融機関"}

_PEOPLE_KINDS = frozenset({"個人・労働者", "外国人", "学生"})

# --- who is named under a label -------------------------------------------------------------------
_LABEL = re.compile(
    r"(?:(?:補助|助成|支援|交付|支給|給付|募集|適用|来場|利用|参加|選抜|選定)?対象(?:者|企業|事業主|事業者|となる者|の機関)"
    r"|(?:補助|助成|適用|支給|選抜|選定|支援)対象(?=[:\n])|支援の対象(?:・要件)?"
    r"|申請(?:者|主体)|課題提案者|計画の主体|応募(?:資格|対象者)|支援を受けるもの|出展者)(?:は|[】〉>:、"
    r"]*\n?|(?=[一-龥ァ-ヶー]))"
)
_BEFORE = 24  # so many characters before a mention can change what it is
_LABELLED = 90  # so many characters after a label its names may stand
_NEXT_LABEL = re.compile(
    r"補助率|補助額|対象経費|対象コンテンツ|公募|募集時期|事業期間|備考|お?問合せ|最低事業費|助成額|実施主体|研究開発期間|期間|対象分野"
)

# --- who is told of in a sentence -----------------------------------------------------------------
_PEOPLE = r"(?:等|など)?の?(?:教?職員|経営者|研究者|担当者|研究開発担当者|本人|皆様|方々?)"
_AND = (
    r"(?:[、・/]|、"
    r"?(?:や|と|及び|並びに|又は|または|もしくは|若しくは|ならびに|をはじめと(?:する|した))|の他、"
    r"|のほか、)"
)
_LIST = re.compile(
    rf"(?:{_PEOPLE})?(?:者|等|など)?(?:\([^()]{{0,30}}\))?{_AND}(?:当該|特に)?[一-龥ァ-ヶーA-Za-z]{{0,8}}"
)
_TITLES = (
    r"(?:者|等|など|ら|の?皆様|の?方々?|(?:等)?の(?:教?職員|[一-龥ァ-ヶー]{0,12}関係者|経営者|研究者|担当者|集まり)|教?職員|関係者|担当者|本人|同士)*"
    r"(?:\([^()]{0,40}\)?)*[)」』]?(?:等|など)?"
)
# tails that show anyone before them as applying or receiving
_RECEIVES = re.compile(
    rf"{_TITLES}(?:"
    r"に対して?|に対する|に(?:も)?共通|に(?:広く)?(?:周知|認定)|には(?:、"
    r")?(?:委託|補助|支給)|(?:を|も|が|の)(?:主な|広く)?(?:支援|補助|助成|給付)?対象|向け"
    r"|へ(?:の)?[^。、]{0,25}(?:支援|助成|補助|提供|アドバイス|給付|実施|啓発|流れ)"
    r"|を(?:総合的に|直接)?(?:[^。、"
    r"]{0,20}として|地域金融機関が)?(?:支援|後押し|募集|認定|選定|表彰|サポート|支える|創出|マッチング|構成員)"
    r"|に(?!よる|おける|つい|関)(?:[^。、"
    r"]{0,12})?(?:支給|助成|補助|給付|貸付|派遣)|(?:から|より)?の(?:要望|求め|相談|申請)"
    r"|(?:が|は|も)、?[^。]{0,60}?(?:場合に?|際に?)、?[^。"
    r"]{0,60}(?:支援|補助|助成|受け|給付|支給|費用|経費)"
    r"|(?:が|は|も)、?[^。]{0,50}?(?:利用|活用|申請|登録|応募|参加|参画|受講|適用)[^。、"
    r"]{0,8}(?:でき|可能)"
    r"|(?:が|は)、?[^。]{0,60}(?:申請|応募)(?:。"
    r"|$|し)|でもすと?(?:利用|活用)|でも(?:ご)?(?:利用|活用)|による[^。]{0,20}(?:申請|応募|利用)"
    r"|は、?[^。]{0,30}必要(?:が?あ|で)|[^。"
    r"が]{0,14}利用申出|であること|に限る|のみ|で(?:構成|組織)される|[一-龥]{0,4}枠|の取組を(?:国が)?支援)"
)
# tails that show companies (and others that are served as such) as supported
_SERVED = re.compile(
    rf"{_TITLES}(?:"
    r"(?:が|は|も)、?[^。"
    r"]{0,110}?(?:取組|取り組み|事業|投資|活動|計画|技術開発|導入|整備|費用|経費|展開)[^。"
    r"]{0,14}(?:を|について|に(?:対し|要する))[^。]{0,12}(?:支援|後押し|補助|助成|認定)"
    r"|(?:が|は|も)、?[^。"
    r"]{0,70}(?:を受けることができ|検討している|抱える|いたします|宣言|取り組める|(?:する|できる)制度)"
    r"|による(?!支援|融資|伴走|助言|相談|アドバイス)[^。"
    r"]{0,60}(?:支援|補助|助成|後押し|促進)(?:し|す|を|。|$)"
    r"|の[^。が]{0,50}?(?:を(?:[^。、"
    r"]{0,8})?(?:支援|後押し|補助|促進|サポート|図)|の一部|に向け|に(?:応じ|つい|対応)[^。"
    r"]{0,20}(?:支援|相談))|の用に供|との共同研究)"
)
# what makes a mention a partner, a go-between, an operator or a source, whatever follows
_ONLY_NEAR_BEFORE = re.compile(r"(?:を除く|協力者として、|海外の|相手国の)$")
_ONLY_NEAR = re.compile(
    rf"{_TITLES}(?:と(?:も|の)?(?:協業|連携|協働|マッチング)|を(?:通じ|介し|含め)|において|における|に(?:比べ|委託|関する|勤め)"
    r"|向け[^。、"
    r"]{0,10}税制|からの?(?:移転|融資|人)|が(?:大半|多)|の(?:採用|活用|受入|雇用|定着)|の(?:場合|人事部|補助金|担当課|支援を受け|助言|協力|参画|指導|技術シーズ|研究成果|シーズ)|で任用|が(?:設置|運営|公表)"
    r"|が実施する[^。]{0,24}(?:制度|事業)|に対する[^。]{0,20}実績|からなる[^。"
    r"]{0,24}協議会|を支援する(?:組織|方|機関))"
)
_RATE = re.compile(r"(?:等|者|など)*(?:に?は|:)?(?:原則)?\d{1,2}/\d{1,2}")
_RATE_BEFORE = re.compile(r"\d{1,2}/\d{1,2}(?:以内|以下)?\($")
# those who were recognised or put forward: the same whom the page tells of otherwise
_HOLDERS = re.compile(r"(?:(?:認定|選定)(?:を受けた)?|宣言|推薦|取得)$")
_ANY_SIZE = re.compile(r"(?:企業|事業)の?規模(?:や業種|・業種)?(?:に|を)(?:かかわ|関わ|問わ|拘わ)")


@dataclass(frozen=True)
class _Statement:
    """A statement without blanks; `line_at` leads back from one of its characters to its line."""

    text: str
    flow: Flow
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, flow: Flow) -> _Statement:
        offsets = tuple(i for i, c in enumerate(flow.text) if not c.isspace())
        return cls("".join(flow.text[i] for i in offsets), flow, offsets)

    def line_at(self, at: int) -> int:
        return self.flow.line_at(self.offsets[at])


@dataclass(frozen=True)
class _Said:
    """A kind that is told of, and on which line (None: in the title); `holder`: as those who were
    recognised.
    """

    kind: Applicant
    line: int | None
    holder: bool = False


def applicants(page: Page, title: str, targets: Sequence[str]) -> list[Applicant]:
    """The kinds of those who may apply or receive directly, as the page's body tells it, each once.

    Where the body shows nobody in that part, the companies that it tells of, then the audience tag
    (`targets`), then 企業.
    """
    told = list(dict.fromkeys(one.kind for one in _told(page, title)))
    return told or list(targets) or ["企業"]  # type: ignore[return-value]  # a target is a size class, and those apply


def applicant_lines(
    page: Page, title: str, title_line: int, kinds: Sequence[Applicant]
) -> list[int]:
    """A line for each of these kinds: where the page shows it as applying, else where it names it
    at all (the audience tag included).

    `title_line` for what only the title shows, and for 企業 of a page that names nobody.
    """
    found: dict[Applicant, int] = {}
    for one in _told(page, title):
        found.setdefault(one.kind, title_line if one.line is None else one.line)
    for line in page.lines:
        for kind in _kinds(actors(_dense(line.plain))):
            found.setdefault(kind, line.number)
    return [found.get(kind, title_line) for kind in kinds]


def any_size(page: Page) -> list[int]:
    """The lines (from 1) that say that companies of every size apply (企業規模を問わず)."""
    said = (
        (statement, match)
        for flow in running_text(page)
        for statement in [_Statement.of(flow)]
        for match in _ANY_SIZE.finditer(statement.text)
    )
    return [statement.line_at(match.start()) for statement, match in said]


def _told(page: Page, title: str) -> list[_Said]:
    name = _dense(plain(title))
    body = [
        statement
        for flow in running_text(page)
        if (statement := _Statement.of(flow)).text not in ("", name)
    ]
    found = list(_labelled(body))
    if not _COMPANIES & {one.kind for one in found}:
        found += [*_receiving(body), *_titled(name)]
    for statement in body:
        if any_size := _ANY_SIZE.search(statement.text):
            found.append(_Said("企業", statement.line_at(any_size.start())))
    return _without_holders(found or _named(body))


def _without_holders(found: Sequence[_Said]) -> list[_Said]:
    """What is told; where it tells companies by their size, 「認定企業」 is said of the same."""
    sized = any(one.kind in _COMPANIES - {"企業"} for one in found)
    return [one for one in found if not (sized and one.holder and one.kind == "企業")]


def _dense(text: str) -> str:
    return "".join(text.split())


def _labelled(body: Sequence[_Statement]) -> Iterator[_Said]:
    """Those whom a label names (補助対象者：…), be it in the label's own statement or
    in the next.
    """
    text = "\n".join(statement.text for statement in body)
    lines = [
        statement.line_at(at) for statement in body for at in (*range(len(statement.text)), -1)
    ]  # -1: the line feed after it
    for label in _LABEL.finditer(text):
        cell = text[label.end() : label.end() + _LABELLED].split("。")[0]
        if stop := _NEXT_LABEL.search(cell):
            cell = cell[: stop.start()]
        for actor in actors(cell):
            yield from (_Said(kind, lines[label.end() + actor.start]) for kind in actor.kinds)


def _receiving(body: Iterable[_Statement]) -> Iterator[_Said]:
    """Those whom a sentence shows as applying, receiving or being supported."""
    for statement in body:
        for group in _lists(statement.text, actors(statement.text)):
            if _receives(statement.text, group):
                yield from _all_of(statement, group)


def _all_of(statement: _Statement, group: Sequence[Actor]) -> Iterator[_Said]:
    for actor in group:
        holder = bool(_HOLDERS.search(statement.text[max(0, actor.start - _BEFORE) : actor.start]))
        yield from (_Said(kind, statement.line_at(actor.start), holder) for kind in actor.kinds)


def _receives(text: str, group: Sequence[Actor]) -> bool:
    start, end = group[0].start, group[-1].end
    before = text[max(0, start - _BEFORE) : start]
    if _RATE.match(text, end) or _RATE_BEFORE.search(before) or text.endswith("基本法", start, end):
        return True  # whoever must be small by the Basic Act is meant by that act's name
    if _ONLY_NEAR.match(text, end) or _ONLY_NEAR_BEFORE.search(before):
        return False
    kinds = set(_kinds(group))
    small = {
        "中小企業",
        "小規模事業者",
    } <= kinds  # the two together are the law's name for those whom it supports
    return (
        small
        or bool(_RECEIVES.match(text, end))
        or (kinds <= _SERVED_KINDS and bool(_SERVED.match(text, end)))
    )


def _titled(title: str) -> Iterator[_Said]:
    """The companies that a title names, unless as a partner or go-between."""
    for group in _lists(title, actors(title)):
        if not _ONLY_NEAR.match(title, group[-1].end):
            yield from (
                _Said(kind, None) for kind in _kinds(group) if kind in _COMPANIES - {"企業"}
            )


def _named(body: Iterable[_Statement]) -> list[_Said]:
    """The companies that the body tells of in whatever part; where it tells of none, the people."""
    named = [
        one
        for statement in body
        for group in _lists(statement.text, actors(statement.text))
        if not _ONLY_NEAR.match(statement.text, group[-1].end)
        for one in _all_of(statement, group)
    ]
    return [one for one in named if one.kind in _COMPANIES] or [
        one for one in named if one.kind in _PEOPLE_KINDS
    ]


def _lists(text: str, mentions: Sequence[Actor]) -> list[list[Actor]]:
    """The mentions, those that one list names (企業、大学及び自治体) taken together."""
    groups: list[list[Actor]] = []
    for mention in mentions:
        if groups and _LIST.fullmatch(text, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _kinds(mentions: Iterable[Actor]) -> list[Applicant]:
    return [kind for mention in mentions for kind in mention.kinds]
