"""The review sheets of the whole government (行政事業レビュー, RS System): the published tables of
a year, read strictly into programmes, laws and recipients. `sheets.py` is the way in;
`tables.yaml` says what each table holds.
"""
