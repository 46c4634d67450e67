"""A made-up follow-up in three columns in the real layout: two pages and a row that runs over them,
a moved, a new and a deleted entry.
"""

from __future__ import annotations

from loaders.text.lines import Line

_COLUMNS = "現行の取組方針 フォローアップ 新たな取組方針案 "

COVER = """ 重点２本柱の取組方針のフォローアップ（案）
令和５年３月末までの取組を振り返る。
"""

FIRST = f""" １．里山の事業の承継
■新たな大方針案
① 里山の窯業を受け継ぐ者を、支援する。
{_COLUMNS}
【窯元】
（①－１）窯元の引継ぎについて、全国で
・地方の相談を受ける。［経
産省］
○窯元引継ぎ支
援事業（登り窯枠）
【令和４年度当初：12.5 億円の内数（令和
３年度当初：11億円の内数）】（再掲）
• 相談を30件受けた。
【窯元】
（①ー１）窯元の引継ぎについて、相談を
広げる。［経産省・金融庁］
【登り窯】
（①―２）登り窯を
直す。
（①－３）薪を
〇登り窯の記録［文科省］
• 記録を続
【登り窯】
（①－２）登り窯を直し、火を
"""

SECOND = f""" {_COLUMNS}
集める。［農水省］
けている。
絶やさない。［農水省］
（新規項目）
（新規項目） 【薪】
（①－３）薪を蓄える。[農水省]
【古道】
（①－４）古道を歩く。［国交省］
 歩いた人は 20人。
（①－５に移動）
【茶】
（①－５）茶を育てる。［農水省］
〇茶の試み
【令和２年度第３次補正予算：0.5億円】
（事業終了のため削除）
（①－４から移動） 〇古道案内事業
【令和３年度補正：3億円、令和４年度予備費予算：約1億円】
• 道しるべを立てた。
【古道】
（①－４）古道を守る。［国交省］
"""

THIRD = f""" ２．海辺の取引
{_COLUMNS}
【藻場】
（②－１）ＸＸ認定企業が利用する際に特利の対象とする。［農水省］
• 令和４年度に始めた。
【藻場】
（②－１）認定海藻計画の取組を行う事業者に対し、海藻枠の創設や加点措置を検討する。［農水省］
■新たな大方針案
② 海辺の取引を広げる。
"""


def lines_of(*made: str) -> list[Line]:
    """The cover and the pages as a text's lines: an empty one after each, but not at the foot of a
    page.
    """
    spaced: list[str] = []
    for page in (COVER, *made):
        printed = page.strip("\n").split("\n")
        for line in printed[:-1]:
            spaced += [line, ""]
        spaced.append(printed[-1])
    return [Line(number, text) for number, text in enumerate(spaced, 1)]
