"""A made-up booklet in the real layout: a summary, pages whose parts stand in different orders, a
divider.
"""

from __future__ import annotations

SUMMARY = """ パッケージ【施策集】
本文はこちら

成長の重点２本柱をもとに、活用可能な、

{ministries}府省庁・全{measures}件、総額1兆円超(1.2兆円)の施策をまとめた。主なものを次に示す。

１．設備投資

• 里山発酵設備導入促進事業【経産省】

• 沿岸窯業人材交流
支援制度【中企庁】

２．人材確保

※本パッケージの施策については、2031年3月時点の関連施策をとりまとめたもの。
"""

TITLE_FIRST = """ 里山発酵設備導入促進事業

⚫ 里山の発酵設備を新しくする中小企業者に、その導入に要する費用の一部を補助します。

予算額

令和13年度補正予算額 12.5億円

補助上限額：3,000万円（補助率1/2以内）

お問合せ先：経済産業省 産業局 発酵課（03-0000-0001）
E-mail:hakko@example.go.jp

中堅・中小企業

１．設備投資

概要ページ掲載施策
"""

TITLE_LAST = """ お問合せ先：中小企業庁 経営部 窯業室（03-0000-0002）（内線1234）

施策の内容

■対象企業
全国の窯業者

中小企業

１．設備投資

沿岸窯業人材交流
支援制度

⚫ 沿岸の窯業者のあいだで人材の交流を進めるため、受入れに要する費用の一部を支援する制度です。

概要ページ掲載施策
"""

TITLE_UNDER_LEAD = """ 予算額
令和13年度 離島衛星事業費 27.9億円の内数

事業スキーム
✓ 離島の衛星通信を使う講習を開く。

お問合せ先：独立行政法人日本貿易振興機構（JETRO） （03-0000-0003）
国内の方は近くの事務所へどうぞ。

中堅・中小企業

２．人材確保

⚫ 離島の事業者が衛星通信を使いこなすための講習を、全国の事務所で開きます。

離島衛星講習プロジェクト
"""

DIVIDER = """ ２．人材確保
"""

PAGES = (TITLE_FIRST, TITLE_LAST, DIVIDER, TITLE_UNDER_LEAD)


def booklet(*pages: str, measures: int | None = None, ministries: int = 2) -> str:
    """The text of a booklet; it states as many measures as it has pages, unless told otherwise."""
    counted = sum(page != DIVIDER for page in pages) if measures is None else measures
    return SUMMARY.format(measures=counted, ministries=ministries) + "".join(pages)
