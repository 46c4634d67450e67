"""The budget programmes of the review sheets: one of them, their money, recipients, laws and
reviews, and what the answers look like.
"""
