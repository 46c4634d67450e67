"""Whatever comes in from outside, at random: it is read, or refused in one line; nothing else ends
it, nothing runs away. `make fuzz` tries each door for minutes, the tests a few inputs of each.
"""
