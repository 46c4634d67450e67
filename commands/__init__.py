"""The command line: one module a group of commands, each a thin skin over loaders, queries and
graph.

May import everything but the dashboard (which `serve` starts); only `shisaku.py` imports it.
"""
