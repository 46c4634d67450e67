"""Pairs of measures and programmes, the card of two, all of one theme, and what readers say of
pairs: the options, the files written, and what the answers look like.
"""
