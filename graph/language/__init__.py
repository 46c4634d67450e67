"""Japanese as documents write it: when two strings are the same to a reader, what number a numeral
is, and sums of yen as text.
"""
