"""The picture of a part of the graph: labels, places, pyvis network, and the component that shows
it.
"""
