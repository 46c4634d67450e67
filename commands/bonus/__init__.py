"""What a company of a profile unlocks, what it should go for next, who gives points for a
programme: the options that describe the company, and what the answers look like.
"""
