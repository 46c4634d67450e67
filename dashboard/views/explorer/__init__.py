"""グラフ: search, the picture of what hangs together around the opened nodes, and the card of what
was clicked. Comes in: words, opened nodes and the choice from the address; goes out: picture, card
and files.
"""
