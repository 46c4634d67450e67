"""The booklet 中堅企業成長ビジョン パッケージ【施策集】 and next year's of its kind: one page a
measure, by pillars, with a summary in front. Comes in: its lines; goes out: a `Reading`.

pages (where one begins), numbering, summary → titles → parser (entries, records).
"""
