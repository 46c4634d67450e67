"""テーマ: all that the state does on a theme, by ministry, with its money, recipients and pairs.
Comes in: a theme in words, ministries and a range from the address; goes out: a sentence, tables
and their files.
"""
