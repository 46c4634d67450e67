"""The pages, a room each; `page.show(words)` draws one, with the chosen language's words. What a
page shows comes from its address and the graph. Beside them: what is shown where there is no graph
(`notices.py`).
"""
