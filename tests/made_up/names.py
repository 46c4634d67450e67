"""What the made-up catalogue calls its document, offices, measures and pillars."""

DOCUMENT = "booklet-2025"
METI, MHLW, CAO = "経済産業省", "厚生労働省", "内閣府"
EQUIPMENT, SALES, MATCHING, WORKSTYLE = (
    "measure:00000001",
    "measure:00000002",
    "measure:00000003",
    "measure:00000004",
)
KURUMIN_PAGE, REGION_TAX, LOAN = "measure:00000005", "measure:00000006", "measure:00000007"
FORMER = "measure:0000000f"
JETRO_POT = 26_300_000_000
INVEST, PEOPLE, ABROAD = "１．設備投資", "２．人材確保", "３．海外展開"
