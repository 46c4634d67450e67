"""The start page: three ways into the graph with a worked example each, and the tour of four steps.
Comes in: the graph, the step in the address; goes out: elements.
"""
