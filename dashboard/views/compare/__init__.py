"""比較: any two measures or budget programmes side by side, whether or not they are a scored pair.
Comes in: the two from the address, or words to find them by; goes out: the card of the two, a chart
of their money, and files.
"""
