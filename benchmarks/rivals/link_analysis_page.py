"""A page that draws a graph with st-link-analysis, which says what is chosen in a panel of its."""

from __future__ import annotations

import streamlit as st
from graph_given import graph_given
from st_link_analysis import EdgeStyle, NodeStyle, st_link_analysis

st.set_page_config(layout="wide")
graph = graph_given(st.query_params["graph"])
groups = sorted({node["group"] for node in graph["nodes"]})
nodes = [
    {"data": {"id": node["id"], "label": node["group"], "name": node["name"]}}
    for node in graph["nodes"]
]
edges = [
    {"data": {"id": edge["id"], "label": "to", "source": edge["from"], "target": edge["to"]}}
    for edge in graph["edges"]
]
st_link_analysis(
    {"nodes": nodes, "edges": edges},
    node_styles=[NodeStyle(group, caption="name") for group in groups],
    edge_styles=[EdgeStyle("to", directed=True)],
    height=700,
    key="graph",
)
