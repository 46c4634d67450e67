"""Made-up answers of the portal of calls, in the layout of its interface (lists and details) and of
collected answers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from loaders.calls.added import with_calls
from loaders.calls.keys import named
from loaders.calls.saved import SavedAnswer, SavedEntry
from loaders.catalogue.files import Catalogue
from tests.made_up import programme_pairs
from tests.made_up.names import EQUIPMENT

INDUSTRIES = (
    "漁業 / 建設業 / 製造業 / 電気・ガス・熱供給・水道業 / 情報通信業 / 複合サービス事業 /"
    " サービス業（他に分類されないもの） / 公務（他に分類されるものを除く） / 分類不能の産業 /"
    " 農業、林業 / 鉱業、採石業、砂利採取業 / 運輸業、郵便業 / 卸売業、小売業 / 金融業、保険業 /"
    " 不動産業、物品賃貸業 / 学術研究、専門・技術サービス業 / 宿泊業、飲食サービス業 /"
    " 生活関連サービス業、娯楽業 / 教育、学習支援業 / 医療、福祉"
)


def listed(number: int, title: str, **other: Any) -> dict[str, Any]:
    """An entry of a collected list."""
    return {
        "id": f"a0Wmade{number:05}",
        "code": f"S-9{number:07}",
        "title": title,
        "max_limit": 0,
        "start": "2031-04-01T00:00:00.000Z",
        "end": "2031-06-30T15:00:00.000Z",
        "area": "全国",
        "employees": "従業員数の制約なし",
        "industry": INDUSTRIES,
        "use_purpose": "網を直したい / 港を広げたい",
        "url": f"https://portal.example/subsidy/a0Wmade{number:05}",
    } | other


def collected(entries: list[dict[str, Any]], **other: Any) -> dict[str, Any]:
    """A collected list."""
    return {
        "fetched_at": "2031-05-01",
        "source": "出典: 港の役所",
        "count": len(entries),
        "items": entries,
    } | other


def detail(number: int, title: str, **other: Any) -> dict[str, Any]:
    """A collected answer about one call."""
    return {
        "id": f"a0Wmade{number:05}",
        "name": f"S-9{number:07}",
        "title": title,
        "detailHtml": "<p>網</p>",
        "usePurpose": "網を直したい",
        "industry": "漁業",
        "targetAreaSearch": "北海道",
        "targetAreaDetail": None,
        "targetEmployees": "300名以下",
        "subsidyRate": None,
        "subsidyMaxLimit": 3000000,
        "acceptanceStart": "2031-04-01T00:00Z",
        "acceptanceEnd": "2031-06-29T08:00Z",
        "projectEndDeadline": "2032-02-28T14:59Z",
        "officialUrl": f"https://portal.example/subsidy/a0Wmade{number:05}",
        "institutionName": "網の制度",
        "fetchedAt": "2031-04-20T21:50:07.229Z",
    } | other


def of_interface(number: int, title: str, **other: Any) -> dict[str, Any]:
    """An entry as the interface gives it with its details."""
    return {
        "id": f"a0Wmade{number:05}",
        "name": f"S-9{number:07}",
        "title": title,
        "detail": "<p>網</p>",
        "use_purpose": "網を直したい",
        "industry": "漁業",
        "target_area_search": "全国",
        "target_number_of_employees": "従業員数の制約なし",
        "subsidy_rate": "経費の２分の１",
        "subsidy_max_limit": 5000000,
        "acceptance_start_datetime": "2031-04-01T01:00Z",
        "acceptance_end_datetime": "2031-06-30T08:00Z",
        "project_end_deadline": None,
        "front_subsidy_detail_page_url": f"https://portal.example/subsidy/a0Wmade{number:05}",
        "application_form": [{"name": "様式.docx", "data": "UEsDBA=="}],
    } | other


def answer(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """An answer of the interface."""
    return {"metadata": {"resultset": {"count": len(entries)}}, "result": entries}


def written(path: Path, value: Any) -> Path:
    """The value as a file."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def catalogue() -> Catalogue:
    """The made-up measures and budget programmes with these calls."""
    return added_to(programme_pairs.catalogue())


def added_to(base: Catalogue) -> Catalogue:
    """The catalogue of the made-up measures and budget programmes with the calls of an answer: two
    of a measure, one of them for a prefecture; one of a programme; one of neither, closed. Of
    another answer all is left out.
    """
    title = next(m.title for m in base.measures if m.id == EQUIPMENT)
    programme = next(each for each in base.programmes if len(each.name) > _LONG)
    entries = [
        listed(1, f"令和13年度 {title}（三次公募）", max_limit=40_000_000),
        listed(2, f"【港山県】{title}", area="港山県", employees="20名以下"),
        listed(3, programme.name, start="2031-05-15T00:30Z", industry="漁業"),
        listed(4, "浮桟橋の改修の助成金", end="2031-04-20T08:00Z"),
    ]
    form = listed(5, f"{title}（実績報告）")
    return with_calls(base, [_saved("1", entries), _saved("2", [form])]).catalogue


def _saved(digit: str, entries: list[dict[str, Any]]) -> SavedAnswer:
    """The answer, as if it were a file."""
    return SavedAnswer(
        Path(f"calls{digit}.json"),
        digit * 64,
        99,
        "2031-05-01",
        len(entries),
        tuple(SavedEntry(10 * n, named(entry)) for n, entry in enumerate(entries, 1)),
    )


_LONG = 9  # letters of a programme's name that no other thing bears
