"""What pages say: the interface's texts in Japanese and English, sums and dates as people write
them, text set for Streamlit. Comes in: keys of `texts.yaml`, amounts in yen, ISO dates; goes out:
text in the language that was chosen.
"""
