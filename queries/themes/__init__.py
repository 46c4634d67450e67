"""テーマ: all that the state does on a theme, by ministry: programmes and measures, their money,
whom they pay, and which of them do much the same. Comes in: a store and a theme in words; goes out:
frozen records.
"""
