"""The Streamlit application: pages, texts in two languages, the graph picture.

May import `queries` and `graph`; nothing imports it.
"""
