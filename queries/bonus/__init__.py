"""The questions about bonuses: what a company's profile unlocks, what to go for next, what a
certification unlocks, who gives on whose word, which ways lead where. A profile comes in (words and
numbers), is looked up in the rule book, and goes out as rules with what each still hangs on.
"""
