"""The slides of a ministry's budget, one a measure: purpose, outline, scheme, sums.

slides (where one begins) -> heads (title, offices) -> parser (records).
"""
