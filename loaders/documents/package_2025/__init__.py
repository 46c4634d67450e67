"""The booklet 中堅企業成長ビジョン パッケージ【施策集】 and next year's of its kind.

pages (where one begins) -> titles, summary, numbering -> parser (records).
"""
