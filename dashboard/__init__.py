"""The Streamlit application: `app.py` is the entry, `views/` the pages, `picture/` the graph
drawing, texts and names are YAML.

May import `queries` and `graph`, never `loaders`.
"""
