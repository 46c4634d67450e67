"""Words of which titles of made-up measures are put together: no document prints them so."""

AREAS = (
    "広域",
    "先端",
    "循環",
    "沿岸",
    "里山",
    "港湾",
    "冷熱",
    "木質",
    "衛星",
    "海藻",
    "地熱",
    "古道",
    "離島",
    "発酵",
    "窯業",
    "染織",
)
DEEDS = (
    "技術伝承",
    "販路開拓",
    "拠点形成",
    "設備共同利用",
    "人材育成",
    "技能継承",
    "実証試験",
    "担い手確保",
    "資材調達",
    "再資源化",
)
