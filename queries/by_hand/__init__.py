"""Twenty questions to paste into either engine, and the page that shows them with their answers.

In goes a store, out comes docs/twenty-questions.md; a question is a file, written by hand.
"""
