"""A page that draws a graph with streamlit-agraph, and says what is chosen in it below."""

from __future__ import annotations

from html import escape

import streamlit as st
from graph_given import graph_given
from streamlit_agraph import Config, Edge, Node, agraph

st.set_page_config(layout="wide")
graph = graph_given(st.query_params["graph"])
chosen = agraph(
    [Node(id=node["id"], label=node["name"]) for node in graph["nodes"]],
    [Edge(source=edge["from"], target=edge["to"]) for edge in graph["edges"]],
    Config(width=1100, height=700),
)
if chosen:
    name = next(node["name"] for node in graph["nodes"] if node["id"] == chosen)
    st.html(f'<div class="card-name">{escape(name)}</div>')
