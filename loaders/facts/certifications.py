"""Which certifications, recognised plans, declarations and registrations a page names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import vocabulary
from loaders.catalogue.records import CertificationMention
from loaders.text.lines import fold
from loaders.text.page import Page
from loaders.vocabulary.certifications import CertificationEntry
from loaders.vocabulary.matching import Squeezed

_NAME = r"[一-龥ァ-ヶーA-Za-z々・]"
# what no vocabulary knows, told by what is done with it; 「 keeps a name from swallowing the words
# before it
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_NAME}{{2,26}}計画)」?(?:\*\d{{1,2}}|※\d{{1,2}}|\([^)]{{1,20}}\))?(?:の|に係る|について|が)?(?:認定|承認|変更認定)(?!主体|件数|プロセス|スキーム)",
        r"「(?P<name>[^「」。]{2,26}計画)」(?:に参加|に位置[付づ]け|を策定|に基づ)",
        rf"(?P<name>{_NAME}{{2,26}}計画)(?:に位置[付づ]け|を策定した(?:事業者|企業|地域))",
        rf"(?P<name>{_NAME}{{2,30}}認定制度)",
        rf"(?P<name>{_NAME}{{2,20}}認定)(?:マーク|の取得|を取得)",
        rf"(?P<name>(?:[ァ-ヶーA-Za-z]|{_NAME}{{2,18}}(?:構築|推進|行動|取組)){{1,}}宣言)(?:を(?:行|公表|登録|し)|の(?:公表|登録)|企業)",
        (
            r"「(?P<name>[^「」。"
            r"]{4,28}(?:銘柄|企業|事業者|事業所))」(?:として|に)(?:選定|選出|認定)(?!\()"
        ),
    )
)
# compounds that are no name of their own
_NO_NAME = re.compile(
    r"^(?:当該|同|本|各|この|その|次の|事業|計画|実施|策定|施設|単位|特例|個別|訓練|取組|PR|登録|認証|再|新規|変更|国|自治体|年度|年|の|等|者|対応策|[0-9・ー])*"
    r"(?:計画|認定|認定制度|宣言|企業)$|^年度に|政府の|に向けた|サポート企業$"
)
_LEADING = re.compile(r"^(?:当該|同|[0-9・ー]|者|等)+")


def certifications(page: Page) -> list[CertificationMention]:
    """The certifications that the page names, each once, in order of place; `line` from 1.

    `name` is as printed; a certification of the vocabulary goes without a trailing 制度; an
    認定…計画 stands beside the …計画 that it came from.
    `loaders.vocabulary.certifications().get(name)` leads to the certification itself.
    """
    squeezed = Squeezed(page.flow.text)
    found: dict[tuple[str, bool], tuple[int, str]] = {}
    for entry, name, start in (*_from_vocabulary(squeezed.text), *_by_shape(squeezed.text)):
        found.setdefault((entry, name.startswith("認定")), (start, name))
    return [
        CertificationMention(name=name, line=page.flow.line_at(squeezed.span(start, start + 1)[0]))
        for start, name in sorted(found.values())
    ]


def _from_vocabulary(text: str) -> Iterator[tuple[str, str, int]]:
    listed = vocabulary.certifications()
    for mention in listed.mentions(text):
        entry = listed.get(mention.name)
        if entry is not None and entry.noted:
            yield entry.name, _short(mention.printed, entry), mention.start


def _short(printed: str, entry: CertificationEntry) -> str:
    """The name in what is printed: 「…計画」認定制度 and …法に基づく…計画 say no more than the
    name; of plans of one name under several laws it is that name.
    """
    name, key = entry.name, fold(entry.name)
    if printed.endswith("マーク"):
        return printed
    if (of_law := printed.rpartition("に基づく")[2]) in entry.implies:
        return of_law
    if fold(printed).lstrip("'").startswith(key) or fold(printed).endswith("に基づく" + key):
        return name
    return printed


def _by_shape(text: str) -> Iterator[tuple[str, str, int]]:
    listed = vocabulary.certifications()
    for shape in _SHAPES:
        for match in shape.finditer(text):
            name = _LEADING.sub("", match["name"])
            if not _NO_NAME.search(name) and not listed.mentions(match["name"]):
                yield fold(name), name, match.end("name") - len(name)
