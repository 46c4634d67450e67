"""Weights and cuts of the overlap score fitted to pairs that readers graded: what a ministry
calibrates to its own judgement.
"""
