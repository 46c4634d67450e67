"""Which programme pays for which measure: each file here finds one sort of evidence, `joined.py`
weighs it, and `joins.yaml` settles single cases that only a reader of both can.
"""
