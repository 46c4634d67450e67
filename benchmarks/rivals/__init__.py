"""Contenders that load the same rows into the same server, each a process of its own: ours, the
cheapest statements that there are, and the libraries that people use today, each in an environment
of its own (`<name>.txt`: names, versions, hashes).

A contender imports nothing of ours but `contest` (Python's own library alone), except `ours_load`.
"""
