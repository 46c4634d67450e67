"""What a page shows just now: its address in the browser, and its state between the address, the
clicks on it and its widgets. Comes in: query parameters and callbacks; goes out: a frozen record
of the page's own making, and links to pages.
"""
