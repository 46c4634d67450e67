"""The Streamlit application. `app.py` is its entry, `serve.py` starts it, `screenshots.py` takes
pictures of it; `views/` are the pages, made of `text/`, `state/`, `reading/`, `widgets/` and
`picture/`. Comes in: a graph's address; goes out: pages that need no network.
"""
