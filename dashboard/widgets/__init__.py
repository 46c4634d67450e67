"""What pages are put together from beside Streamlit's own: tables with links, buttons that save
files, heat maps that can be clicked. Comes in: rows and cells as records; goes out: elements on the
page.
"""
