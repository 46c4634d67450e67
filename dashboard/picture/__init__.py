"""The picture of a part of the graph: labels that fit their boxes, places that stay, the pyvis
network, and the Streamlit component that draws it. Comes in: nodes and edges; goes out: the
picture, and what was clicked in it.
"""
